import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { elu } from "../../src/activations/elu.ts";
import { gelu } from "../../src/activations/gelu.ts";
import { geluSigmoid } from "../../src/activations/gelu_sigmoid.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { logCosh } from "../../src/activations/log_cosh.ts";
import { mish } from "../../src/activations/mish.ts";
import { relu } from "../../src/activations/relu.ts";
import { silu } from "../../src/activations/silu.ts";
import { sqrtSoftplus } from "../../src/activations/sqrt_softplus.ts";
import { tanh } from "../../src/activations/tanh.ts";
import { extrema } from "../../src/calculus/extrema.ts";
import { features } from "../../src/calculus/features.ts";
import independent from "../fixtures/independent.json" with { type: "json" };

const xs = (landmarks: readonly { x: number }[]) => landmarks.map(({ x }) => x);

// Expected values are those of tests/fixtures/independent.py.
for (const f of [gelu, geluTanh, silu, mish]) {
  const { minimum, value, inflections } = independent.landmarks[
    f.id as keyof typeof independent.landmarks
  ];
  Deno.test(`features() finds the minimum of ${f.id} to 16 digits, its inflections to 14`, () => {
    const found = features(f);
    assertEquals(found.minima.length, 1);
    assertAlmostEquals(found.minima[0].x, minimum, 2 ** -52);
    assertAlmostEquals(found.minima[0].value, value, 2 ** -54);
    assert(Math.abs(found.minima[0].residual) < 1e-15);
    assertEquals(found.inflections.length, inflections.length);
    inflections.forEach((expected, i) =>
      assertAlmostEquals(found.inflections[i].x, expected, 1e-13)
    );
    assertEquals(xs(found.zeros), [0]);
    assertEquals(found.maxima, []);
    assertEquals([found.asymptotes.left?.slope, found.asymptotes.left?.intercept], [0, 0]);
    assertEquals([found.asymptotes.right?.slope, found.asymptotes.right?.intercept], [1, 0]);
  });
}

Deno.test("features() needs no derivatives, at the cost of digits", () => {
  const found = features((x: number) => gelu(x), [-5, 5]);
  assertEquals(found.minima.length, 1);
  assertAlmostEquals(found.minima[0].x, -0.7517915246935645, 1e-10);
  assertEquals(found.inflections.length, 2);
  assertAlmostEquals(found.inflections[1].x, Math.SQRT2, 1e-7);
  assert(found.minima[0].how.includes("differences"));
});

Deno.test("features() tells a stretch of zeros from a zero", () => {
  const { zeros, zeroStretches, minima, inflections } = features(relu, [-3, 3]);
  assertEquals(zeros, []);
  assertEquals(zeroStretches, [{ from: -3, to: 0 }]);
  assertEquals([...minima, ...inflections], []);
});

Deno.test("features() finds the zero at which a function turns round", () => {
  const { zeros, minima } = features(logCosh);
  assertEquals(xs(zeros), [0]);
  assertEquals(xs(minima), [0]);
});

Deno.test("features() finds asymptotes of other slopes and intercepts, or none", () => {
  const { left, right } = features(logCosh).asymptotes;
  assertAlmostEquals(left!.slope, -1, 1e-9);
  assertAlmostEquals(left!.intercept, -Math.LN2, 1e-9);
  assertAlmostEquals(right!.intercept, -Math.LN2, 1e-9);
  assertEquals(features(tanh).asymptotes.left?.intercept, -1);
  assertEquals(features(elu).asymptotes.left?.intercept, -1);
  assertEquals(features(sqrtSoftplus).asymptotes.right, null);
});

Deno.test("features() agrees with the asymptotes of the catalogue", () => {
  for (const f of [gelu, geluTanh, geluSigmoid, silu, mish, tanh, elu, relu]) {
    const { left, right } = features(f, [-1, 1]).asymptotes;
    assertAlmostEquals(left!.slope, f.asymptotes.left!.slope, 1e-12, f.id);
    assertAlmostEquals(left!.intercept, f.asymptotes.left!.intercept, 1e-12, f.id);
    assertAlmostEquals(right!.slope, f.asymptotes.right!.slope, 1e-12, f.id);
    assertAlmostEquals(right!.intercept, f.asymptotes.right!.intercept, 1e-12, f.id);
  }
});

Deno.test("features() sees a jump of f′ as a minimum and says that it jumps", () => {
  const { minima } = features(Object.assign((x: number) => Math.abs(x - 0.3), { kinks: [0.3] }), [
    -1,
    1,
  ]);
  assertEquals(minima.length, 1);
  assertAlmostEquals(minima[0].x, 0.3, 1e-9);
  assert(minima[0].how.includes("jumps"));
});

Deno.test("features() refuses bad domains and functions that are NaN", () => {
  assertThrows(() => features(gelu, [1, 0]), RangeError, "must have a < b");
  assertThrows(() => features(gelu, [0, Infinity]), RangeError, "must be bounded");
  assertThrows(() => features((x) => Math.log(x), [-1, 1]), RangeError, "NaN at -1");
});

/** Extrema of f − gelu for x > 0, by size. */
function errorCurve(f: (x: number) => number, g: (x: number) => number) {
  return extrema((x) => f(x) - g(x), [0, 30]).filter(({ x }) => x > 0 && x < 30)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

Deno.test("extrema() finds the worst errors of the tanh and sigmoid forms and their places", () => {
  const [first, second] = errorCurve(geluTanh, gelu);
  assertAlmostEquals(first.x, 2.698941386, 1e-9);
  assertAlmostEquals(first.value, 4.7323552069e-4, 1e-14);
  assertAlmostEquals(second.x, 1.364497717, 1e-9);
  assertAlmostEquals(second.value, -2.3367063212e-4, 1e-14);
  const [one, two] = errorCurve(geluSigmoid, gelu);
  assertAlmostEquals(one.x, 2.270397737, 1e-9);
  assertAlmostEquals(one.value, -0.020334872209, 1e-12);
  assertAlmostEquals(two.x, 0.7556327491, 1e-9);
  assertAlmostEquals(two.value, 0.0063615468251, 1e-13);
});

Deno.test("extrema() finds the worst errors of the derivatives", () => {
  const [tanhForm] = errorCurve(geluTanh.derivative, gelu.derivative);
  assertAlmostEquals(tanhForm.x, 2.01865576, 1e-8);
  assertAlmostEquals(Math.abs(tanhForm.value), 8.6845183499e-4, 1e-14);
  const [sigmoidForm] = errorCurve(geluSigmoid.derivative, gelu.derivative);
  assertAlmostEquals(sigmoidForm.x, 1.421947591, 1e-8);
  assertAlmostEquals(Math.abs(sigmoidForm.value), 0.029072045516, 1e-12);
});

Deno.test("features() finds where the error of the tanh and sigmoid forms is 0", () => {
  const zero = (f: (x: number) => number) => xs(features((x) => f(x) - gelu(x), [1, 2.3]).zeros);
  assertAlmostEquals(zero(geluTanh)[0], 1.88456956982, 1e-11);
  assertAlmostEquals(zero(geluSigmoid)[0], 1.21167814072, 1e-11);
});

Deno.test("extrema() finds ends, kinks and plateaus", () => {
  const hat = (x: number) => Math.max(0, 1 - Math.abs(x));
  assertEquals(extrema(hat, [-2, 2], { kinks: [-1, 0, 1] }), [
    { x: -2, value: 0 },
    { x: 0, value: 1 },
    { x: 1, value: 0 },
  ]);
  assertEquals(extrema(() => 1, [0, 1]), []);
});

Deno.test("extrema() finds a kink it was not told of to 8 digits", () => {
  const [, kink] = extrema((x) => -Math.abs(x - 1 / 3), [0, 1]);
  assertAlmostEquals(kink.x, 1 / 3, 1e-8);
});

Deno.test("features() finds the landmarks of a function far from 0", () => {
  const far = features((x: number) => gelu(x - 1e6), [999990, 1000010]);
  assertAlmostEquals(far.minima[0].x, 1e6 - 0.7517915246935645, 1e-5);
  assertEquals(far.minima.length, 1);
  assertEquals(far.inflections.length, 2);
  assertAlmostEquals(far.asymptotes.right!.slope, 1, 1e-9);
  assertAlmostEquals(far.asymptotes.right!.intercept, -1e6, 1e-3);
  assertEquals(far.asymptotes.left!.slope, 0);
});
