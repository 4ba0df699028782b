import { assertAlmostEquals, assertEquals } from "@std/assert";
import { single, ulpError } from "./ulp_error.ts";

const at = (hi: number, lo = 0, scale = 0) => ({ hi, lo, scale });

Deno.test("ulpError() counts units in the last place of the exact value", () => {
  assertEquals(ulpError(1, at(1)), { ulps: 0, subnormal: false });
  assertEquals(ulpError(1 + 2 ** -52, at(1)).ulps, 1);
  assertEquals(ulpError(-3, at(-3, 16384)).ulps, 0.25);
  assertEquals(ulpError(0, at(-3)).ulps, 3 * 2 ** 51);
});

Deno.test("ulpError() takes the unit below a power of two that the exact value is rounded to", () => {
  // 1 − 2⁻⁵⁴, whose unit is 2⁻⁵³.
  assertEquals(ulpError(1, at(1, -16384)).ulps, 0.5);
  assertEquals(ulpError(-1, at(-1, 16384)).ulps, 0.5);
});

Deno.test("ulpError() counts quanta where the exact value is subnormal", () => {
  // 2⁻¹⁰⁷⁵, half of the smallest number.
  const half = at(2 ** -51, 0, -8);
  assertEquals(ulpError(0, half), { ulps: 0.5, subnormal: true });
  assertEquals(ulpError(Number.MIN_VALUE, half), { ulps: 0.5, subnormal: true });
  assertEquals(ulpError(-Number.MIN_VALUE, half).ulps, 1.5);
  assertAlmostEquals(ulpError(Number.MIN_VALUE, at(2 ** -20, 0, -10)).ulps, 1, 1e-60);
});

Deno.test("ulpError() takes an infinity for the first power of two that overflows", () => {
  const limit = at(1, 0, 8); // 2¹⁰²⁴
  assertEquals(ulpError(Infinity, limit).ulps, 0);
  assertEquals(ulpError(Number.MAX_VALUE, limit).ulps, 0.5);
  assertEquals(ulpError(Infinity, at(1 - 2 ** -53, 0, 8)).ulps, 1);
  assertEquals(ulpError(-Infinity, at(1)).ulps, Infinity);
  assertEquals(ulpError(-Infinity, limit).ulps, 2 ** 53);
});

Deno.test("ulpError() is infinite for NaN, and counts quanta where the exact value is 0", () => {
  assertEquals(ulpError(NaN, at(1)).ulps, Infinity);
  assertEquals(ulpError(NaN, at(0)).ulps, Infinity);
  assertEquals(ulpError(-0, at(0)).ulps, 0);
  assertEquals(ulpError(3 * Number.MIN_VALUE, at(0)).ulps, 3);
});

Deno.test("ulpError() has units of float32 when told so", () => {
  assertEquals(ulpError(1 + 2 ** -23, at(1), single).ulps, 1);
  assertEquals(ulpError(Infinity, at(2 ** 128), single).ulps, 0);
  assertEquals(ulpError(2 ** -149, at(2 ** -150), single), { ulps: 0.5, subnormal: true });
});
