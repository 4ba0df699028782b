import { assert, assertEquals, assertThrows } from "@std/assert";
import { Exact } from "../../../src/approximation/series/exact.ts";
import { Rational } from "../../../src/approximation/series/rational.ts";
import { pi, squareRoot } from "../../../src/approximation/series/_fixed_point.ts";

Deno.test("Rational keeps lowest terms and a positive denominator", () => {
  assertEquals(Rational.of(6, -4).toString(), "-3/2");
  assertEquals(Rational.of(1, 6).add(Rational.of(1, 3)).toString(), "1/2");
  assertEquals(Rational.of(2, 3).multiply(Rational.of(3, 2)).toString(), "1");
  assert(Rational.of(1, 2).add(Rational.of(-1, 2)).isZero());
});

Deno.test("Rational refuses a denominator of 0", () => {
  assertThrows(() => Rational.of(1, 0), RangeError, "must not be 0");
  assertThrows(() => Rational.zero.inverse(), RangeError, "must not be 0");
});

Deno.test("pi() has fifty right digits in fixed point", () => {
  const digits = pi(200n) * 10n ** 50n >> 200n;
  assertEquals(digits, 314159265358979323846264338327950288419716939937510n);
});

Deno.test("squareRoot() is the floor of the root", () => {
  for (const n of [0n, 1n, 2n, 3n, 4n, 15n, 16n, 17n, 10n ** 40n, 10n ** 40n - 1n]) {
    const root = squareRoot(n);
    assert(root * root <= n && (root + 1n) * (root + 1n) > n, `${n}`);
  }
});

Deno.test("Exact multiplies roots of 2 and π exactly", () => {
  const root = Exact.rootTwo.multiply(Exact.rootPi.inverse()); // √(2/π)
  assertEquals(root.multiply(root).toTex(), "\\frac{2}{\\pi}");
  assertEquals(root.multiply(root.inverse()).toTex(), "1");
  assert(root.add(root.negate()).isZero());
});

Deno.test("Exact evaluates to the nearest double", () => {
  assertEquals(Exact.pi.toNumber(), Math.PI);
  assertEquals(Exact.rootTwo.toNumber(), Math.SQRT2);
  assertEquals(Exact.of(-1, 3).toNumber(), -1 / 3);
  assertEquals(Exact.zero.toNumber(), 0);
  assertEquals(Exact.rootPi.toNumber(), 1.772453850905516);
});

Deno.test("Exact evaluates through cancellation of thirty digits", () => {
  // π − p for the first thirty digits p of π leaves 5.0288419716939937510582…e-31
  const p = Exact.of(-3141592653589793238462643383279n, 10n ** 30n);
  assertEquals(Exact.pi.add(p).toNumber(), 5.0288419716939937510582e-31);
});

Deno.test("Exact inverts single terms only", () => {
  assertThrows(() => Exact.pi.add(Exact.one).inverse(), RangeError, "single term");
  assertThrows(() => Exact.zero.inverse(), RangeError, "single term");
});

Deno.test("Exact prints each kind of number in LaTeX", () => {
  assertEquals(Exact.zero.toTex(), "0");
  assertEquals(Exact.of(-3).toTex(), "-3");
  assertEquals(Exact.of(-3, 7).toTex(), "-\\frac{3}{7}");
  assertEquals(Exact.of(2).multiply(Exact.rootPi.inverse()).toTex(), "\\frac{2}{\\sqrt{\\pi}}");
  assertEquals(Exact.rootTwo.negate().toTex(), "-\\sqrt{2}");
  assertEquals(Exact.pi.add(Exact.of(-1)).toTex(), "\\left(-1+\\pi\\right)");
  assertEquals(Exact.rootTwo.add(Exact.pi).toTex(), "\\pi+\\sqrt{2}");
});
