import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { relu } from "../../src/activations/relu.ts";
import { silu } from "../../src/activations/silu.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { bfloat16, float16 } from "../../src/comparison/format.ts";

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
  assertStrictEquals(evaluate(relu, [-1, 2], { out }), out);
  assertEquals(out, Float64Array.of(0, 2));
  const own = Float32Array.of(-1, 2);
  assertStrictEquals(evaluate(relu, own, { out: own }), own);
  assertEquals(own, Float32Array.of(0, 2));
});

Deno.test("evaluate() refuses an array of another type or length", () => {
  assertThrows(
    () => evaluate(relu, [1, 2], { out: new Float64Array(3) }),
    RangeError,
    "Cannot evaluate into out as its length must be 2: current value is 3",
  );
  assertThrows(
    () =>
      evaluate(relu, Float32Array.of(1), { out: new Float64Array(1) as unknown as Float32Array }),
    TypeError,
    "it must be a Float32Array for this input: current value is of type Float64Array",
  );
  assertThrows(
    () => evaluate(relu, [1], { out: [0] as unknown as Float64Array }),
    TypeError,
    "it must be a Float64Array for this input: current value is of type Array",
  );
});

Deno.test("evaluate() takes what can be gone through, and whole numbers", () => {
  const expected = Float64Array.of(0, 2);
  assertEquals(evaluate(relu, new Set([-1, 2])), expected);
  assertEquals(evaluate(relu, [-1, 2].values()), expected);
  assertEquals(evaluate(relu, { length: 2, 0: -1, 1: 2 }), expected);
  assertEquals(evaluate(relu, Int8Array.of(-1, 2)), expected);
  assertEquals(evaluate(relu, Uint16Array.of(0, 2)), expected);
});

for (const type of [Float32Array, Float64Array]) {
  Deno.test(`evaluate() writes to a ${type.name} that overlaps its input`, () => {
    const fresh = () => new type(Array.from({ length: 40 }, (_, k) => k / 4 - 5));
    for (const shift of [-3, -1, 0, 1, 2, 17]) {
      const whole = fresh();
      const from = Math.max(0, -shift);
      const xs = whole.subarray(from, from + 20);
      const out = whole.subarray(from + shift, from + shift + 20);
      const expected = evaluate(silu, xs.slice() as Float32Array);
      evaluate(silu, xs as Float32Array, { out: out as Float32Array });
      assertEquals(out as Float32Array, expected, `shifted by ${shift}`);
    }
  });
}

for (const [name, format] of Object.entries({ float16, bfloat16 })) {
  Deno.test(`evaluate() gives for every ${name} the one nearest to the exact value`, () => {
    const patterns = Uint16Array.from({ length: 2 ** 16 }, (_, pattern) => pattern);
    const found = evaluate(gelu, patterns, { format: name as "float16" });
    for (const pattern of patterns) {
      const y = gelu(format.decode(BigInt(pattern)));
      // Where the double decides it.
      const doubtful = format.encode(y * (1 - 1e-15)) !== format.encode(y * (1 + 1e-15));
      if (!doubtful) assertEquals(found[pattern], Number(format.encode(y)), `${pattern}`);
    }
  });
}

Deno.test("evaluate() takes and gives a Float16Array, with functions of one's own too", () => {
  const halves = Float16Array.of(1, -1, 2 ** -24, NaN, 65504);
  assertEquals(
    evaluate(gelu, halves),
    Float16Array.of(0.84134477, -0.15865526, 2 ** -24, NaN, 65504),
  );
  assertEquals(evaluate((x) => x * 1.5, halves)[0], 1.5);
  assertEquals(evaluate((x) => x * 2, halves)[4], Infinity);
});
