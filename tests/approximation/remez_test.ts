import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { mish } from "../../src/activations/mish.ts";
import { relu } from "../../src/activations/relu.ts";
import { tanh } from "../../src/activations/tanh.ts";
import { exportCode } from "../../src/approximation/code/export_code.ts";
import { remez, type RemezOptions } from "../../src/approximation/remez.ts";
import { grid } from "../../src/calculus/grid.ts";
import { inArithmetic } from "../../src/workbench/in_arithmetic.ts";
import independent from "../fixtures/independent.json" with { type: "json" };

Deno.test("remez() finds Chebyshev's polynomial: xⁿ less its best approximation is Tₙ/2ⁿ⁻¹", () => {
  for (const n of [2, 5, 10]) {
    const report = remez((x) => x ** n, { domain: [-1, 1], degree: n - 1 });
    assert(report.converged, report.reason);
    assertAlmostEquals(report.error, 2 ** (1 - n), 1e-14);
  }
});

Deno.test("remez() on |x| reaches the known errors, of even degree and with its kink", () => {
  // Degree 2: x² + 1/8. Degree 4 and 10 by Varga and Carpenter 1985 (2n·E₂ₙ → 0.28017)
  const errors: [number, number][] = [[2, 0.125], [4, 0.06762089927], [10, 0.02784511855]];
  for (const [degree, error] of errors) {
    const report = remez(Math.abs, { domain: [-1, 1], degree, kinks: [0] });
    assert(report.converged, report.reason);
    assertAlmostEquals(report.error, error, 1e-10);
  }
});

Deno.test("remez() on eˣ by rational functions reaches the known errors", () => {
  // Those of tests/fixtures/independent.py
  const one = remez(Math.exp, { domain: [-1, 1], degree: 1, denominator: 1 });
  const two = remez(Math.exp, { domain: [-1, 1], degree: 2, denominator: 2 });
  assert(one.converged && two.converged);
  assertAlmostEquals(one.error, independent.rationalExp["1/1"], 1e-14);
  assertAlmostEquals(two.error, independent.rationalExp["2/2"], 1e-14);
});

Deno.test("remez() proves its result: bounds that meet, alternating errors of one size", () => {
  const report = remez(gelu, { domain: [-3, 2], degree: 7 });
  assert(report.converged);
  assert(report.lowerBound <= report.error);
  assertAlmostEquals(report.lowerBound, report.error, 1e-9 * report.error);
  assertEquals(report.reference.length, 9);
  report.reference.forEach(({ x, error }, i) => {
    assertAlmostEquals(report.f(x) - gelu(x), error, 1e-14);
    if (i > 0) assert(error * report.reference[i - 1].error < 0);
  });
  assertStringIncludes(report.proof, "At 9 points of [-3, 2]");
});

Deno.test("remez() levels rational functions whose equations are nearly singular", () => {
  const hard = [
    remez(mish, { domain: [-8, 4], degree: 8, denominator: 6 }),
    remez(tanh, { domain: [-6, 6], degree: 7, denominator: 6 }), // odd: two degrees are idle
    remez(relu, { domain: [-1, 1], degree: 4, denominator: 4, kinks: [0] }), // its extrema cluster
  ];
  for (const { converged, reason, lowerBound, error } of hard) {
    assert(converged, reason);
    assertAlmostEquals(lowerBound, error, 1e-7 * error);
  }
});

Deno.test("remez() narrows its bounds from exchange to exchange", () => {
  const { history } = remez(Math.exp, { domain: [0, 2], degree: 4 });
  assert(history.length > 1);
  history.slice(1).forEach(({ lowerBound }, i) => {
    assert(lowerBound >= history[i].lowerBound * (1 - 1e-10));
  });
});

Deno.test("remez() gives coefficients of powers that evaluate to the same", () => {
  const report = remez(gelu, { domain: [-3, 2], degree: 5, denominator: 2 });
  const sum = (c: readonly number[], x: number) => c.reduceRight((s, v) => s * x + v, 0);
  for (const x of [-3, -1.7, 0, 0.4, 2]) {
    const value = sum(report.numerator, x) / sum(report.denominator, x);
    assertAlmostEquals(value, report.f(x), 1e-13);
  }
});

Deno.test("remez() levels a relative error by its weight", () => {
  const report = remez(Math.exp, { domain: [0, 3], degree: 5, weight: (x) => Math.exp(-x) });
  assert(report.converged);
  for (const { x, error } of report.reference) {
    assertAlmostEquals(report.f(x) / Math.exp(x) - 1, error, 1e-14);
  }
});

Deno.test("remez() matches a polynomial to rounding, and says so", () => {
  const report = remez((x) => 3 - x + x ** 3, { domain: [0, 2], degree: 4 });
  assert(report.converged);
  assertEquals(report.lowerBound, 0);
  assertStringIncludes(report.proof, "rounding");
});

Deno.test("remez() says so where bounds cannot meet", () => {
  // Odd and of type (0, 1): the best is 0, which alternates at too few points
  const report = remez((x) => x, { domain: [-1, 1], degree: 0, denominator: 1 });
  assertEquals(report.converged, false);
  assert(report.reason, "a reason is given");
});

Deno.test("remez() refuses bad input with a clear error", () => {
  const ok = { domain: [0, 1], degree: 3 } as const;
  assertThrows(() => remez(Math.exp, { ...ok, domain: [1, 0] }), RangeError, "must have a < b");
  assertThrows(() => remez(Math.exp, { ...ok, domain: [0, Infinity] }), RangeError, "bounded");
  assertThrows(() => remez(Math.exp, { ...ok, degree: 1.5 }), RangeError, "degree must be");
  assertThrows(
    () => remez(Math.exp, { ...ok, denominator: -1 }),
    RangeError,
    "denominator must be",
  );
  assertThrows(() => remez(Math.exp, { ...ok, degree: 60 }), RangeError, "must be <= 60");
  assertThrows(() => remez(Math.log, ok), RangeError, "must be finite in the domain");
});

Deno.test("remez() refuses a weight that vanishes or is infinite in the domain", () => {
  for (const weight of [(x: number) => 1 / x, (x: number) => 1 / Math.abs(gelu(x)), () => 0]) {
    assertThrows(
      () => remez(Math.exp, { degree: 3, weight, domain: [0, 1] }),
      RangeError,
      "the weight must be finite and above 0 in the domain",
    );
  }
});

Deno.test("the proof of remez() says how its own error was looked for", () => {
  const { proof } = remez(Math.exp, { degree: 3, domain: [0, 1] });
  assertStringIncludes(proof, "sampled at 257 points");
});

Deno.test("odd powers and given coefficients let a weight be infinite where f is 0", () => {
  const relative = (f: (x: number) => number) => (x: number) => 1 / Math.abs(f(x));
  const sine = remez(Math.sin, {
    domain: [-1.5, 1.5],
    degree: 5,
    parity: "odd",
    weight: relative(Math.sin),
  });
  assert(sine.converged);
  assertEquals(sine.numerator.map((c) => c === 0), [true, false, true, false, true, false]);
  const worst = (of: { f: (x: number) => number }, f: (x: number) => number, end: number) =>
    Math.max(...grid(-end, end, 2001).map((x) => Math.abs(of.f(x) / f(x) - 1)));
  assertAlmostEquals(worst(sine, Math.sin, 1.5) / sine.error, 1, 1e-4);
  // As sin x = x(1 − …): the relative error is largest in the middle too.
  assertAlmostEquals(Math.abs(sine.numerator[1] - 1) / sine.error, 1, 1e-6);
  const grown = remez(Math.expm1, {
    domain: [-0.5, 0.5],
    degree: 5,
    fixed: { c0: 0, c1: 1 },
    weight: relative(Math.expm1),
  });
  assert(grown.converged);
  assertEquals(grown.numerator.slice(0, 2), [0, 1]);
  assertAlmostEquals(worst(grown, Math.expm1, 0.5) / grown.error, 1, 1e-4);
  const even = remez(Math.cos, { domain: [-1, 1], degree: 4, parity: "even" });
  const whole = remez(Math.cos, { domain: [-1, 1], degree: 4 });
  assertAlmostEquals(even.error / whole.error, 1, 1e-8);
});

Deno.test("powers that do not suit the target or the domain are refused", () => {
  const bad = (options: object) => () =>
    remez(Math.exp, { domain: [-1, 1], degree: 3, ...options } as RemezOptions);
  assertThrows(bad({ parity: "odd" }), RangeError, "the target must be odd");
  assertThrows(bad({ parity: "odd", domain: [-1, 2] }), RangeError, "the domain must be even");
  assertThrows(bad({ fixed: { c2: 1 } }), RangeError, "fixed must be of the lowest coefficients");
  assertThrows(bad({ fixed: { a: 1 } }), RangeError, "current value is a");
  assertThrows(bad({ parity: "even", denominator: 1 }), RangeError, "denominator must be 0");
  const weight = (x: number) => 1 / Math.abs(x - 0.5);
  assertThrows(bad({ fixed: { c0: 1 }, weight }), RangeError, "the weight must be finite");
});

Deno.test("a report is exported, and computes in an arithmetic", () => {
  const report = remez(Math.exp, { domain: [0, 1], degree: 4 });
  const code = exportCode(report, { language: "c", name: "grow" });
  assert(code.includes("polynomial of degree 4") && code.includes("on [0, 1]"));
  const kernel = inArithmetic(report, { format: "float32" });
  for (const x of grid(0, 1, 100)) {
    assert(Math.abs(kernel(x) - Math.exp(x)) < report.error + 4e-7);
  }
});
