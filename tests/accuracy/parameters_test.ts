import { assert, assertArrayIncludes } from "@std/assert";
import type { Activation } from "../../src/activations/activation.ts";
import { activations } from "../../src/activations/catalogue.ts";
import { readFixture, type Zero } from "./fixture.ts";
import { describe } from "./measure.ts";
import { draws, likelyDouble } from "./random.ts";
import { randomParameters, scales } from "./random_parameters.ts";
import { isCovered, reference } from "./reference/reference.ts";
import { judge } from "./rule.ts";
import { sweep } from "./sweep.ts";

const seed = 20260104;

/** Parameters other than the defaults: some that libraries use, some far from them. */
const variants: Record<string, Record<string, number>[]> = {
  celu: [{ alpha: 0.5 }, { alpha: 1.3 }, { alpha: 300 }, { alpha: -2 }],
  elu: [{ alpha: 0.2 }, { alpha: 1.7 }, { alpha: 0 }, { alpha: -3 }],
  geluSigmoid: [{ k: 1.5957691216057308 }, { k: 0.01 }, { k: 30 }],
  geluTanh: [{ c: 0.045539924122527 }, { c: 0 }, { c: 3 }],
  hardShrink: [{ lambda: 0 }, { lambda: 2 }],
  hardSigmoid: [{ slope: 0.2 }, { slope: 7 }],
  hardTanh: [{ low: -0.1, high: 3 }],
  laplace: [{ mu: 0, sigma: 1 }, { mu: -5, sigma: 0.1 }, { mu: 1, sigma: 1e-19 }],
  leakyRelu: [{ negativeSlope: 0.2 }, { negativeSlope: -1 }],
  prelu: [{ slope: 0 }, { slope: 3.3 }],
  rrelu: [{ lower: 0.1, upper: 0.3 }],
  selu: [{ alpha: 1.7, scale: 1.1 }, { alpha: 0.3, scale: 40 }, { alpha: -1, scale: 1 }],
  snake: [{ a: 0.3 }, { a: 5 }, { a: 117.46 }],
  softShrink: [{ lambda: 0 }, { lambda: 0.1 }, { lambda: 3 }],
  softplus: [{ beta: 2 }, { beta: 0.1 }, { beta: 33.3 }, { beta: -2 }],
  softplusThreshold: [{ threshold: 2 }, { beta: 3, threshold: -1 }],
  squareplus: [{ b: 1 }, { b: 1e-8 }, { b: 1000 }],
  swish: [{ beta: 1.702 }, { beta: 0.1 }, { beta: 25 }, { beta: 0 }, { beta: -1.3 }],
  threshold: [{ theta: 0.1, value: 20 }],
  xielu: [
    { positive: 1.5, negative: 0.1, beta: 0.7 },
    { positive: 1e6, negative: 1e6, beta: 1e-6 },
    { positive: 0.8, negative: 0.8, beta: 0.8 },
    { positive: 0.8, negative: 0.8, beta: 0.8000000000000002 },
  ],
};

Deno.test("every function with parameters is tried at others", () => {
  const adjustable = Object.values(activations)
    .filter(({ parameters }) => Object.keys(parameters).length > 0);
  assertArrayIncludes(Object.keys(variants), adjustable.map(({ id }) => id));
});

for (const [id, changes] of Object.entries(variants)) {
  for (const change of changes) {
    const record = activations[id].with(change);
    Deno.test(`${id} keeps its promise with ${JSON.stringify(change)} (seed ${seed})`, async () => {
      const { kind } = await readFixture(id);
      const subject = { id, kind, zeros: zeros(record), breaks: record.kinks };
      const found = sweep(record, subject, 500, draws(seed));
      assert(found.every(({ failures }) => failures === 0), found.map(describe).join("\n"));
    });
  }
}

Deno.test("every promise holds at random parameters from the whole range of each", async () => {
  for (const f of Object.values(activations)) {
    if (Object.keys(f.parameters).length === 0) continue;
    const { kind } = await readFixture(f.id);
    const random = draws(seed);
    for (let k = 0; k < 30; k++) {
      const at = f.with(randomParameters(f, random));
      const sizes = scales(at);
      const orders = [at, at.derivative, at.derivative.derivative];
      for (let i = 0; i < 30; i++) {
        const x = likelyDouble(random, at.kinks) * sizes[random.next() % sizes.length];
        if (!Number.isFinite(x) || !isCovered(at, x)) continue;
        reference(at, x).forEach((exact, order) => {
          if (!exact) return;
          const { holds, error } = judge({ kind }, order, orders[order](x), exact);
          assert(holds, `${orders[order].title} at ${x} is off by ${error}`);
        });
      }
    }
  }
});

/** Where f, f′ and f″ change sign away from 0, by bisection. */
function zeros(f: Activation): Zero[] {
  const orders = [f, f.derivative, f.derivative.derivative];
  return orders.flatMap((g, order) => changes(g).map((x) => ({ order, x, term: NaN })));
}

function changes(f: (x: number) => number): number[] {
  const found: number[] = [];
  for (let size = 1e-3; size < 1e4; size *= 1.01) {
    for (const sign of [-1, 1]) {
      const [a, b] = [sign * size, sign * size * 1.01];
      if (f(a) * f(b) < 0) found.push(bisected(f, a, b));
    }
  }
  return found;
}

function bisected(f: (x: number) => number, a: number, b: number): number {
  for (let i = 0; i < 60; i++) {
    const middle = (a + b) / 2;
    if (f(a) * f(middle) <= 0) b = middle;
    else a = middle;
  }
  return a;
}
