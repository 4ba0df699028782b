import { exp } from "../special/exp.ts";

/** 2ᵘ: the whole part is exact, so the error does not grow with u. */
export function exp2(u: number): number {
  if (!(Math.abs(u) < 1100)) return u > 0 ? Infinity : u < 0 ? 0 : NaN;
  const whole = Math.round(u);
  const half = Math.trunc(whole / 2); // in two steps, so that a subnormal result is rounded once
  return exp((u - whole) * Math.LN2) * 2 ** half * 2 ** (whole - half);
}
