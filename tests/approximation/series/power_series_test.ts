import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { Exact } from "../../../src/approximation/series/exact.ts";
import { PowerSeries } from "../../../src/approximation/series/power_series.ts";
import {
  atanhSeries,
  erfSeries,
  tanhArgumentSeries,
  tanhSeries,
} from "../../../src/approximation/series/known_series.ts";

/** Σ cₖ/πᵏ, from numerators and denominators. */
const inPowersOfInversePi = (...terms: [number, number][]) =>
  terms.reduceRight(
    (sum, [n, d]) => sum.multiply(Exact.pi.inverse()).add(Exact.of(n, d)),
    Exact.zero,
  );

Deno.test("the argument of the tanh form has the exact coefficients a₃ to a₉", () => {
  const series = tanhArgumentSeries(9);
  assertEquals(series.coefficient(1).toTex(), "\\sqrt{\\frac{2}{\\pi}}");
  const a = series.monic();
  const expected: Record<number, Exact> = {
    3: inPowersOfInversePi([-1, 6], [2, 3]),
    5: inPowersOfInversePi([1, 40], [-1, 3], [4, 5]),
    7: inPowersOfInversePi([-1, 336], [19, 180], [-2, 3], [8, 7]),
    9: inPowersOfInversePi([1, 3456], [-583, 22680], [29, 90], [-4, 3], [16, 9]),
  };
  for (const [k, value] of Object.entries(expected)) {
    assertEquals(a.coefficient(Number(k)).toTex(), value.toTex());
  }
  assertEquals(a.coefficient(8).toTex(), "0");
  assertAlmostEquals(a.coefficient(3).toNumber(), 0.045539924122527, 1e-15);
  assertAlmostEquals(a.coefficient(5).toNumber(), -4.6348480727e-5, 1e-15);
  assertAlmostEquals(a.coefficient(9).toNumber(), 3.5736182528e-6, 1e-16);
});

Deno.test("tanh of the argument series is erf(x/√2) again, to order 21", () => {
  const order = 21;
  const back = tanhSeries(order).compose(tanhArgumentSeries(order));
  const half = PowerSeries.of(order, (k) => k === 1 ? Exact.rootTwo.inverse() : Exact.zero);
  assertEquals(back.toTex(), erfSeries(order).compose(half).toTex());
});

Deno.test("the series agree with Math.tanh, Math.atanh within what is left out", () => {
  assertAlmostEquals(tanhSeries(31).evaluate(0.25), Math.tanh(0.25), 1e-15);
  assertAlmostEquals(atanhSeries(31).evaluate(0.25), Math.atanh(0.25), 1e-15);
});

Deno.test("PowerSeries: reverse twice gives the series back", () => {
  const series = erfSeries(11);
  assertEquals(series.reverse().reverse().toTex(), series.toTex());
});

Deno.test("PowerSeries: differentiate undoes integrate", () => {
  const series = tanhSeries(7);
  assertEquals(series.integrate().differentiate().toTex(), series.toTex());
});

Deno.test("PowerSeries: tanh′ = 1 − tanh²", () => {
  const tanh = tanhSeries(9);
  const one = PowerSeries.of(8, (k) => k === 0 ? Exact.one : Exact.zero);
  const right = one.add(tanh.multiply(tanh).scale(Exact.of(-1)));
  assertEquals(tanh.differentiate().toTex(), right.toTex());
});

Deno.test("PowerSeries: the product with the reciprocal is 1", () => {
  const series = PowerSeries.of(6, (k) => Exact.of(1, k + 1));
  assertEquals(series.multiply(series.reciprocal()).toTex(), "1+O\\left(x^{7}\\right)");
});

Deno.test("PowerSeries prints its factor, its signs and what it leaves out", () => {
  assertEquals(
    erfSeries(5).toTex("t"),
    "\\frac{2}{\\sqrt{\\pi}}\\left(t-\\frac{1}{3}t^{3}+\\frac{1}{10}t^{5}+O\\left(t^{6}\\right)\\right)",
  );
});

Deno.test("PowerSeries refuses what has no answer", () => {
  const one = PowerSeries.of(3, () => Exact.one);
  assertThrows(() => one.compose(one), RangeError, "must begin with x");
  assertThrows(() => one.reverse(), RangeError, "must begin with x");
  assertThrows(() => one.coefficient(4), RangeError, "0 <= k <= 3 must hold");
  assertThrows(() => PowerSeries.of(-1, () => Exact.one), RangeError, "order must be");
  assertThrows(() => erfSeries(0), RangeError, "order must be");
  assertThrows(() => tanhArgumentSeries(2.5), RangeError, "order must be");
  const squares = PowerSeries.of(3, (k) => k === 2 ? Exact.one : Exact.zero);
  assertThrows(() => squares.reverse(), RangeError, "single term");
});
