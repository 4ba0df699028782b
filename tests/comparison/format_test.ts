import { assert, assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { bfloat16, float16, float32, float64, formats } from "../../src/comparison/format.ts";
import { finiteValues } from "../../src/comparison/finite_values.ts";
import { nextDown, nextUp } from "../../src/comparison/next.ts";
import { doubles } from "./_doubles.ts";

Deno.test("formats know their limits", () => {
  const limits = Object.values(formats).map((f) => [f.max, f.minNormal, f.minSubnormal]);
  assertEquals(limits, [
    [Number.MAX_VALUE, 2.2250738585072014e-308, 5e-324],
    [3.4028234663852886e38, 1.1754943508222875e-38, 1.401298464324817e-45],
    [65504, 0.00006103515625, 5.960464477539063e-8],
    [3.3895313892515355e38, 1.1754943508222875e-38, 9.183549615799121e-41],
  ]);
  assertEquals(formats.float64.finiteCount, 2 ** 64 - 2 ** 53);
  assertEquals(formats.float32.finiteCount, 4278190080);
});

Deno.test("float32 rounds and encodes as the engine does", () => {
  const view = new DataView(new ArrayBuffer(4));
  for (const x of doubles(20000, -160, 130)) {
    assertStrictEquals(float32.round(x), Math.fround(x));
    view.setFloat32(0, x);
    assertEquals(Number(float32.encode(x)), view.getUint32(0));
  }
});

Deno.test("float16 rounds every kind of double to the nearer value, ties to the even pattern", () => {
  checkRounding(float16, doubles(4000, -30, 18));
});

Deno.test("bfloat16 rounds every kind of double to the nearer value, ties to the even pattern", () => {
  checkRounding(bfloat16, doubles(4000, -140, 129));
});

/** Against the definition: midpoints between neighbours, and the doubles beside them. */
function checkRounding(format: typeof float16, samples: readonly number[]): void {
  const values = [...finiteValues(format, [0, format.max])].slice(1);
  for (let i = 1; i < values.length; i++) {
    const [below, above] = [values[i - 1], values[i]];
    const middle = (below + above) / 2;
    const even = format.encode(below) % 2n === 0n ? below : above;
    assertStrictEquals(format.round(middle), even);
    assertStrictEquals(format.round(nextUp(middle, float64)), above);
    assertStrictEquals(format.round(nextDown(middle, float64)), below);
    assertStrictEquals(format.round(-middle), -even);
  }
  for (const x of samples) {
    const rounded = format.round(x);
    assertStrictEquals(format.round(rounded), rounded);
    if (!Number.isFinite(rounded)) continue;
    const other = rounded < x ? nextUp(rounded, format) : nextDown(rounded, format);
    assert(Math.abs(x - rounded) <= Math.abs(other - x), `${x}`);
  }
}

Deno.test("rounding overflows half a step beyond the largest value", () => {
  assertEquals(float16.round(65519.99999999999), 65504);
  assertEquals(float16.round(65520), Infinity);
  assertEquals(float16.round(-65520), -Infinity);
  assertEquals(bfloat16.round(3.4e38), Infinity);
  assertEquals(float64.round(Number.MAX_VALUE), Number.MAX_VALUE);
});

Deno.test("rounding keeps zeros with their sign, infinities and NaN", () => {
  for (const format of Object.values(formats)) {
    for (const x of [0, -0, Infinity, -Infinity, NaN]) assertStrictEquals(format.round(x), x);
  }
  assertStrictEquals(float16.round(-1e-9), -0);
  assertEquals(float16.round(2 ** -25), 0);
  assertEquals(float16.round(2 ** -25 * 1.0000001), 2 ** -24);
});

Deno.test("every bit pattern of a 16-bit format survives decoding and encoding", () => {
  for (const format of [float16, bfloat16]) {
    let finite = 0;
    for (let bits = 0n; bits < 65536n; bits++) {
      const value = format.decode(bits);
      if (Number.isFinite(value)) finite++;
      if (!Number.isNaN(value)) assertEquals(format.encode(value), bits);
    }
    assertEquals(finite, format.finiteCount);
  }
});

Deno.test("float64 patterns are the engine's", () => {
  const view = new DataView(new ArrayBuffer(8));
  for (const x of [...doubles(2000, -1080, 1023), 5e-324, -0, Infinity, -Infinity]) {
    view.setFloat64(0, x);
    assertEquals(float64.encode(x), view.getBigUint64(0));
    assertStrictEquals(float64.decode(float64.encode(x)), x);
  }
  assertStrictEquals(float64.decode(float64.encode(NaN)), NaN);
});

Deno.test("decode() refuses a pattern that does not fit", () => {
  assertThrows(
    () => float16.decode(65536n),
    RangeError,
    "Cannot decode a float16 as 0 <= bits < 2^16 must hold: current value is 65536",
  );
  assertThrows(() => float16.decode(-1n), RangeError);
});
