import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { bfloat16, float16, float32, float64, formats } from "../../src/comparison/format.ts";
import { formatNamed } from "../../src/comparison/float_format.ts";
import { finiteValues } from "../../src/comparison/finite_values.ts";
import { nextDown, nextUp } from "../../src/comparison/next.ts";
import { ulpDistance } from "../../src/comparison/ulp_distance.ts";

Deno.test("ulpDistance() counts the values passed on the way", () => {
  const values = [...finiteValues(float16, [-1e-6, 1e-6])];
  const zero = values.findIndex((x) => Object.is(x, 0));
  assertStrictEquals(values[zero - 1], -0);
  values.splice(zero - 1, 1);
  for (const [i, a] of values.entries()) {
    for (const [j, b] of values.entries()) {
      assertEquals(ulpDistance(a, b, float16), Math.abs(i - j));
    }
  }
});

Deno.test("ulpDistance() is 0 between the zeros and crosses binades", () => {
  for (const format of Object.values(formats)) {
    assertEquals(ulpDistance(-0, 0, format), 0);
    assertEquals(ulpDistance(nextDown(1, format), nextUp(1, format), format), 2);
    assertEquals(ulpDistance(format.max, Infinity, format), 1);
  }
  assertEquals(ulpDistance(-Infinity, Infinity, bfloat16), 65280);
});

Deno.test("ulpDistance() is the difference of the bits, in any format", () => {
  for (
    const name of ["float32", "float16", "bfloat16", "e4m3fn", "e5m2s", "e8m10", "e11m30"] as const
  ) {
    const format = formatNamed(name);
    const values = [0, format.minSubnormal, format.minNormal, 1, 1 / 3, 3.7, 200, format.max, 1e30];
    const bits = values.map((x) => format.encode(x));
    values.forEach((a, i) =>
      values.forEach((b, j) => {
        const [same, across] = [bits[i] - bits[j], bits[i] + bits[j]].map(Number);
        assertEquals(ulpDistance(a, b, format), Math.abs(same), `${name}: ${a}, ${b}`);
        assertEquals(ulpDistance(-a, b, format), across, `${name}: ${-a}, ${b}`);
      })
    );
  }
});

Deno.test("ulpDistance() tells a number from NaN", () => {
  assertEquals(ulpDistance(NaN, NaN, float32), 0);
  assertEquals(ulpDistance(NaN, 1, float32), Infinity);
  assertEquals(ulpDistance(1, NaN, float32), Infinity);
});

Deno.test("nextUp() and nextDown() visit every value of bfloat16", () => {
  let x = -bfloat16.max;
  let count = 1;
  for (; x < bfloat16.max; count++) {
    const up = nextUp(x, bfloat16);
    if (x !== 0) assertStrictEquals(nextDown(up, bfloat16) + 0, x + 0);
    x = up;
  }
  // Both zeros are one place.
  assertEquals(count, bfloat16.finiteCount - 1);
  assertEquals(nextUp(bfloat16.max, bfloat16), Infinity);
});

Deno.test("nextUp() keeps the sign of zero and steps from values outside the format", () => {
  assertStrictEquals(nextUp(-float16.minSubnormal, float16), -0);
  assertStrictEquals(nextDown(float16.minSubnormal, float16), 0);
  assertEquals(nextUp(0.1, float16), 0.10003662109375);
  assertEquals(nextDown(0.1, float16), 0.0999755859375);
  assertEquals(nextUp(-Infinity, float64), -Number.MAX_VALUE);
  assertStrictEquals(nextUp(NaN, float64), NaN);
});

Deno.test("finiteValues() gives a part in order and refuses a reversed range", () => {
  assertEquals([...finiteValues(bfloat16, [-1, -0.995])], [-1, -0.99609375]);
  assertEquals([...finiteValues(bfloat16, [0.9, 0.901])], []);
  assertEquals([...finiteValues(float16)].length, float16.finiteCount);
  assertEquals([...finiteValues(float16, [1e5, 1e6])], []);
  assertThrows(() => [...finiteValues(float16, [1, 0])], RangeError, "low <= high must hold");
});

Deno.test("finiteValues() gives what the bits of a format say, one after the other", () => {
  for (const name of ["float16", "bfloat16", "e4m3fns", "e5m2", "e2m1fn"] as const) {
    const format = formatNamed(name);
    const half = format.finiteCount / 2;
    const rising = Array.from({ length: half }, (_, i) => format.decode(BigInt(i)));
    const all = [...rising.map((x) => -x).reverse(), ...rising];
    assertEquals([...finiteValues(format)], all);
    for (const [low, high] of [[-0.3, 2], [1, 1], [-8, -2], [0.375, Infinity], [-Infinity, 0]]) {
      const part = all.filter((x) => x >= low && x <= high);
      assertEquals([...finiteValues(format, [low, high])], part, `${name} from ${low} to ${high}`);
    }
  }
});
