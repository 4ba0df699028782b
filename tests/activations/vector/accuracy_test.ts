import { assert, assertEquals, assertLess } from "@std/assert";
import * as all from "../../../src/activations/vector/all.ts";
import { vectorActivations } from "../../../src/activations/vector/catalogue.ts";
import { type Draws, draws } from "../../accuracy/random.ts";
import { exactly, worst } from "./_exactly.ts";

const { logSoftmax, softmax, softmin, sparsemax, geglu, glu } = all;
/** In ulp: one rounding, or the gate's and the product's. */
const bounds: Readonly<Record<string, number>> = {
  softmax: 0.51,
  logSoftmax: 0.51,
  sparsemax: 0.51,
  glu: 1.52,
  swiglu: 1.52,
  geglu: 1.52,
  reglu: 0.51,
};

/** Vectors that are close together, far apart, tied, or of very different sizes. */
function vector(random: Draws, length: number): number[] {
  const width = [1, 8, 60, 700, 1e-3, 1e-9][random.next() % 6];
  const middle = [0, 0, 5, -1000][random.next() % 4];
  const tied = random.next() % 4 === 0;
  return Array.from({ length }, () => {
    const x = middle + width * (2 * random.uniform() - 1);
    return tied ? Math.round(x * 2) / 2 : x;
  });
}

function cotangents(random: Draws, length: number): number[] {
  const kind = random.next() % 4;
  return Array.from({ length }, (_, i) => {
    if (kind === 0) return i === 0 ? 1 : 0;
    if (kind === 1) return i + 1;
    const u = 2 * random.uniform() - 1;
    return kind === 2 ? u : u * 2 ** (random.next() % 600 - 300);
  });
}

for (const [id, [f, vjp]] of Object.entries(exactly)) {
  Deno.test(`${id} and its vector-Jacobian product are within ${bounds[id]} ulp`, () => {
    const random = draws(20260201);
    for (let i = 0; i < 250; i++) {
      const x = vector(random, 2 * (1 + random.next() % 6));
      const output = vectorActivations[id](x);
      assertLess(worst(output, () => f(x)), bounds[id], `${id}([${x}])`);
      const c = cotangents(random, output.length);
      const product = vectorActivations[id].vjp(x, c);
      assertLess(worst(product, () => vjp(x, c)), bounds[id], `${id}.vjp([${x}], [${c}])`);
    }
  });
}

Deno.test("every function of vectors but the exact ones is measured against 180 digits", () => {
  const exact = ["hardmax", "softmin"];
  assertEquals([...Object.keys(exactly), ...exact].sort(), Object.keys(vectorActivations).sort());
  assertEquals(
    softmin.vjp([1, 2, 4], [3, 1, 0]),
    softmax.vjp([-1, -2, -4], [3, 1, 0]).map((v) => -v),
  );
});

Deno.test("a product keeps its digits where the mean is next to the entry", () => {
  assertEquals(softmax.vjp([0, 40], [0, 1])[1], 4.248354255291589e-18);
  assertEquals(softmax.vjp([-30, 0, 30], [1, 2, 3])[2], 9.357622968840175e-14);
  assertEquals(logSoftmax.vjp([0, -40], [1, 0])[0], 4.248354255291589e-18);
  assertEquals([...softmax.vjp([1, 2, 3], [7, 7, 7])], [0, 0, 0]);
});

Deno.test("the logarithm of a softmax that is nearly 1 is right down to the smallest double", () => {
  const first = (x: number[]) => logSoftmax(x)[0];
  assertEquals(first([700, -700, 1e-9]), -9.8596765536194474e-305);
  // The terms lie on both sides of 2⁻⁹⁰⁰.
  assertEquals(first([0, -623.9, -624, -624.1]), -3.0116950193515523e-271);
  assertEquals(first([-3, -626.5, -1000]), -1.6496451453955105e-271);
  assertEquals(first([0, -740]), -4.1887398800480489e-322);
  assertEquals(first([0, -744.5, -744.5]), -9.306539365410254e-324);
  assertEquals([first([0, -745.2]), first([0, -1000]), first([0, -Infinity])], [-0, -0, -0]);
});

Deno.test("a large cotangent meets a tiny exponential without overflow or underflow", () => {
  for (
    const [x, c] of [
      [[0, -800], [0, 1e200]],
      [[0, -700], [0, 1]],
      [[0, -740], [1e-300, 1e300]],
      [[3, 3], [1e308, -1e308]],
    ]
  ) {
    for (const f of [softmax, logSoftmax]) {
      const error = worst(f.vjp(x, c), () => exactly[f.id][1](x, c));
      assertLess(error, 0.76, `${f.id}.vjp([${x}], [${c}])`);
    }
  }
  for (const x of [[1e300, -38.2], [1e300, -45], [1e280, 2]]) {
    for (const f of [geglu, glu]) {
      assertLess(worst(f(x), () => exactly[f.id][0](x)), 1.52, `${f.id}([${x}])`);
      const c = [1e25];
      assertLess(worst(f.vjp(x, c), () => exactly[f.id][1](x, c)), 1.52, `${f.id}.vjp([${x}])`);
    }
  }
});

Deno.test("masked rows are what is asked for, and their product 0", () => {
  const masked = [-Infinity, -Infinity];
  assertEquals([...softmax(masked)], [NaN, NaN]);
  assertEquals([...softmax(masked, { empty: 0 })], [0, 0]);
  assertEquals([...softmax.vjp(masked, [1, 2], { empty: 0 })], [0, 0]);
  assertEquals([...sparsemax(masked, { empty: 0.5 })], [0.5, 0.5]);
  assertEquals([...logSoftmax(masked, { empty: -Infinity })], masked);
  assertEquals([...softmin([Infinity, Infinity], { empty: 0 })], [0, 0]);
  assertEquals([...softmin(masked, { empty: 0 })], [NaN, NaN]);
  assertEquals([...softmax([-Infinity, 3], { empty: 0 })], [0, 1]);
  for (const call of [() => glu([1, 2], { empty: 0 }), () => glu.vjp([1, 2], [1], { empty: 0 })]) {
    let message = "";
    try {
      call();
    } catch (error) {
      message = (error as Error).message;
    }
    assert(message.startsWith("Cannot give glu a value for empty input"), message);
  }
});
