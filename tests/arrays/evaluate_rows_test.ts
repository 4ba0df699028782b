import { assert, assertEquals, assertThrows } from "@std/assert";
import { logSoftmax } from "../../src/activations/vector/log_softmax.ts";
import { glu } from "../../src/activations/vector/glu.ts";
import { softmax } from "../../src/activations/vector/softmax.ts";
import { evaluateRows } from "../../src/arrays/evaluate_rows.ts";
import { draws } from "../accuracy/random.ts";

const random = draws(11);

function rows(width: number, count: number, spread: number): Float32Array {
  return Float32Array.from({ length: width * count }, () => spread * (random.uniform() - 0.5));
}

/** Row by row, each rounded once. */
function one(f: typeof softmax, xs: Float32Array, width: number): Float32Array {
  const results: number[] = [];
  for (let i = 0; i < xs.length; i += width) {
    results.push(...f(Float64Array.from(xs.subarray(i, i + width))));
  }
  return Float32Array.from(results);
}

for (const f of [softmax, logSoftmax]) {
  Deno.test(`evaluateRows() gives ${f.id} of each row, to the bit`, () => {
    const shapes = [[1, 1], [2, 3], [3, 200], [7, 20], [64, 9], [65, 9], [1000, 30], [5000, 8]];
    for (const [width, spread] of shapes) {
      // Short rows in more than one batch.
      const xs = rows(width, width <= 64 ? Math.ceil(5000 / width) : 4, spread);
      assertEquals(evaluateRows(f, xs, { width }), one(f, xs, width), `${width}`);
    }
  });

  Deno.test(`evaluateRows() gives ${f.id} fast to within one float32`, () => {
    for (const width of [10, 300]) {
      const xs = rows(width, 40, 60);
      const bits = (ys: Float32Array) => new Int32Array(ys.buffer);
      const fast = bits(evaluateRows(f, xs, { width, accuracy: "fast" }));
      bits(one(f, xs, width)).forEach((right, i) => assert(Math.abs(fast[i] - right) <= 1, `${i}`));
    }
  });

  Deno.test(`evaluateRows() masks and limits ${f.id} as the function does`, () => {
    const xs = Float32Array.of(
      ...[-Infinity, 0, 1, -Infinity],
      ...[NaN, 0, 1, 2],
      ...[Infinity, 0, 1, 2],
      ...[Infinity, Infinity, 1, 2],
      ...[-Infinity, -Infinity, -Infinity, -Infinity],
      ...[1000, 0, -1000, -3e38],
      ...[3e38, -3e38, 0, -0],
      ...[-0, 0, 2 ** -149, -(2 ** -149)],
      ...[0, 0, 0, NaN],
    );
    for (const accuracy of ["nearest", "fast"] as const) {
      const found = evaluateRows(f, xs, { width: 4, accuracy });
      assertEquals(found, one(f, xs, 4));
    }
  });
}

Deno.test("evaluateRows() takes doubles, functions without a kernel, and those that halve", () => {
  const xs = Float64Array.from({ length: 12 }, (_, i) => i / 3);
  const expected = [...softmax(xs.subarray(0, 6)), ...softmax(xs.subarray(6))];
  assertEquals(evaluateRows(softmax, xs, { width: 6 }), Float64Array.from(expected));
  const halved = [...glu(xs.subarray(0, 6)), ...glu(xs.subarray(6))];
  assertEquals(evaluateRows(glu, xs, { width: 6 }), Float64Array.from(halved));
  assertEquals(evaluateRows(softmax, new Float32Array(0), { width: 6 }), new Float32Array(0));
});

Deno.test("evaluateRows() refuses a width that does not fit and what is no array", () => {
  const xs = new Float32Array(10);
  for (const width of [0, 3, 2.5, NaN]) {
    assertThrows(() => evaluateRows(softmax, xs, { width }), RangeError, `value is ${width}`);
  }
  const wrong = [1, 2] as unknown as Float32Array;
  assertThrows(() => evaluateRows(softmax, wrong, { width: 1 }), TypeError, "of type Array");
});
