import { runInNewContext } from "node:vm";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { softmax } from "../../src/activations/vector/softmax.ts";
import { gelu } from "../../src/activations/gelu.ts";
import { relu } from "../../src/activations/relu.ts";
import { squaredRelu } from "../../src/activations/squared_relu.ts";
import { glu } from "../../src/activations/vector/glu.ts";
import { share } from "../../src/arrays/_evaluate_on_threads.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { evaluateRows } from "../../src/arrays/evaluate_rows.ts";
import { halfwayInputs } from "../../src/arrays/halfway_inputs.ts";

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
    [3n, "3n"],
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
    [[1n], "an array with 1n at 0"],
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

for (
  const [wrong, given] of [
    ["3", '"3"'],
    [3n, "3n"],
    [undefined, "undefined"],
    [[1], "[1]"],
    [Promise.resolve(1), "an object of class Promise"],
  ]
) {
  Deno.test(`evaluate() says that a function gives ${given}, which is no number`, () => {
    const f = (() => wrong) as unknown as typeof relu;
    const words = `f must give numbers: current value is ${given} at 2`;
    for (const xs of [[2], Float32Array.of(2), Float16Array.of(2)]) {
      assertThrows(() => evaluate(f, xs as number[]), TypeError, words);
    }
    const patterns = Uint16Array.of(0x4000);
    assertThrows(() => evaluate(f, patterns, { format: "bfloat16" }), TypeError, words);
  });
}

Deno.test("evaluate() says that a function of vectors is none of numbers", () => {
  assertThrows(
    () => evaluate(softmax as unknown as typeof relu, [2]),
    TypeError,
    "Cannot evaluate softmax as x must be an array of numbers: current value is 2",
  );
});

Deno.test("evaluate() says that a function takes the arrays away that it works on", () => {
  const taking = (take: () => void) => (x: number) => {
    if (x === 2) take();
    return x;
  };
  for (const type of [Float32Array, Float64Array, Float16Array]) {
    const size = type.BYTES_PER_ELEMENT;
    const buffer = new ArrayBuffer(3 * size, { maxByteLength: 4 * size });
    const xs = new type(buffer) as Float32Array;
    xs.set([1, 2, 3]);
    const words = "must leave the arrays at their length of 3: current values are 1 of the input";
    assertThrows(() => evaluate(taking(() => buffer.resize(size)), xs), TypeError, words);
    const out = new type(3) as Float32Array<ArrayBuffer>;
    const detach = () => void structuredClone(out.buffer, { transfer: [out.buffer] });
    const inputs = new type([1, 2, 3]) as Float32Array;
    const gone = "current values are 3 of the input and 0 of out";
    assertThrows(() => evaluate(taking(detach), inputs, { out }), TypeError, gone);
  }
});

Deno.test("arrays of another realm are as good as those of this one", () => {
  const other = <T>(code: string): T => runInNewContext(code);
  const expected = Float32Array.of(0, 2);
  assertEquals(evaluate(relu, other<Float32Array>("Float32Array.of(-1, 2)")), expected);
  assertEquals(evaluate(relu, other<number[]>("[-1, 2]")), Float64Array.of(0, 2));
  const out = other<Float32Array>("new Float32Array(2)");
  evaluate(relu, Float32Array.of(-1, 2), { out });
  assertEquals(Float32Array.from(out), expected);
  const halves = Float32Array.of(0.5, 0.5);
  const rows = other<Float32Array>("new Float32Array(2)");
  assertEquals(evaluateRows(softmax, rows, { width: 2 }), halves);
  assertEquals(halfwayInputs(squaredRelu, other("Float32Array.of(4097)")).length, 1);
});

Deno.test("halfwayInputs() says what is wrong", () => {
  const halfway = (f: unknown, xs: unknown) => () =>
    halfwayInputs(f as typeof relu, xs as Float32Array);
  assertThrows(
    halfway(3, Float32Array.of(1)),
    TypeError,
    "f must be a function: current value is 3",
  );
  assertThrows(halfway(relu, "abc"), TypeError, 'with its buffer: current value is "abc"');
  assertThrows(halfway(relu, [1]), TypeError, "must be a Float32Array");
  assertThrows(halfway(relu, Float64Array.of(1)), TypeError, "of type Float64Array");
  assertThrows(halfway(relu, detached()), TypeError, "with its buffer");
});

Deno.test("evaluateRows() says that a function gives no rows, or rows of other lengths", () => {
  const rows = (f: (row: Float64Array) => unknown) => () =>
    evaluateRows(f as typeof softmax, Float32Array.of(1, 2, 3, 4), { width: 2 });
  const words = "f must give an array of numbers for each: current value is ";
  assertThrows(rows(() => 3), TypeError, `${words}3 for row 0`);
  assertThrows(rows((row) => row[0] < 2 ? row : ["a"]), TypeError, `${words}["a"] for row 1`);
  assertThrows(rows(() => BigInt64Array.of(1n)), TypeError, words);
  assertThrows(rows(() => relu), TypeError, `${words}a function for row 0`);
  const ragged = rows((row) => row[0] < 2 ? [1] : [1, 2]);
  assertThrows(ragged, RangeError, "give 1 numbers for each, as for the first: current value is 2");
  assertThrows(rows(relu as never), TypeError, `${words}NaN for row 0`);
  assertEquals(evaluateRows(glu, Float64Array.of(1, 0, 2, 0), { width: 2 }).length, 2);
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
  const xs = new Float32Array(2 ** 15).fill(1);
  const out = new Float32Array(xs.length);
  const pending = share(gelu, xs, out, "nearest", 2);
  structuredClone(out.buffer, { transfer: [out.buffer] });
  await assertRejects(() => pending, TypeError, "must not be detached");
});
