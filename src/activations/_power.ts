import { DoubleDouble } from "../special/double_double.ts";
import { scaleBy } from "../special/exp.ts";

/**
 * factor · t⁻ⁿ for large t, with no overflow on the way.
 *
 * @param factor from 1e-50 to 1e50
 * @param t from 1 to the largest double
 * @param n 1, 2 or 3
 */
export function inversePower(factor: number, t: DoubleDouble | number, n: number): number {
  let base = DoubleDouble.of(t);
  let halvings = 0;
  while (base.hi > 2 ** 64) {
    base = base.scaled(2 ** -64);
    halvings += 64;
  }
  let quotient = new DoubleDouble(factor);
  for (let k = 0; k < n; k++) quotient = quotient.dividedBy(base);
  return scaleBy(quotient, -halvings * n);
}
