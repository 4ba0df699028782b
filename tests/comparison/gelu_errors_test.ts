import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluSigmoid } from "../../src/activations/gelu_sigmoid.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { measureErrors } from "../../src/comparison/measure_errors.ts";
import type { ErrorCurve } from "../../src/comparison/error_curve.ts";

// Values from a computation with 60 digits, given here with the digits that were printed.

/** The places and errors of the extrema at x > 0, and that those at x < 0 mirror them. */
function mirrored({ extrema }: ErrorCurve, parity: 1 | -1) {
  const [left, right] = [extrema.filter(({ x }) => x < 0), extrema.filter(({ x }) => x > 0)];
  assertEquals(left.length, right.length);
  for (const [i, { x, error }] of right.entries()) {
    const other = left[left.length - 1 - i];
    assertAlmostEquals(other.x, -x, 1e-12);
    assertAlmostEquals(other.error, parity * error, 1e-15);
  }
  return right;
}

Deno.test("the tanh form errs from gelu as computed elsewhere, to ten digits", () => {
  const { value, derivative } = measureErrors(gelu, geluTanh);
  const [inner, outer] = mirrored(value, 1);
  assertAlmostEquals(inner.x, 1.364497717, 5e-10);
  assertAlmostEquals(inner.error, -2.3367063212e-4, 5e-15);
  assertAlmostEquals(outer.x, 2.698941386, 5e-10);
  assertAlmostEquals(outer.error, 4.7323552069e-4, 5e-15);
  assertAlmostEquals(value.max.error, 4.7323552069e-4, 5e-15);
  assertEquals(value.zeros.length, 3);
  assertEquals(value.zeros[1], 0);
  assertAlmostEquals(value.zeros[2], 1.88456956982, 5e-12);
  assertAlmostEquals(value.rmse, 1.28779625e-4, 5e-13);
  assertAlmostEquals(Math.abs(derivative!.max.error), 8.6845183499e-4, 5e-15);
  assertAlmostEquals(Math.abs(derivative!.max.x), 2.01865576, 5e-9);
  mirrored(derivative!, -1);
});

Deno.test("the sigmoid form errs from gelu as computed elsewhere, to ten digits", () => {
  const { value, derivative } = measureErrors(gelu, geluSigmoid);
  const [inner, outer] = mirrored(value, 1);
  assertAlmostEquals(inner.x, 0.7556327491, 5e-11);
  assertAlmostEquals(inner.error, 0.0063615468251, 5e-14);
  assertAlmostEquals(outer.x, 2.270397737, 5e-10);
  assertAlmostEquals(outer.error, -0.020334872209, 5e-13);
  assertAlmostEquals(value.zeros[2], 1.21167814072, 5e-12);
  assertAlmostEquals(value.rmse, 6.90724523852e-3, 5e-14);
  assertAlmostEquals(Math.abs(derivative!.max.error), 0.029072045516, 5e-13);
  assertAlmostEquals(Math.abs(derivative!.max.x), 1.421947591, 5e-10);
});

Deno.test("at −4 the tanh form keeps 55 % of gelu and the sigmoid form is 35 times too large", () => {
  const ratio = (candidate: typeof gelu) =>
    measureErrors(gelu, candidate).tail!.curve.at(-1)!.relative + 1;
  assertAlmostEquals(ratio(geluTanh), 0.55449316, 5e-9);
  assertAlmostEquals(ratio(geluSigmoid), 34.848051, 5e-7);
});

Deno.test("the second derivative errs more than the first, and the first more than the value", () => {
  for (const candidate of [geluTanh, geluSigmoid]) {
    const { value, derivative, secondDerivative } = measureErrors(gelu, candidate, {
      derivatives: 2,
    });
    const size = (curve: ErrorCurve | null) => Math.abs(curve!.max.error);
    assert(size(value) < size(derivative) && size(derivative) < size(secondDerivative));
  }
});
