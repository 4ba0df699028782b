import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluSigmoid } from "../../src/activations/gelu_sigmoid.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { measureErrors } from "../../src/comparison/measure_errors.ts";
import type { ErrorCurve } from "../../src/comparison/error_curve.ts";
import independent from "../fixtures/independent.json" with { type: "json" };

// Expected values are those of tests/fixtures/independent.py.
const expected = independent.errors;

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

const candidates = [[geluTanh, expected.geluTanh], [geluSigmoid, expected.geluSigmoid]] as const;

for (const [candidate, { inner, outer, zero, rmse, derivative }] of candidates) {
  Deno.test(`${candidate.id} errs from gelu as computed independently, to twelve digits`, () => {
    const found = measureErrors(gelu, candidate);
    const [first, second] = mirrored(found.value, 1);
    for (const [point, right] of [[first, inner], [second, outer]] as const) {
      assertAlmostEquals(point.x, right.x, 1e-10);
      assertAlmostEquals(point.error, right.error, 1e-15);
    }
    assertAlmostEquals(Math.abs(found.value.max.error), Math.abs(outer.error), 1e-15);
    assertEquals(found.value.zeros.length, 3);
    assertEquals(found.value.zeros[1], 0);
    assertAlmostEquals(found.value.zeros[2], zero, 1e-12);
    assertAlmostEquals(found.value.rmse, rmse, 1e-15);
    assertAlmostEquals(Math.abs(found.derivative!.max.error), derivative.error, 1e-15);
    assertAlmostEquals(Math.abs(found.derivative!.max.x), derivative.x, 1e-10);
    mirrored(found.derivative!, -1);
  });
}

Deno.test("at −4 the tanh form keeps 55 % of gelu and the sigmoid form is 35 times too large", () => {
  for (const [candidate, right] of candidates) {
    const relative = measureErrors(gelu, candidate).tail!.curve.at(-1)!.relative;
    assertAlmostEquals(relative + 1, right["ratioAt-4"], 1e-12);
  }
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
