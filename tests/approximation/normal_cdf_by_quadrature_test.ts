import { assert, assertThrows } from "@std/assert";
import { normalCdfByQuadrature } from "../../src/approximation/normal_cdf_by_quadrature.ts";

Deno.test("normalCdfByQuadrature() differs from Φ by less than its estimate, and 13 digits agree", () => {
  for (const x of [-30, -8, -3, -1, -0.1, 0, 0.5, 1, 2, 5, 10, Infinity]) {
    const { value, error, difference, reference } = normalCdfByQuadrature(x);
    assert(Math.abs(difference) <= error, `${x}: ${difference} beside ${error}`);
    assert(Math.abs(difference) <= 1e-13 * reference, `${x}: ${value}`);
  }
});

Deno.test("normalCdfByQuadrature() refuses what is no upper end", () => {
  assertThrows(() => normalCdfByQuadrature(NaN), RangeError, "must have a < b");
  assertThrows(() => normalCdfByQuadrature(-Infinity), RangeError, "must have a < b");
});
