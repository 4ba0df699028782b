import { assertEquals, assertRejects, assertStrictEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { leakyRelu } from "../../src/activations/leaky_relu.ts";
import { mish } from "../../src/activations/mish.ts";
import { evaluateOnThreads, LEAST } from "../../src/arrays/_evaluate_on_threads.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import type { Accuracy } from "../../src/arrays/kernels/_kernel.ts";

const xs = Float32Array.from({ length: 50_001 }, (_, i) => (i % 5000 - 2500) / 300 + i * 1e-6);
// In doubt, and no number.
xs.set([2 ** -149, NaN, -Infinity, -0, 3 * 2 ** -149], 30_000);
const bits = (ys: Float32Array) => new Int32Array(ys.slice().buffer);

/** On threads even though the array is short. */
async function shared(
  f: (x: number) => number,
  input: Float32Array,
  { accuracy = "nearest", threads = 2, out = new Float32Array(input.length) }: {
    accuracy?: Accuracy;
    threads?: number;
    out?: Float32Array;
  } = {},
): Promise<Int32Array> {
  await evaluateOnThreads(f, input, out, accuracy, threads, 4096);
  return bits(out);
}

Deno.test("results have the same bits on however many threads", async () => {
  for (const f of [gelu, mish.derivative, leakyRelu, gelu.with({})]) {
    for (const accuracy of ["nearest", "fast"] as const) {
      const expected = bits(evaluate(f, xs, { accuracy }));
      for (const threads of [1, 2, 3]) {
        assertEquals(await shared(f, xs, { accuracy, threads }), expected, f.id);
      }
    }
  }
});

Deno.test("threads write to the place given, also into the input and into shared memory", async () => {
  const expected = bits(evaluate(gelu, xs));
  const own = xs.slice();
  assertEquals(await shared(gelu, own, { out: own }), expected);
  const both = new Float32Array(new SharedArrayBuffer(8 * xs.length));
  const [input, out] = [both.subarray(0, xs.length), both.subarray(xs.length)];
  input.set(xs);
  assertEquals(await shared(gelu, input, { out }), expected);
  assertEquals(await shared(gelu, input, { threads: 3, out: input }), expected);
});

Deno.test("calls on threads may run at the same time", async () => {
  const all = await Promise.all([gelu, mish, leakyRelu].map((f) => shared(f, xs)));
  [gelu, mish, leakyRelu].forEach((f, i) => assertEquals(all[i], bits(evaluate(f, xs))));
});

Deno.test("evaluate() asks other threads for long arrays, and gives back what it was given", async () => {
  const n = 2 * LEAST.nearest + 5;
  // Overlapping, but not the same.
  const long = Float32Array.from({ length: n + 1 }, (_, i) => (i * 7919 % 4001 - 2000) / 250);
  const expected = bits(evaluate(gelu, long.subarray(0, -1)));
  const out = long.subarray(1);
  assertStrictEquals(await evaluate(gelu, long.subarray(0, -1), { threads: 2, out }), out);
  assertEquals(bits(out).findIndex((pattern, i) => pattern !== expected[i]), -1);
});

Deno.test("evaluate() asks no other thread for a short array", async () => {
  // Until those of the other tests have ended: they would take the work without a start.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { Worker } = globalThis;
  let started = 0;
  globalThis.Worker = class {
    constructor() {
      started++;
    }
  } as unknown as typeof Worker;
  try {
    for (const accuracy of ["nearest", "fast"] as const) {
      const expected = bits(evaluate(gelu, xs, { accuracy }));
      assertEquals(bits(await evaluate(gelu, xs, { accuracy, threads: 8 })), expected);
      const short = new Float32Array(2 * LEAST[accuracy] - 1);
      await evaluate(gelu, short, { accuracy, threads: 8, out: short });
    }
  } finally {
    globalThis.Worker = Worker;
  }
  assertEquals(started, 0);
});

Deno.test("functions without a kernel are left to this thread", async () => {
  const half = (x: number) => x / 2;
  assertEquals(await evaluate(half, xs, { threads: 2 }), xs.map(half));
  assertEquals(await evaluate(half, new Float32Array(0), { threads: 2 }), new Float32Array(0));
});

Deno.test("threads must be a whole number", async () => {
  assertThrows(() => evaluate(gelu, xs, { threads: 0 }), RangeError, "whole number >= 1");
  assertThrows(() => evaluate(gelu, xs, { threads: 1.5 }), RangeError, "current value is 1.5");
  await assertRejects(async () => await evaluate(gelu, xs, { threads: NaN }), RangeError);
});
