import { Lanes } from "./_lanes.ts";

/** The default parameters of laplace. */
export const MU = 0.707107, SIGMA = 0.282095;

const number = (value: number) => Lanes.constant("f64", value);

/** (x − μ)/σ in doubles; where x is near μ, the difference is exact. */
export function standard(x: Lanes): Lanes {
  return x.minus(number(MU)).times(number(1 / SIGMA));
}
