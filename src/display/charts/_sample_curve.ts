import { findBreaks, withoutSpikes } from "./_find_breaks.ts";
import { drawable } from "./_measure.ts";
import type { CurvePoint } from "./thin.ts";

/** A function, and what is known of it. */
export interface Sampled {
  readonly f: (x: number) => number;
  readonly corners?: readonly number[];
  readonly jumps?: readonly number[];
}

/** The points of a function, and the range to draw it in if it has poles between them. */
export interface Samples {
  readonly points: readonly CurvePoint[];
  readonly besidePoles?: readonly [number, number];
}

/**
 * Even steps, the corners between them, and both sides of each jump. Where neither corners nor jumps
 * are given, jumps and poles are looked for.
 */
export function sampleCurve(
  { f, corners, jumps }: Sampled,
  [low, high]: readonly [number, number],
  count: number,
): Samples {
  const inside = (x: number) => x > low && x < high;
  const steps = Array.from({ length: count + 1 }, (_, i) => low + (high - low) * (i / count));
  if (!corners && !jumps) return withBreaks(f, steps.map((x) => [x, drawable(f(x))]));
  const [turns, known] = [(corners ?? []).filter(inside), jumps ?? []];
  const xs = turns.length === 0 ? steps : [...new Set([...steps, ...turns])].sort((a, b) => a - b);
  const smooth = known.length === 0 ? xs : xs.filter((x) => !known.includes(x));
  const points = smooth.map((x): CurvePoint => [x, drawable(f(x))]);
  const side = (high - low) * 1e-9;
  for (const jump of known.filter(inside)) {
    const after = points.findIndex(([x]) => x > jump);
    const [left, right] = [drawable(f(jump - side)), drawable(f(jump + side))];
    points.splice(after, 0, [jump, left], [jump, null], [jump, right]);
  }
  return { points };
}

/** A gap at each break, with the curve drawn as far as it goes. */
function withBreaks(f: (x: number) => number, given: readonly CurvePoint[]): Samples {
  const samples = withoutSpikes(f, given);
  const breaks = findBreaks(f, samples);
  if (breaks.length === 0) return { points: samples };
  const points: CurvePoint[] = [];
  let next = 0;
  samples.forEach((sample, i) => {
    // A sample on a pole has no value, and stands behind what is drawn on the way to it.
    if (breaks[next - 1]?.after === i - 1 && sample[1] === null) return;
    points.push(sample);
    const found = breaks[next];
    if (found?.after !== i) return;
    next++;
    points.push(found.left, [found.right[0], null], found.right);
  });
  if (!breaks.some(({ pole }) => pole)) return { points };
  return { points, besidePoles: rangeBesidePoles(samples.flatMap(([, y]) => y ?? [])) };
}

/**
 * The range in which to draw a curve that goes off to infinity: where four fifths of its values are,
 * and as much room again above and below, if they need it.
 */
function rangeBesidePoles(values: readonly number[]): readonly [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const [low, high] = [at(0.1), at(0.9)];
  const room = high - low || Math.abs(high) || 1;
  return [Math.max(sorted[0], low - room), Math.min(sorted[sorted.length - 1], high + room)];
}
