import { assertEquals, assertRejects, assertStrictEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { leakyRelu } from "../../src/activations/leaky_relu.ts";
import { mish } from "../../src/activations/mish.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";

const xs = Float32Array.from({ length: 50_001 }, (_, i) => (i % 5000 - 2500) / 300 + i * 1e-6);
// In doubt, and no number.
xs.set([2 ** -149, NaN, -Infinity, -0, 3 * 2 ** -149], 30_000);
const bits = (ys: Float32Array) => new Int32Array(ys.slice().buffer);

Deno.test("evaluate() gives the same bits on however many threads", async () => {
  for (const f of [gelu, mish.derivative, leakyRelu, gelu.with({})]) {
    for (const accuracy of ["nearest", "fast"] as const) {
      const expected = bits(evaluate(f, xs, { accuracy }));
      for (const threads of [1, 2, 3]) {
        assertEquals(bits(await evaluate(f, xs, { accuracy, threads })), expected, f.id);
      }
    }
  }
});

Deno.test("threads write to the place given, also into the input and into shared memory", async () => {
  const expected = bits(evaluate(gelu, xs));
  const own = xs.slice();
  assertStrictEquals(await evaluate(gelu, own, { threads: 2, out: own }), own);
  assertEquals(bits(own), expected);
  const shared = new Float32Array(new SharedArrayBuffer(8 * xs.length));
  const [input, out] = [shared.subarray(0, xs.length), shared.subarray(xs.length)];
  input.set(xs);
  await evaluate(gelu, input, { threads: 2, out });
  assertEquals(bits(out), expected);
  await evaluate(gelu, input, { threads: 3, out: input });
  assertEquals(bits(input), expected);
  // Overlapping, but not the same.
  const long = Float32Array.of(...xs, 0);
  await evaluate(gelu, long.subarray(0, -1), { threads: 2, out: long.subarray(1) });
  assertEquals(bits(long.subarray(1)), expected);
});

Deno.test("calls on threads may run at the same time", async () => {
  const all = await Promise.all(
    [gelu, mish, leakyRelu].map((f) => evaluate(f, xs, { threads: 2 })),
  );
  [gelu, mish, leakyRelu].forEach((f, i) => assertEquals(bits(all[i]), bits(evaluate(f, xs))));
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
