/**
 * Points where an error alternates in sign: what proves a minimax fit.
 *
 * @module
 */

import type { Point } from "../calculus/point.ts";

/**
 * Of neighbouring extrema of one sign the largest: what is left alternates.
 *
 * @param extrema in rising x
 */
export function alternating(extrema: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of extrema) {
    if (point.value === 0 || Number.isNaN(point.value)) continue;
    const last = kept.at(-1);
    if (!last || Math.sign(last.value) !== Math.sign(point.value)) kept.push(point);
    else if (Math.abs(point.value) > Math.abs(last.value)) kept[kept.length - 1] = point;
  }
  return kept;
}

/**
 * As many alternating points as wanted, the largest among them, dropping small ones: at an end one
 * at a time, inside in pairs of neighbours so that the signs go on alternating.
 *
 * @param points alternating, at least `count`
 * @param count how many to keep
 */
export function reference(points: readonly Point[], count: number): Point[] {
  const kept = [...points];
  const size = (i: number) => Math.abs(kept[i].value);
  while (kept.length > count) {
    const atEnd = size(0) < size(kept.length - 1) ? 0 : kept.length - 1;
    if (kept.length === count + 1) {
      kept.splice(atEnd, 1);
      continue;
    }
    let weakest = 0;
    const pair = (i: number) => Math.max(size(i), size(i + 1));
    for (let i = 1; i + 1 < kept.length; i++) if (pair(i) < pair(weakest)) weakest = i;
    if (size(atEnd) < pair(weakest)) kept.splice(atEnd, 1);
    else kept.splice(weakest, 2);
  }
  return kept;
}
