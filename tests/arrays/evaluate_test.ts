import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { relu } from "../../src/activations/relu.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";

const xs = [-2.5, -0, 0.1, 3, NaN, Infinity];

Deno.test("evaluate() gives doubles for doubles", () => {
  const expected = Float64Array.from(xs, gelu);
  assertEquals(evaluate(gelu, xs), expected);
  assertEquals(evaluate(gelu, Float64Array.from(xs)), expected);
  assertEquals(evaluate(gelu, Object.freeze([...xs])), expected);
});

Deno.test("evaluate() gives float32 for float32", () => {
  const singles = Float32Array.from(xs);
  assertEquals(evaluate(gelu, singles), Float32Array.from(singles, (x) => Math.fround(gelu(x))));
  assertEquals(evaluate(Math.atan, singles), Float32Array.from(singles, Math.atan));
});

Deno.test("evaluate() takes derivatives and functions with other parameters", () => {
  assertEquals(evaluate(relu.derivative, [-1, 2]), Float64Array.of(0, 1));
  assertEquals(evaluate(relu.derivative, Float32Array.of(-1, 2)), Float32Array.of(0, 1));
});

Deno.test("evaluate() gives an empty array for one", () => {
  assertEquals(evaluate(gelu, []), new Float64Array(0));
  assertEquals(evaluate(gelu, new Float32Array(0)), new Float32Array(0));
});

Deno.test("evaluate() writes to the array given, which may be the input", () => {
  const out = new Float64Array(2);
  assertStrictEquals(evaluate(relu, [-1, 2], out), out);
  assertEquals(out, Float64Array.of(0, 2));
  const own = Float32Array.of(-1, 2);
  assertStrictEquals(evaluate(relu, own, own), own);
  assertEquals(own, Float32Array.of(0, 2));
});

Deno.test("evaluate() refuses an array of another type or length", () => {
  assertThrows(
    () => evaluate(relu, [1, 2], new Float64Array(3)),
    RangeError,
    "Cannot evaluate into out as its length must be 2: current value is 3",
  );
  assertThrows(
    () => evaluate(relu, Float32Array.of(1), new Float64Array(1) as unknown as Float32Array),
    TypeError,
    "it must be a Float32Array for this input: current value is of type Float64Array",
  );
  assertThrows(
    () => evaluate(relu, [1], [0] as unknown as Float64Array),
    TypeError,
    "it must be a Float64Array for this input: current value is of type Array",
  );
});
