import { assert, assertEquals } from "@std/assert";
import { productError, sumError, upperHalf } from "../../src/special/_error_free.ts";
import { DoubleDouble } from "../../src/special/double_double.ts";
import { random, toWhole } from "./_exact.ts";

/** Exactly a value times 2¹⁰⁷⁴. */
const whole = (x: DoubleDouble) => toWhole(x.hi) + toWhole(x.lo);

/** |actual / expected − 1| < 2⁻¹⁰¹ for whole numbers. */
function assertClose(actual: bigint, expected: bigint, what: string) {
  const difference = actual > expected ? actual - expected : expected - actual;
  const size = expected < 0n ? -expected : expected;
  assert(difference << 101n < size, `${what} is off by ${Number(difference) / Number(size)}`);
}

/** Pairs of 106-bit numbers of both signs and of magnitudes 2⁻²⁰ to 2²⁰. */
function pairs(count: number): [DoubleDouble, DoubleDouble][] {
  const source = random(20260101);
  const next = () => source.next().value;
  const number = () => {
    const hi = (next() - 0.5) * 2 ** Math.floor(40 * next() - 20);
    return DoubleDouble.sum(hi, hi * 2 ** -54 * (next() - 0.5));
  };
  return Array.from({ length: count }, () => [number(), number()]);
}

Deno.test("upperHalf() leaves 26 bits on each side", () => {
  for (const [{ hi }] of pairs(1000)) {
    const high = upperHalf(hi);
    assertEquals(toWhole(high * high), toWhole(high) ** 2n >> 1074n);
    assertEquals(toWhole(high) + toWhole(hi - high), toWhole(hi));
  }
});

Deno.test("sumError() and productError() make sums and products exact", () => {
  for (const [{ hi: a }, { hi: b }] of pairs(1000)) {
    assertEquals(toWhole(a + b) + toWhole(sumError(a, b, a + b)), toWhole(a) + toWhole(b));
    const product = toWhole(a * b) + toWhole(productError(a, b, a * b));
    assertEquals(product << 1074n, toWhole(a) * toWhole(b));
  }
});

Deno.test("plus(), minus() and times() are right to 101 bits", () => {
  for (const [a, b] of pairs(1000)) {
    assertClose(whole(a.plus(b)), whole(a) + whole(b), "sum");
    assertClose(whole(a.minus(b)), whole(a) - whole(b), "difference");
    assertClose(whole(a.times(b)) << 1074n, whole(a) * whole(b), "product");
    assertClose(whole(a.plus(b.hi)), whole(a) + toWhole(b.hi), "sum with a double");
    assertClose(whole(a.times(b.hi)) << 1074n, whole(a) * toWhole(b.hi), "product with a double");
    assertClose(whole(a.squared()) << 1074n, whole(a) ** 2n, "square");
  }
});

Deno.test("dividedBy() and squareRoot() undo times() and squared() to 101 bits", () => {
  for (const [a, b] of pairs(1000)) {
    assertClose(whole(a.dividedBy(b)) * whole(b), whole(a) << 1074n, "quotient");
    assertClose(whole(a.dividedBy(b.hi)) * toWhole(b.hi), whole(a) << 1074n, "by a double");
    const positive = a.hi > 0 ? a : a.negated();
    assertClose(whole(positive.squareRoot()) ** 2n, whole(positive) << 1074n, "root");
  }
});

Deno.test("cancellation leaves the exact rest", () => {
  const a = new DoubleDouble(1, 2 ** -80);
  assertEquals(a.minus(1), new DoubleDouble(2 ** -80));
  assertEquals(a.minus(a), new DoubleDouble(0));
});

Deno.test("zero, infinity and signs pass through where they make sense", () => {
  assertEquals(new DoubleDouble(0).squareRoot().toNumber(), 0);
  assertEquals(DoubleDouble.quotient(1, 4).toNumber(), 0.25);
  assertEquals(DoubleDouble.of(3).negated().scaled(0.5).toNumber(), -1.5);
});
