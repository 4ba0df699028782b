import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { ulpError } from "@actbook/actbook";
import { DoubleDouble, expScaled, scaleBy } from "@actbook/actbook/special";

Deno.test("ulpError() counts steps of the exact value's binade, with a sign", () => {
  const one = new DoubleDouble(1);
  assertEquals(ulpError(1 + 2 ** -52, one), 1);
  assertEquals(ulpError(1 - 2 ** -53, one), -0.5);
  assertEquals(ulpError(1, new DoubleDouble(1, 2 ** -54)), -0.25);
});

Deno.test("ulpError() takes values just beside a power of two for what they are", () => {
  assertEquals(ulpError(1 - 2 ** -53, new DoubleDouble(1 - 2 ** -53, 2 ** -55)), -0.25);
  assertEquals(ulpError(2 ** 40 - 2 ** -13, new DoubleDouble(2 ** 40 - 2 ** -13)), 0);
});

Deno.test("ulpError() is at most a half for what is rounded once, down to the subnormals", () => {
  for (let x = -744; x < 700; x += 0.37) {
    const { significand, power } = expScaled(x);
    const off = ulpError(scaleBy(significand, power), { significand, power });
    // A subnormal result is rounded twice: to 53 bits, then to the one bit less or more it has.
    assert(Math.abs(off) <= (x < -708 ? 0.75 : 0.5), `${x}: ${off}`);
  }
});

Deno.test("ulpError() of a lost value is that every digit is wrong", () => {
  assertAlmostEquals(ulpError(0, expScaled(-50)), -(2 ** 52), 2 ** 52);
  assert(ulpError(0, expScaled(-50)) <= -(2 ** 52));
});
