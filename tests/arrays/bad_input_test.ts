import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { softmax } from "../../src/activations/vector/softmax.ts";
import { gelu } from "../../src/activations/gelu.ts";
import { relu } from "../../src/activations/relu.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { evaluateRows } from "../../src/arrays/evaluate_rows.ts";

const double = (xs: unknown, options?: unknown) => () =>
  evaluate(relu, xs as number[], options as Record<never, never>);

function detached(): Float32Array {
  const array = new Float32Array(4);
  structuredClone(array.buffer, { transfer: [array.buffer] });
  return array;
}

/** Of a fixed length in a buffer that is now shorter. */
function cutOff(): Float32Array {
  const buffer = new ArrayBuffer(16, { maxByteLength: 16 });
  const array = new Float32Array(buffer, 4, 3);
  buffer.resize(8);
  return array;
}

function* generated(...items: unknown[]) {
  yield* items;
}

const tagged = { length: 1, 0: 1, [Symbol.toStringTag]: "Float32Array" };

for (
  const [xs, given] of [
    ["12", '"12"'],
    [new String("12"), "an object of class String"],
    [null, "null"],
    [undefined, "undefined"],
    [3, "3"],
    [3n, "3"],
    [Symbol("x"), "Symbol(x)"],
    [(x: number) => x, "a function"],
    [{}, "of type Object"],
    [{ length: 1.5 }, "of type Object"],
    [new Date(0), "of type Date"],
    [Promise.resolve([1]), "of type Promise"],
    [(async function* () {})(), "of type AsyncGenerator"],
    [["1", 2], 'an array with "1" at 0'],
    [[1, , 2], "an array with undefined at 1"],
    [[0, null], "an array with null at 1"],
    [[true], "an array with true at 0"],
    [[1n], "an array with 1 at 0"],
    [[Symbol("x")], "an array with Symbol(x) at 0"],
    [[new Number(2)], "an array with an object of class Number at 0"],
    [[Object.create(null)], "an array with an object of class null at 0"],
    [[[1, 2], [3]], "an array with [1, 2] at 0"],
    [new Map([[1, 2]]), "an array with [1, 2] at 0"],
    [new Set([1, "2"]), 'an array with "2" at 1'],
    [generated(1, "2"), 'an array with "2" at 1'],
    [{ length: 2, 0: 1 }, "an array with undefined at 1"],
    [BigInt64Array.of(1n), "of type BigInt64Array"],
    [BigUint64Array.of(1n), "of type BigUint64Array"],
    [new DataView(new ArrayBuffer(8)), "of type DataView"],
    [new ArrayBuffer(8), "of type ArrayBuffer"],
    [new SharedArrayBuffer(8), "of type SharedArrayBuffer"],
    [new Proxy(new Float32Array(2), {}), "of type Object"],
    [detached(), "a Float32Array whose buffer is detached or too short"],
    [cutOff(), "a Float32Array whose buffer is detached or too short"],
  ] as const
) {
  Deno.test(`evaluate() says that it cannot take ${given}`, () => {
    assertThrows(
      double(xs),
      TypeError,
      `xs must be an array, typed array or iterable of numbers: current value is ${given}`,
    );
  });
}

Deno.test("evaluate() says that an array cannot be so long", () => {
  assertThrows(double({ length: 2 ** 53 }), RangeError, "current value is 9007199254740992");
});

Deno.test("evaluate() takes whatever can be gone through, and what calls itself otherwise", () => {
  const expected = Float64Array.of(0, 2);
  assertEquals(evaluate(relu, generated(-1, 2) as Iterable<number>), expected);
  assertEquals(evaluate(relu, new Proxy([-1, 2], {})), expected);
  assertEquals(evaluate(relu, tagged), Float64Array.of(1));
  (function (..._: number[]) {
    assertEquals(evaluate(relu, arguments), expected);
  })(-1, 2);
});

for (
  const [out, kind, words] of [
    [new Float32Array(2), RangeError, "length must be 1: current value is 2"],
    [new Float32Array(0), RangeError, "length must be 1: current value is 0"],
    [
      new Float64Array(1),
      TypeError,
      "must be a Float32Array for this input: current value is of type",
    ],
    [Float16Array.of(1), TypeError, "of type Float16Array"],
    [BigInt64Array.of(1n), TypeError, "of type BigInt64Array"],
    [new DataView(new ArrayBuffer(4)), TypeError, "of type DataView"],
    [[0], TypeError, "of type Array"],
    [null, TypeError, "of type null"],
    ["x", TypeError, "of type string"],
    [tagged, TypeError, "none, but an object that says so"],
    [new Proxy(new Float32Array(1), {}), TypeError, "of type Object"],
    [detached(), TypeError, "must not be detached or too short: current value is a Float32Array"],
    [cutOff(), TypeError, "must not be detached or too short: current value is a Float32Array"],
  ] as const
) {
  Deno.test(`evaluate() does not write to what is wrong: ${words}`, () => {
    assertThrows(double(Float32Array.of(1), { out }), kind, words);
  });
}

Deno.test("evaluate() refuses what is no function, or no options", () => {
  const wrong = (f: unknown, options?: unknown) => () =>
    evaluate(f as typeof relu, Float32Array.of(1), options as { out: Float32Array });
  assertThrows(wrong(undefined), TypeError, "f must be a function: current value is undefined");
  assertThrows(wrong("gelu"), TypeError, 'current value is "gelu"');
  assertThrows(wrong(relu, new Float32Array(1)), TypeError, "options must be an object with out");
  assertThrows(wrong(relu, null), TypeError, "options must be an object with out");
  assertThrows(wrong(relu, "fast"), TypeError, "options must be an object with out");
  assertThrows(wrong(relu, { format: "bfloat16" }), RangeError, '"bfloat16" for a Float32Array');
  assertThrows(wrong(relu, { accuracy: "best" }), RangeError, "accuracy must be one of");
});

Deno.test("evaluate() takes buffers that are shared, or whose length changes", () => {
  const expected = Float32Array.of(0, 2);
  assertEquals(evaluate(relu, shared(-1, 2)), expected);
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  const tracking = new Float32Array(buffer);
  tracking.set([-1, 2]);
  assertEquals(evaluate(relu, tracking), expected);
  buffer.resize(16);
  assertEquals(evaluate(relu, tracking), Float32Array.of(0, 2, 0, 0));
  buffer.resize(4);
  assertEquals(evaluate(relu, tracking, { out: tracking }).length, 1);
  assertEquals(evaluateRows(softmax, shared(1, 1), { width: 2 }), Float32Array.of(0.5, 0.5));
});

function shared(...numbers: number[]): Float32Array {
  const array = new Float32Array(new SharedArrayBuffer(4 * numbers.length));
  array.set(numbers);
  return array;
}

Deno.test("evaluate() writes doubles over the narrower numbers that they are of", () => {
  const buffer = new ArrayBuffer(64);
  const bytes = new Int8Array(buffer, 56, 8);
  bytes.set([1, -2, 3, -4, 5, -6, 7, -8]);
  const out = evaluate(relu, bytes, { out: new Float64Array(buffer) });
  assertEquals(out, Float64Array.of(1, 0, 3, 0, 5, 0, 7, 0));
});

Deno.test("evaluate() makes plain arrays, whatever class the input is of", () => {
  class Strange extends Float32Array {
    static get [Symbol.species](): never {
      throw new Error("not to be made");
    }
  }
  const xs = Strange.from([-1, 2]) as Float32Array;
  assertEquals(evaluate(relu, xs), Float32Array.of(0, 2));
  const whole = Strange.from([-1, 2, 0]);
  const place = new Float32Array(whole.buffer, 4, 2);
  evaluate(relu, new Float32Array(whole.buffer, 0, 2), { out: place });
  assertEquals(place, Float32Array.of(0, 2));
});

Deno.test("evaluateRows() says what is wrong", () => {
  const rows = (f: unknown, xs: unknown, options: unknown = { width: 2 }) => () =>
    evaluateRows(f as typeof softmax, xs as Float32Array, options as { width: number });
  assertThrows(rows(3, new Float32Array(2)), TypeError, "function of vectors: current value is 3");
  assertThrows(rows(softmax, [1, 2]), TypeError, "current value is of type Array");
  assertThrows(rows(softmax, new Float16Array(2)), TypeError, "of type Float16Array");
  assertThrows(rows(softmax, detached()), TypeError, "with its buffer");
  assertThrows(rows(softmax, cutOff()), TypeError, "with its buffer");
  assertThrows(rows(softmax, new Proxy(new Float32Array(2), {})), TypeError, "with its buffer");
  assertThrows(rows(softmax, new Float32Array(3)), RangeError, "divides 3: current value is 2");
});

Deno.test("a place that goes while threads work is told of", async () => {
  const xs = new Float32Array(2 ** 19).fill(1);
  const out = new Float32Array(xs.length);
  const pending = evaluate(gelu, xs, { threads: 2, out });
  structuredClone(out.buffer, { transfer: [out.buffer] });
  await assertRejects(() => pending, TypeError, "must not be detached");
});
