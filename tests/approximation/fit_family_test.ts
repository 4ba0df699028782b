import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { relu } from "../../src/activations/relu.ts";
import { clipGate } from "../../src/approximation/families/clip_gate.ts";
import { erfGate } from "../../src/approximation/families/erf_gate.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { polynomialFamily } from "../../src/approximation/families/polynomial_family.ts";
import { quadraticGate } from "../../src/approximation/families/quadratic_gate.ts";
import { rationalFamily } from "../../src/approximation/families/rational_family.ts";
import { rationalGate } from "../../src/approximation/families/rational_gate.ts";
import { sigmoidGate } from "../../src/approximation/families/sigmoid_gate.ts";
import { tanhGate } from "../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { type Family, family } from "../../src/approximation/family.ts";
import { fitFamily } from "../../src/approximation/fit_family.ts";
import type { Criterion, Fit } from "../../src/approximation/fit.ts";
import { proveError } from "../../src/approximation/proof/prove_error.ts";
import { extrema } from "../../src/calculus/extrema.ts";
import { normalCdf } from "../../src/special/normal.ts";
import independent from "../fixtures/independent.json" with { type: "json" };
import type { RealFunction } from "../../src/calculus/real_function.ts";

const line = [-Infinity, Infinity] as const;
const slope = Math.sqrt(2 / Math.PI);

/** Expected to the given number of digits after the first nonzero one. */
function assertDigits(actual: number, expected: number, digits: number, what: string): void {
  assertAlmostEquals(actual, expected, Math.abs(expected) * 10 ** -digits, what);
}

/** A minimax fit of n parameters is proved by n + 1 equal errors of alternating sign (on one side). */
function assertLevelled(result: Fit, spread: number): void {
  assert(result.converged, result.reason);
  const half = result.extrema.filter(({ x }) => x >= 0);
  const points = half.length > result.family.parameters.length ? half : result.extrema;
  assert(points.length > result.family.parameters.length);
  points.forEach(({ error }, i) => {
    assertDigits(Math.abs(error), result.error, -Math.log10(spread), "levelled");
    if (i > 0) assert(error * points[i - 1].error < 0, "signs must alternate");
  });
}

// Expected values are those of tests/fixtures/independent.py.
const rows: [
  keyof typeof independent.minimax,
  RealFunction,
  Family,
  (readonly [number, number])?,
][] = [
  ["Φ, tanh, slope fixed", normalCdf, tanhGate({ degree: 3, slope })],
  ["gelu, tanh, slope fixed", gelu, timesX(tanhGate({ degree: 3, slope }))],
  ["Φ, tanh", normalCdf, tanhGate({ degree: 3 })],
  ["gelu, tanh", gelu, timesX(tanhGate({ degree: 3 }))],
  ["Φ, tanh to x⁵, slope fixed", normalCdf, tanhGate({ degree: 5, slope }), [-8, 8]],
  ["gelu, tanh to x⁵", gelu, timesX(tanhGate({ degree: 5 })), [-8, 8]],
  ["Φ, sigmoid", normalCdf, sigmoidGate({ degree: 1 })],
  ["gelu, sigmoid", gelu, timesX(sigmoidGate({ degree: 1 }))],
];

for (const [name, target, family, domain = line] of rows) {
  Deno.test(`fitFamily() reproduces the minimax row ${name} to 10 digits`, () => {
    const { parameters, error, at } = independent.minimax[name];
    const result = fitFamily({ target, family, domain });
    assertLevelled(result, 1e-9);
    assertEquals(parameters.length, family.parameters.length);
    parameters.forEach((value, i) => {
      const key = family.parameters[i];
      assertDigits(result.parameters[key], value, 10, key);
    });
    assertDigits(result.error, error, 10, "error");
    const places = result.extrema.map(({ x }) => x).filter((x) => x > 0);
    at.forEach((x, i) => assertAlmostEquals(places[i], x, 1e-8));
  });
}

Deno.test("fitFamily() finds the tanh form again as the sigmoid of a cubic", () => {
  const { parameters: [c, a], error } = independent.minimax["gelu, tanh"];
  const family = timesX(sigmoidGate({ degree: 3 }));
  const result = fitFamily({ target: gelu, family, domain: line });
  assertLevelled(result, 1e-9);
  assertDigits(result.parameters.k1, 2 * c, 10, "k1");
  assertDigits(result.parameters.k3, 2 * c * a, 10, "k3");
  assertDigits(result.error, error, 10, "error");
});

// The errors of the better approximations, as far as they are stated. The last digit is rounded.
const errors: [string, Family, number, number, (readonly [number, number])?][] = [
  ["2^q of degree 2", exp2Tail({ degree: 2 }), 4.41e-4, 1e-6],
  ["2^q of degree 3", exp2Tail({ degree: 3 }), 5.47e-5, 1e-7],
  ["2^q of degree 4", exp2Tail({ degree: 4, clamp: 12 }), 6.07e-6, 1e-8],
  ["2^q of degree 5", exp2Tail({ degree: 5, clamp: 12 }), 4.40e-7, 1e-9],
  ["2^q of degree 6", exp2Tail({ degree: 6, clamp: 12 }), 5.12e-8, 1e-10],
  ["σ with k₅", timesX(sigmoidGate({ degree: 5 })), 2.51872e-5, 1e-10, [-8, 8]],
  ["the quadratic of I-BERT", timesX(quadraticGate()), 0.01446, 1e-5],
  ["hard GELU", timesX(clipGate()), 0.0646926, 1e-7],
];

for (const [name, family, error, tolerance, domain = line] of errors) {
  Deno.test(`fitFamily() reaches the error of ${name}`, () => {
    const result = fitFamily({ target: gelu, family, domain });
    assertLevelled(result, 1e-7);
    assertAlmostEquals(result.error, error, tolerance);
  });
}

Deno.test("fitFamily() levels a rational gate whose last extremum is a kink that moves", () => {
  const result = fitFamily({
    target: gelu,
    family: timesX(rationalGate({ numerator: 3, denominator: 3 })),
    domain: line,
  });
  assertLevelled(result, 1e-7);
  assert(result.error < 6.74e-6, `${result.error}`);
  const { kinks } = result.family;
  assertEquals(result.extrema.at(-1)?.x, kinks(result.parameters)[1]);
});

Deno.test("fitFamily() finds better parameters for the formula of Abramowitz and Stegun", () => {
  const family = timesX(erfGate());
  const worst = (f: (x: number) => number) =>
    Math.max(...extrema((x) => f(x) - gelu(x), line, { kinks: [0] }).map((p) => Math.abs(p.value)));
  assertDigits(worst((x) => family.f(x, family.start)), 2.111241e-7, 6, "published");
  const result = fitFamily({ target: gelu, family, domain: line });
  assertLevelled(result, 1e-7);
  assert(result.error < 2.111241e-7 / 5);
});

Deno.test("the published parameters of I-BERT have the error 0.01815", () => {
  const family = timesX(quadraticGate());
  const curve = extrema((x) => family.f(x, family.start) - gelu(x), line, {
    kinks: family.kinks(family.start),
  });
  assertAlmostEquals(Math.max(...curve.map((p) => Math.abs(p.value))), 0.01815, 5e-6);
});

Deno.test("fitFamily() agrees on half of an even domain with the whole", () => {
  const family = timesX(tanhGate({ degree: 3 }));
  const whole = fitFamily({ target: gelu, family, domain: line });
  const right = fitFamily({ target: gelu, family, domain: [0, Infinity] });
  assertDigits(right.error, whole.error, 10, "error");
  assertEquals(whole.extrema.length, 2 * right.extrema.length);
});

Deno.test("fitFamily() by relative error levels error over target", () => {
  const result = fitFamily({
    target: gelu,
    family: timesX(tanhGate({ degree: 5 })),
    criterion: "minimax-relative",
    domain: [-4, -0.5],
  });
  assertLevelled(result, 1e-7);
  for (const { x, error } of result.extrema) {
    assertAlmostEquals(result.f(x) / gelu(x) - 1, -error, 1e-12); // gelu < 0 here
  }
});

Deno.test("fitFamily() by a weight levels weight times error", () => {
  const weight = (x: number) => 1 + x * x;
  const result = fitFamily({
    target: Math.exp,
    family: polynomialFamily({ degree: 3 }),
    criterion: { minimax: weight },
    domain: [0, 1],
  });
  assertLevelled(result, 1e-7);
  for (const { x, error } of result.extrema) {
    assertAlmostEquals(weight(x) * (result.f(x) - Math.exp(x)), error, 1e-14);
  }
});

Deno.test("fitFamily() by least squares finds the normal equations' solution", () => {
  // The best line for x² on [0, 1] is x − 1/6, with a mean square of 1/180
  const result = fitFamily({
    target: (x) => x * x,
    family: polynomialFamily({ degree: 1 }),
    criterion: "least-squares",
    domain: [0, 1],
  });
  assert(result.converged);
  assertAlmostEquals(result.parameters.c0, -1 / 6, 1e-14);
  assertAlmostEquals(result.parameters.c1, 1, 1e-14);
  assertAlmostEquals(result.error, Math.sqrt(1 / 180), 1e-15);
});

Deno.test("fitFamily() by least squares under N(0, 1) finds the Hermite coefficients", () => {
  // E x³ = 0, E x·x³ = 3: the best line for x³ is 3x, and E (x³ − 3x)² = 15 − 9 = 6
  const result = fitFamily({
    target: (x) => x ** 3,
    family: polynomialFamily({ degree: 1 }),
    criterion: "least-squares-normal",
    domain: line,
  });
  assertAlmostEquals(result.parameters.c1, 3, 1e-13);
  assertAlmostEquals(result.error, Math.sqrt(6), 1e-13);
});

Deno.test("the root mean square under N(0, 1) is that of the table, and the fit's is smaller", () => {
  const sigmoid = timesX(sigmoidGate({ degree: 1 }));
  const result = fitFamily({
    target: gelu,
    family: sigmoid,
    criterion: "least-squares-normal",
    domain: line,
  });
  assert(result.converged);
  assert(result.error < 6.90724523852e-3, `${result.error}`); // k = 1.702
  assertAlmostEquals(result.parameters.k1, 1.7119, 1e-3);
});

Deno.test("fitFamily() by least squares takes a density", () => {
  // E under 2x on [0, 1]: E x = 2/3, the best constant for x
  const result = fitFamily({
    target: (x) => x,
    family: polynomialFamily({ degree: 0 }),
    criterion: { leastSquares: (x) => x },
    domain: [0, 1],
  });
  assertAlmostEquals(result.parameters.c0, 2 / 3, 1e-14);
  assertAlmostEquals(result.error, Math.sqrt(1 / 2 - 4 / 9), 1e-14);
});

Deno.test("fitFamily() by least squares says so if its nodes do not see the target", () => {
  const spike = (x: number) => Math.exp(-100 * (x - 0.123) ** 2);
  const result = fitFamily({
    target: spike,
    family: polynomialFamily({ degree: 1 }),
    criterion: "least-squares",
    domain: [-100, 100],
  });
  assertEquals(result.converged, false);
  assertStringIncludes(result.reason ?? "", "varies too fast");
});

Deno.test("fitFamily() finds the same in a very wide domain as on the whole line", () => {
  const family = exp2Tail({ degree: 2 });
  const wide = fitFamily({ target: gelu, family, domain: [-1e6, 1e6] });
  const whole = fitFamily({ target: gelu, family, domain: line });
  assertDigits(wide.error, whole.error, 9, "error");
});

Deno.test("fitFamily() begins at the given start", () => {
  // cos(kx) on a short domain fits cos x by k = 1 and by k = −1: the nearer one is found
  const cosines = family({
    title: "cos kx",
    start: { k: 0.9 },
    f: (x, { k }) => Math.cos(k * x),
  });
  const from = (start: { k?: number }) =>
    fitFamily({
      target: Math.cos,
      family: cosines,
      criterion: "least-squares",
      domain: [0, 2],
      start,
    }).parameters.k;
  assertAlmostEquals(from({}), 1, 1e-9);
  assertAlmostEquals(from({ k: -0.8 }), -1, 1e-9);
});

Deno.test("fitFamily() with more parameters than double precision can tell apart gives no wrong number", () => {
  const result = fitFamily({
    target: Math.exp,
    family: polynomialFamily({ degree: 20 }),
    domain: [0, 1],
  });
  const worst = Math.max(
    ...Array.from({ length: 101 }, (_, i) => Math.abs(result.f(i / 100) - Math.exp(i / 100))),
  );
  assert(result.reason, "a reason is given");
  assert(worst <= 2 * result.error + 1e-15, `${worst} beside ${result.error}`);
  assert(result.error < 1e-12, `${result.error}`);
});

Deno.test("fitFamily() takes a family that is only a function, by differences", () => {
  const powers = family({
    title: "a·bˣ",
    start: { a: 0.5, b: 2 },
    f: (x, { a, b }) => a * b ** x,
  });
  const result = fitFamily({ target: (x) => Math.exp(x) + x / 10, family: powers, domain: [0, 1] });
  assertLevelled(result, 1e-7);
  assertEquals(result.extrema.length, 3);
});

Deno.test("fitFamily() minds the kink of its target", () => {
  // The best constant for relu on [−1, 1] is ½
  const result = fitFamily({
    target: relu,
    family: polynomialFamily({ degree: 0 }),
    domain: [-1, 1],
  });
  assert(result.converged);
  assertAlmostEquals(result.parameters.c0, 0.5, 1e-14);
});

Deno.test("fitFamily() says that a target in the family is matched to rounding", () => {
  const result = fitFamily({
    target: (x) => 1 + 2 * x,
    family: polynomialFamily({ degree: 3 }),
    domain: [-1, 2],
  });
  assert(result.converged);
  assertStringIncludes(result.reason ?? "", "rounding");
  assert(result.error < 1e-14);
});

Deno.test("fitFamily() does not converge on parameters that act as one, and says so", () => {
  const redundant = family({ title: "abx", start: { a: 1, b: 1 }, f: (x, { a, b }) => a * b * x });
  for (const criterion of ["minimax", "least-squares"] as const satisfies Criterion[]) {
    const result = fitFamily({ target: Math.exp, family: redundant, criterion, domain: [0, 1] });
    assertEquals(result.converged, false);
    assert(result.reason, "a reason is given");
  }
});

Deno.test("fitFamily() does not converge where no fit exists, and says so", () => {
  // A family that vanishes at infinity cannot follow x there
  const result = fitFamily({
    target: gelu,
    family: rationalFamily({ numerator: 1, denominator: 2 }),
    domain: line,
  });
  assertEquals(result.converged, false);
  assert(result.reason, "a reason is given");
});

Deno.test("fitFamily() refuses bad input with a clear error", () => {
  const ok = { target: gelu, family: exp2Tail({ degree: 2 }), domain: line };
  assertThrows(() => fitFamily({ ...ok, domain: [1, 1] }), RangeError, "must have a < b");
  assertThrows(() => fitFamily({ ...ok, domain: [1, -1] }), RangeError, "current value is [1, -1]");
  assertThrows(() => fitFamily({ ...ok, domain: [NaN, 1] }), RangeError, "must have a < b");
  assertThrows(
    () => fitFamily({ ...ok, target: (x) => x < 0.5 ? x : NaN }),
    RangeError,
    "the target must be finite",
  );
  assertThrows(
    () => fitFamily({ ...ok, family: polynomialFamily({ degree: 24 }) }),
    RangeError,
    "the number of parameters must be <= 24: current value is 25",
  );
  assertThrows(
    () => fitFamily({ ...ok, start: { q9: 1 } }),
    RangeError,
    "its parameters are: q0, q1, q2",
  );
  assertThrows(() => fitFamily({ ...ok, start: { q1: NaN } }), RangeError, "q1 must be finite");
  assertThrows(
    () => fitFamily({ ...ok, criterion: "least-squares" }),
    RangeError,
    "the domain must be bounded",
  );
  assertThrows(
    () => fitFamily({ ...ok, criterion: "least-squares-normal", domain: [20, 30] }),
    RangeError,
    "reach into [-12, 12]",
  );
});

Deno.test("fitFamily() says which criteria there are", () => {
  const family = polynomialFamily({ degree: 1 });
  for (const criterion of ["minmax", { density: Math.exp }, { minimax: 1 }, "toString"]) {
    const options = { target: Math.exp, family, domain: [0, 1], criterion } as never;
    assertThrows(() => fitFamily(options), TypeError, 'must be one of "minimax"');
  }
});

Deno.test("a fit over the whole line has its limits where terms overflow", () => {
  const cubic = fitFamily({
    target: gelu,
    family: timesX(tanhGate({ degree: 3 })),
    domain: line,
  });
  assertEquals([1e300, Infinity].map(cubic.f), [1e300, Infinity]);
  assertEquals([-1e300, -Infinity].map((x) => Math.abs(cubic.f(x))), [0, 0]);
  assertEquals(cubic.f(NaN), NaN);
  const gate = fitFamily({
    target: normalCdf,
    family: rationalGate({ numerator: 2, denominator: 2 }),
    domain: line,
  });
  assertEquals([-Infinity, -1e300, 1e300, Infinity].map(gate.f), [0, 0, 1, 1]);
});

Deno.test("fitFamily() keeps the best where the whole line has no fit with every parameter", () => {
  // A negative coefficient of x⁵ turns the argument over far out; the best without one is the cubic.
  const quintic = fitFamily({
    target: gelu,
    family: timesX(tanhGate({ degree: 5 })),
    domain: line,
  });
  assertEquals(quintic.converged, false);
  assertAlmostEquals(quintic.error, 2.70727474658e-4, 1e-12);
  assert(quintic.reason?.includes("a5 = 0"), quintic.reason);
  for (const x of [-1e6, -50, 50, 1e6]) {
    assert(Math.abs(quintic.f(x) - gelu(x)) < 1e-10, `${x}`);
  }
});

Deno.test("a rational gate begins without a pole, and its fit is not worse than where it began", () => {
  const gate = rationalGate({ numerator: 2, denominator: 2 });
  const began = Math.max(
    ...extrema((x) => gate.f(x, gate.start) - normalCdf(x), [-6, 6], {
      kinks: gate.kinks(gate.start),
    }).map(({ value }) => Math.abs(value)),
  );
  const found = fitFamily({ target: normalCdf, family: gate, domain: line });
  assert(began < 0.01 && found.converged && found.error < 1.3e-4, `${began}, ${found.error}`);
});

Deno.test("a fit over the line whose bounded ones bend the wrong way is found from the start anew", () => {
  // On [−8, 8] and less the last coefficient is negative, and the gate would close far out.
  const family = timesX(tanhGate({ degree: 7 }));
  const near = fitFamily({ target: gelu, family, domain: [-8, 8] });
  assert(near.converged && near.parameters.a7 < 0);
  const whole = fitFamily({ target: gelu, family, domain: [-Infinity, Infinity] });
  assert(whole.converged && whole.parameters.a7 > 0, whole.reason);
  const half = whole.extrema.filter(({ x }) => x > 0);
  assertEquals(half.length, 5);
  half.forEach(({ x, error }, k) => {
    assertAlmostEquals(Math.abs(error), whole.error, 1e-6 * whole.error);
    assertAlmostEquals(whole.f(x) - gelu(x), error, 1e-12);
    if (k > 0) assert(error * half[k - 1].error < 0, "the errors alternate");
  });
  assertAlmostEquals(
    fitFamily({ target: gelu, family, domain: [-20, 20] }).error,
    whole.error,
    1e-6 * whole.error,
  );
  assert(proveError(whole, gelu, { domain: [-Infinity, Infinity] }).upper < 2.683e-5);
});
