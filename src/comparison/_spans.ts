import type { Codec } from "./_codec.ts";
import type { Span } from "./certificate.ts";

// Inputs are numbered in the order of their values: +0 is 0, the smallest positive value 1, −0 is −1
// and the smallest negative value −2. So a stretch of inputs is two whole numbers, also around zero.

/** The inputs from the smallest value ≥ low to the largest ≤ high, both zeros if zero is inside. */
export function spanOf({ format, bitsOf }: Codec, low: number, high: number): Span {
  const place = (x: number) => x < 0 ? -1 - bitsOf(-x) : bitsOf(x);
  return [first(low), last(high)];

  function first(x: number): number {
    const value = format.round(Math.max(x, -format.max));
    if (value === 0) return x > 0 ? 1 : -1;
    return place(value) + (value < x ? 1 : 0);
  }

  function last(x: number): number {
    const value = format.round(Math.min(x, format.max));
    if (value === 0) return x < 0 ? -2 : 0;
    return place(value) - (value > x ? 1 : 0);
  }
}

/** What of `wanted` is not in `covered`, in order. */
export function remaining(wanted: Span, covered: readonly Span[]): Span[] {
  let [first] = wanted;
  const left: Span[] = [];
  for (const [a, b] of joined(covered)) {
    if (a > first) left.push([first, Math.min(a - 1, wanted[1])]);
    first = Math.max(first, b + 1);
  }
  left.push([first, wanted[1]]);
  return left.filter(([a, b]) => a <= b);
}

/** In order, neighbours joined. */
export function joined(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(([a], [b]) => a - b);
  const result: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = result.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else result.push([first, last]);
  }
  return result;
}

/** How many inputs the spans hold. */
export function countOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** Pieces that cross neither zero nor a binade and hold at most `most` inputs. */
export function* pieces({ stored }: Codec, [first, last]: Span, most: number): Generator<Span> {
  const binade = 2 ** stored;
  for (let from = first; from <= last;) {
    // The binade's last input going up: on the negative side magnitudes fall.
    const edge = from < 0
      ? -1 - Math.floor((-1 - from) / binade) * binade
      : (Math.floor(from / binade) + 1) * binade - 1;
    const to = Math.min(last, edge, from + most - 1);
    yield [from, to];
    from = to + 1;
  }
}
