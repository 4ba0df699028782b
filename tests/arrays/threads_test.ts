import { assert, assertEquals, assertRejects, assertStrictEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { leakyRelu } from "../../src/activations/leaky_relu.ts";
import { mish } from "../../src/activations/mish.ts";
import { share, TRIAL } from "../../src/arrays/_evaluate_on_threads.ts";
import { COST, Patience, savedBy } from "../../src/arrays/_threads_pay.ts";
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
  await share(f, input, out, accuracy, threads);
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

Deno.test("evaluate() gives back what it was given, whoever does the work", async () => {
  const n = 2 * TRIAL + 5;
  // Overlapping, but not the same.
  const long = Float32Array.from({ length: n + 1 }, (_, i) => (i * 7919 % 4001 - 2000) / 250);
  const expected = bits(evaluate(gelu, long.subarray(0, -1)));
  const out = long.subarray(1);
  assertStrictEquals(await evaluate(gelu, long.subarray(0, -1), { threads: 2, out }), out);
  assertEquals(bits(out).findIndex((pattern, i) => pattern !== expected[i]), -1);
});

/** How many threads are started meanwhile, by a clock that goes on so many milliseconds at each look. */
async function startsDuring(step: number, work: () => Promise<void>): Promise<number> {
  // Until those of the other tests have ended: they would take the work without a start.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { Worker } = globalThis, { now } = performance;
  let started = 0, time = 0;
  globalThis.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      started++;
    }
  };
  performance.now = () => time += step;
  Object.defineProperty(navigator, "hardwareConcurrency", { value: 3, configurable: true });
  try {
    await work();
  } finally {
    globalThis.Worker = Worker;
    performance.now = now;
    delete (navigator as { hardwareConcurrency?: number }).hardwareConcurrency;
  }
  return started;
}

Deno.test("evaluate() asks as many threads as there are processors, where it takes long here", async () => {
  const long = new Float32Array(2 * TRIAL).fill(1);
  const out = new Float32Array(long.length);
  const run = async () => void await evaluate(gelu, long, { threads: 1e9, out });
  assertEquals(await startsDuring(1e6, run), 2);
  assertEquals(out, evaluate(gelu, long));
});

Deno.test("evaluate() asks no other thread for a short array, or what is soon done", async () => {
  const none = await startsDuring(1e6, async () => {
    for (const accuracy of ["nearest", "fast"] as const) {
      const short = new Float32Array(2 * TRIAL - 1).fill(1);
      await evaluate(gelu, short, { accuracy, threads: 8, out: short });
      assertEquals(short[0], evaluate(gelu, Float32Array.of(1), { accuracy })[0]);
    }
  });
  assertEquals(none, 0);
  const soon = await startsDuring(1e-9, async () => {
    await evaluate(gelu, new Float32Array(2 * TRIAL), { threads: 8 });
  });
  assertEquals(soon, 0);
});

Deno.test("threads pay for many numbers that take long, sooner where they are not copied", () => {
  assert(savedBy(10, 1e6, 2, true) > savedBy(10, 1e6, 2, false));
  assert(savedBy(10, 1e6, 2, false) > 0);
  assert(savedBy(10, 1e6, 4, true) > savedBy(10, 1e6, 2, true));
  assert(savedBy(10, 1e4, 2, true) < 0);
  // To copy a number takes longer than to compute it.
  assert(savedBy(COST.copy / 2, 1e9, 2, false) < 0);
});

Deno.test("threads start once calls have missed as much as a start takes", () => {
  const patience = new Patience();
  const third = COST.start / 3;
  const asked = [third, third, -COST.start, third, third, COST.start].map((ms) =>
    patience.isOver(ms)
  );
  assertEquals(asked, [false, false, false, true, false, true]);
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
