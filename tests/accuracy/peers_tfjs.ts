/**
 * Measures TensorFlow.js on its CPU backend, in float32:
 * `deno run -A --no-lock tests/accuracy/peers_tfjs.ts`
 *
 * Writes `tfjs` and its version into `peers.json` and leaves the rest of it. The points are those of
 * the fixtures, rounded to float32. Derivatives are the library's own. The package is fetched for
 * this command alone: it is no dependency of the project.
 *
 * @module
 */

import { readFixture } from "./fixture.ts";
import { isCovered, reference } from "./reference/reference.ts";
import { single, ulpError } from "./ulp_error.ts";

// A name that is no literal, so that checks and the lock file do not see the package.
const name = "npm:@tensorflow/tfjs@4.22.0";
// deno-lint-ignore no-explicit-any
const tf: any = await import(name);
await tf.setBackend("cpu");

/** Next to a zero, so near, the libraries are not measured: there they lose every digit. */
const nearness = 0.05;

/** An error of half the value or more: every digit is lost. */
const lost = 2 ** 22;

type Tensor = unknown;
type Operation = (x: Tensor) => Tensor;

const layer = (activation: string): Operation => (x) =>
  tf.layers.activation({ activation }).apply(x);

const operations: Record<string, Operation> = {
  elu: (x) => tf.elu(x),
  exponential: (x) => tf.exp(x),
  gelu: layer("gelu"),
  geluTanh: layer("gelu_new"),
  leakyRelu: (x) => tf.leakyRelu(x, 0.01),
  logSigmoid: (x) => tf.logSigmoid(x),
  mish: layer("mish"),
  prelu: (x) => tf.prelu(x, tf.scalar(0.25)),
  relu: (x) => tf.relu(x),
  relu6: (x) => tf.relu6(x),
  selu: (x) => tf.selu(x),
  sigmoid: (x) => tf.sigmoid(x),
  silu: layer("swish"),
  softplus: (x) => tf.softplus(x),
  softsign: layer("softsign"),
  swish: layer("swish"),
  tanh: (x) => tf.tanh(x),
};

/** The largest error in ulp of float32, and where; `null` if the library has none. */
type Found = { ulp: number | "Infinity"; x: number } | null;

async function measured(id: string): Promise<Found[]> {
  const fixture = await readFixture(id);
  const least = 2 ** single.least;
  const xs = Float32Array.from(new Set(fixture.xs.map(Math.fround)))
    .filter((x) => x === 0 || Number.isFinite(x) && Math.abs(x) >= least && isCovered(fixture, x));
  const exact = Array.from(xs, (x) => reference(fixture, x));
  return orders(operations[id], xs).map((computed, order) => {
    if (!computed) return null;
    let worst: Found = null;
    for (let i = 0; i < xs.length; i++) {
      const value = exact[i][order];
      const near = fixture.zeros.some((zero) =>
        zero.order === order && Math.abs(xs[i] - zero.x) <= nearness
      );
      if (!value || near) continue;
      const { ulps, subnormal } = ulpError(computed[i], value, single);
      const overflows = Math.abs(value.hi) * 2 ** (128 * value.scale) >= 2 ** single.overflow;
      if (subnormal || overflows) continue;
      worst = worse(worst, { ulp: ulps >= lost ? "Infinity" : ulps, x: xs[i] });
    }
    return worst;
  });
}

function worse(a: Found, b: NonNullable<Found>): Found {
  if (!a || Number(b.ulp) > Number(a.ulp)) return b;
  return a.ulp === "Infinity" && b.ulp === "Infinity" && far(b.x) < far(a.x) ? b : a;
}

/** How far the magnitude is from 1, in binary digits: where digits are lost, the nearest is told. */
function far(x: number): number {
  return Math.abs(Math.log2(Math.abs(x)));
}

function orders(f: Operation, xs: Float32Array): (Float32Array | null)[] {
  const x = tf.tensor1d(xs);
  const slope = tf.grad(f);
  return [f, slope, tf.grad(slope)].map((g) => {
    try {
      return g(x).dataSync();
    } catch {
      return null;
    }
  });
}

const file = new URL("peers.json", import.meta.url);
const record = JSON.parse(await Deno.readTextFile(file));
record.versions.tfjs = tf.version.tfjs;
record.tfjs = {};
for (const id of Object.keys(operations)) {
  record.tfjs[id] = await measured(id);
  console.log("tfjs", id, JSON.stringify(record.tfjs[id]));
}
await Deno.writeTextFile(file, `${JSON.stringify(record, null, 1)}\n`);
