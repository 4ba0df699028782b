import type { EvidenceCurve } from "../statement.ts";

/** Evenly spaced numbers, both ends included. */
export function spaced(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + (high - low) * i / (count - 1));
}

/** A function as a curve. */
export function sampled(
  title: string,
  f: (x: number) => number,
  low = -5,
  high = 5,
): EvidenceCurve {
  return { title, points: spaced(low, high, 201).map((x) => [x, f(x)] as const) };
}

/** The largest |f(x) − g(x)| over some numbers. */
export function farthest(
  f: (x: number) => number,
  g: (x: number) => number,
  xs: readonly number[],
): number {
  return xs.reduce((most, x) => Math.max(most, Math.abs(f(x) - g(x))), 0);
}
