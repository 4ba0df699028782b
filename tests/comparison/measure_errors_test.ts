import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { measureErrors } from "../../src/comparison/measure_errors.ts";
import { errorCurve } from "../../src/comparison/error_curve.ts";
import { normalRms } from "../../src/comparison/normal_rms.ts";
import type { RealFunction } from "../../src/calculus/real_function.ts";

const zero = () => 0;

/** A function with its derivatives on it. */
function differentiable(...[f, ...rest]: ((x: number) => number)[]): RealFunction {
  const derivative = rest.length ? differentiable(...rest as [typeof f]) : undefined;
  return Object.assign((x: number) => f(x), derivative && { derivative });
}

const flat = differentiable(zero, zero, zero);
const wave = differentiable(Math.sin, Math.cos, (x) => -Math.sin(x));

Deno.test("measureErrors() finds turning points and zeros beyond the grid", () => {
  const { value, derivative, secondDerivative } = measureErrors(flat, wave, {
    domain: [-5, 6],
    points: 101,
    derivatives: 2,
  });
  const turns = [-3, -1, 1, 3].map((k) => k * Math.PI / 2);
  assertEquals(value.extrema.length, turns.length);
  for (const [i, { x }] of value.extrema.entries()) assertAlmostEquals(x, turns[i], 1e-15 * 8);
  const zeros = [-Math.PI, 0, Math.PI];
  assertEquals(value.zeros.length, zeros.length);
  for (const [i, x] of value.zeros.entries()) assertAlmostEquals(x, zeros[i], 1e-15);
  assertEquals(Math.abs(value.max.error), 1);
  for (const [i, x] of derivative!.zeros.entries()) assertAlmostEquals(x, turns[i], 1e-15 * 8);
  assertEquals(secondDerivative!.zeros.length, 3);
});

Deno.test("measureErrors() refines without derivatives, to half the digits of the place", () => {
  const { value, derivative } = measureErrors(() => 1, (x) => 1 + Math.sin(x), { points: 101 });
  assertEquals(derivative, null);
  for (const { x, error } of value.extrema) {
    assertAlmostEquals(Math.abs(error), 1, 1e-15);
    assertAlmostEquals(Math.abs(x / Math.PI) % 1, 0.5, 1e-7);
  }
  assertEquals(value.extrema.length, 6);
});

Deno.test("measureErrors() lists a zero that touches, on the grid and between its points", () => {
  for (const root of [0.5, 0.1234]) {
    const touching = differentiable((x) => (x - root) ** 2, (x) => 2 * (x - root));
    const { zeros } = errorCurve(flat, touching, [-1, 1], 101);
    assertEquals(zeros.length, 1);
    assertAlmostEquals(zeros[0], root, 1e-15);
  }
});

Deno.test("measureErrors() does not take rounding for a zero or a stretch of agreement for many", () => {
  const a = (x: number) => Math.exp(x);
  const b = (x: number) => Math.exp(x / 2) ** 2;
  const { value } = measureErrors(a, b);
  assertEquals(value.zeros, []);
  assertEquals(value.extrema, []);
  const relu = (x: number) => Math.max(x, 0);
  const clipped = (x: number) => Math.min(Math.max(x, 0), 1);
  assertEquals(measureErrors(relu, clipped).value.zeros, []);
  assertEquals(measureErrors(relu, relu).value.max.error, 0);
});

Deno.test("measureErrors() sees both sides of a kink", () => {
  const slope = (x: number) => x > 0 ? 1 : 0;
  const kinked = Object.assign((x: number) => Math.max(x, 0), { kinks: [0.3], derivative: slope });
  const shifted = Object.assign((x: number) => Math.max(x - 0.3, 0), {
    kinks: [0.3],
    derivative: (x: number) => slope(x - 0.3),
  });
  const { value, derivative } = measureErrors(kinked, shifted, { domain: [-1, 1], points: 11 });
  assertAlmostEquals(value.max.error, -0.3, 1e-15);
  assertEquals(derivative!.max.error, -1);
  assertEquals(derivative!.zeros, []);
  assert(derivative!.curve.some(({ x, error }) => x > 0.2999 && x <= 0.3 && error === -1));
});

Deno.test("measureErrors() measures the root mean square under N(0, 1) over the whole line", () => {
  assertAlmostEquals(measureErrors(flat, (x) => x).value.rmse, 1, 1e-14);
  // E|X|² over x < 0 is a half: a kink inside a panel would cost digits.
  const kinked = Object.assign((x: number) => x < 0.01 ? 0 : x - 0.01, { kinks: [0.01] });
  const dense = Math.sqrt(trapezoid((x) => kinked(x) ** 2));
  assertAlmostEquals(measureErrors(flat, kinked).value.rmse, dense, 1e-8);
  assertAlmostEquals(normalRms((x) => x ** 5), Math.sqrt(945), 1e-11);
});

/** E[g(X)] for X ~ N(0, 1), by another rule. */
function trapezoid(g: (x: number) => number): number {
  const step = 1e-4;
  let sum = 0;
  for (let i = -120000; i <= 120000; i++) sum += g(i * step) * Math.exp(-((i * step) ** 2) / 2);
  return sum * step / Math.sqrt(2 * Math.PI);
}

Deno.test("measureErrors() measures the relative error in the left tail", () => {
  const { tail } = measureErrors((x) => x, (x) => x * (1 - x / 100), { domain: [-8, 8] });
  assertEquals(tail!.domain, [-8, -4]);
  assertAlmostEquals(tail!.max.relative, 0.08, 1e-15);
  assertEquals(tail!.max.x, -8);
  assertAlmostEquals(tail!.curve.at(-1)!.relative, 0.04, 1e-15);
  assertEquals(measureErrors(zero, (x) => x).tail!.max.relative, Infinity);
  assertEquals(measureErrors(zero, zero).tail!.max.relative, 0);
  assertEquals(measureErrors(zero, zero, { domain: [1, 2] }).tail, null);
});

Deno.test("measureErrors() counts steps of a format over all its inputs or over the grid", () => {
  const identity = (x: number) => x;
  const step = (x: number) => x === 1 ? 1 + 2 ** -9 : x;
  const half = measureErrors(identity, step, { format: "float16", domain: [0.5, 2] });
  assertEquals(half.ulps, {
    format: "float16",
    inputs: 2049,
    differing: 1,
    max: { x: 1, ulps: 2 },
  });
  const single = measureErrors(identity, step, { format: "float32", domain: [0, 2], points: 5 });
  assertEquals(single.ulps, {
    format: "float32",
    inputs: 5,
    differing: 1,
    max: { x: 1, ulps: 2 ** 14 },
  });
});

Deno.test("measureErrors() reports a NaN rather than a number", () => {
  const { value, ulps, tail } = measureErrors((x) => x, (x) => x < -5 ? NaN : x);
  assertStrictEquals(value.max.error, NaN);
  assertEquals(value.max.x, -8);
  assertStrictEquals(value.rmse, NaN);
  assertEquals(ulps.max.ulps, Infinity);
  assertStrictEquals(tail!.max.relative, NaN);
});

Deno.test("measureErrors() refuses an empty, reversed or infinite domain and odd options", () => {
  for (const domain of [[1, 1], [1, 0], [NaN, 1], [0, Infinity]] as [number, number][]) {
    assertThrows(() => measureErrors(zero, zero, { domain }), RangeError, "low < high must hold");
    assertThrows(() => measureErrors(zero, zero, { tail: domain }), RangeError, "over the tail");
  }
  assertThrows(() => measureErrors(zero, zero, { points: 2 }), RangeError, "whole number >= 3");
  assertThrows(() => measureErrors(zero, zero, { derivatives: 3 as 2 }), RangeError, "0, 1 or 2");
  assertThrows(
    () => measureErrors(zero, zero, { format: "half" as "float16" }),
    RangeError,
    "one of float64, float32, float16, bfloat16 or e and m",
  );
});

Deno.test("measureErrors() names what it compares and costs", () => {
  const named = Object.assign((x: number) => x, {
    title: "Identity",
    cost: { multiplyAdds: 1, exps: 0, divisions: 0 },
  });
  const measured = measureErrors(named, zero);
  assertEquals([measured.reference, measured.candidate], ["Identity", "zero"]);
  assertEquals(measured.cost, null);
  assertEquals(measureErrors(zero, named).cost, named.cost);
});
