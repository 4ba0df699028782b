import type { CurvePoint } from "./thin.ts";

/** A place between two neighbouring samples where a curve has no value, and the values beside it. */
export interface Break {
  /** It lies behind this sample. */
  readonly after: number;
  readonly left: readonly [x: number, y: number];
  readonly right: readonly [x: number, y: number];
  /** The values beside it have no bound. */
  readonly pole: boolean;
}

/** Halvings until two samples are as near as doubles allow for. */
const halvings = 46;

/** By how much values grow on the way to a pole, at least. */
const growth = 1e4;

/**
 * Finds jumps and poles of a function between samples of it: where the difference of two samples is
 * out of line with its neighbours, the interval is halved on the side where more of the difference
 * is. At a continuous function the difference vanishes on the way, however steep it is.
 */
export function findBreaks(f: (x: number) => number, samples: readonly CurvePoint[]): Break[] {
  const found: Break[] = [];
  let before: number | undefined;
  let step = stepAt(samples, 0);
  for (let i = 0; i + 1 < samples.length; i++) {
    const after = stepAt(samples, i + 1);
    const one = step === undefined
      ? beside(f, samples, i)
      : isOdd(step, before, after)
      ? jumpIn(f, samples, i)
      : isPeak(samples, i)
      ? poleIn(f, samples, i)
      : undefined;
    if (one) found.push(one);
    [before, step] = [step, after];
  }
  return found;
}

/** Without samples that lie next to a pole by chance, far beyond what their neighbours say. */
export function withoutSpikes(
  f: (x: number) => number,
  samples: readonly CurvePoint[],
): readonly CurvePoint[] {
  return samples.map((sample, i) => {
    const y = sample[1];
    const [before, after] = [samples[i - 1]?.[1], samples[i + 1]?.[1]];
    if (!y || !before || !after) return sample;
    if (Math.abs(y) < growth * Math.max(Math.abs(before), Math.abs(after))) return sample;
    // A narrow peak is as high nearby as at its top; beside a pole values still grow.
    const x = sample[0];
    const [near, nearer] = [10, 20].map((n) => Math.abs(f(x + (samples[i + 1][0] - x) / 2 ** n)));
    return nearer > 100 * near ? [x, null] : sample;
  });
}

/** A pole that is one of the samples: the next one is beyond all that its other neighbour says. */
function beside(
  f: (x: number) => number,
  samples: readonly CurvePoint[],
  i: number,
): Break | undefined {
  const [left, right] = [samples[i], samples[i + 1]];
  // Found once, where the sample without a value is the right one of the two.
  if (left[1] === null || right[1] !== null) return undefined;
  const other = samples[i + 2];
  if (!other || other[1] === null) return undefined;
  const ways = [left, other].map(([x]) => {
    const near = right[0] + (x - right[0]) / 2 ** 20;
    return [near, f(near)] as const;
  });
  const large = ways.every(([, y], k) =>
    Number.isFinite(y) && Math.abs(y) > growth * Math.abs([left, other][k][1]!)
  );
  return large ? { after: i, left: ways[0], right: ways[1], pole: true } : undefined;
}

/** From a sample to the next one, if both have values. */
function stepAt(samples: readonly CurvePoint[], i: number): number | undefined {
  const [a, b] = [samples[i]?.[1], samples[i + 1]?.[1]];
  return typeof a === "number" && typeof b === "number" ? b - a : undefined;
}

/** Whether a step is larger than those beside it, or against them. */
function isOdd(step: number, before = 0, after = 0): boolean {
  const [size, beside] = [Math.abs(step), Math.max(Math.abs(before), Math.abs(after))];
  if (size > 1.5 * beside) return true;
  return size > beside / 2 && Math.sign(step) !== Math.sign(before) &&
    Math.sign(step) !== Math.sign(after);
}

function jumpIn(
  f: (x: number) => number,
  samples: readonly CurvePoint[],
  i: number,
): Break | undefined {
  let [[a, fa], [b, fb]] = [samples[i], samples[i + 1]] as [number, number][];
  const size = Math.abs(fb - fa);
  const largest = Math.max(Math.abs(fa), Math.abs(fb));
  for (let n = 0; n < halvings; n++) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b) break;
    const value = f(middle);
    if (!Number.isFinite(value)) {
      const pole = Math.max(Math.abs(fa), Math.abs(fb)) > growth * largest;
      return { after: i, left: [a, fa], right: [b, fb], pole };
    }
    if (Math.abs(value - fa) > Math.abs(fb - value)) [b, fb] = [middle, value];
    else [a, fa] = [middle, value];
  }
  if (Math.abs(fb - fa) < size / 2) return undefined;
  const pole = Math.max(Math.abs(fa), Math.abs(fb)) > growth * largest;
  return { after: i, left: [a, fa], right: [b, fb], pole };
}

/** Whether the size of the values has a peak between two samples that their neighbours do not reach. */
function isPeak(samples: readonly CurvePoint[], i: number): boolean {
  if (i === 0 || i + 2 >= samples.length) return false;
  const size = (k: number) => Math.abs(samples[k][1] ?? 0);
  const lower = Math.min(size(i), size(i + 1));
  return lower > 0 && lower > 2 * Math.max(size(i - 1), size(i + 2));
}

/** A pole from which the curve goes off to the same side on both of its sides. */
function poleIn(
  f: (x: number) => number,
  samples: readonly CurvePoint[],
  i: number,
): Break | undefined {
  let [a, b] = [samples[i][0], samples[i + 1][0]];
  const largest = Math.max(Math.abs(samples[i][1]!), Math.abs(samples[i + 1][1]!));
  for (let n = 0; n < halvings; n++) {
    const [c, d] = [a + (b - a) / 3, b - (b - a) / 3];
    const [fc, fd] = [f(c), f(d)];
    if (!Number.isFinite(fc) || !Number.isFinite(fd)) break;
    if (Math.max(Math.abs(fc), Math.abs(fd)) > growth * largest) {
      return { after: i, left: [c, fc], right: [d, fd], pole: true };
    }
    if (Math.abs(fc) > Math.abs(fd)) b = d;
    else a = c;
  }
  return undefined;
}
