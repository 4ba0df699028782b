import { findAsymptote } from "../../calculus/find_asymptote.ts";
import { formatNamed } from "../../comparison/float_format.ts";
import type { Format, FormatName } from "../../comparison/format.ts";
import { nextDown, nextUp } from "../../comparison/next.ts";

/** A line that a function is, rounded to a format, from a number of the format on. */
export interface Saturated {
  /** The first number from which on, outwards, the rounded value is that of the line. */
  readonly from: number;
  /** The slope of the line. */
  readonly slope: number;
  /** Its value at 0. */
  readonly intercept: number;
}

/** Where a function has nothing more to compute, on both sides; null where it never is a line. */
export interface Saturation {
  /** Towards −∞. */
  readonly left: Saturated | null;
  /** Towards +∞. */
  readonly right: Saturated | null;
}

/** Of formats with more inputs than this the place is found by halving. */
const EXHAUSTIVE = 16;

/**
 * From where on a function rounded to a format is its asymptote: where gelu(x) is x and where it is 0.
 *
 * In formats of at most 16 bits every number is looked at from the outside in, so that beyond `from`
 * there is no exception. In wider ones the place is found by halving: nothing between it and the largest
 * number is an exception if the distance to the line grows from the outside in, as it does for the
 * functions of the catalogue.
 *
 * @param target the function
 * @param format of input and output
 * @returns the two thresholds
 * @throws RangeError if there is no such format
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { saturationOf } from "@actbook/actbook/workbench";
 * import { assertEquals } from "@std/assert";
 *
 * const { left, right } = saturationOf(gelu, "bfloat16");
 * assertEquals(right, { from: 2.78125, slope: 1, intercept: 0 });
 * assertEquals([left!.slope, left!.intercept], [0, 0]);
 * ```
 */
export function saturationOf(target: (x: number) => number, format: FormatName): Saturation {
  const named = formatNamed(format);
  const [left, right] = ([-1, 1] as const).map((side) => saturatedOn(target, named, side));
  return { left, right };
}

function saturatedOn(
  target: (x: number) => number,
  format: Format,
  side: -1 | 1,
): Saturated | null {
  const line = findAsymptote(target, side);
  if (!line) return null;
  const { slope, intercept } = line;
  const isLine = (x: number) => format.round(target(x)) === format.round(slope * x + intercept);
  const inwards = (x: number) => side > 0 ? nextDown(x, format) : nextUp(x, format);
  let from = side * format.max;
  if (!isLine(from)) return null;
  if (format.bits <= EXHAUSTIVE) {
    while (from !== 0 && isLine(inwards(from))) from = inwards(from);
    return { from, slope, intercept };
  }
  // Between a number where it is the line and one where it is not.
  let inner = 0;
  while (inwards(from) !== inner && from !== inner) {
    const middle = format.round(geometric(inner, from, side));
    if (middle === from || middle === inner) break;
    if (isLine(middle)) from = middle;
    else inner = middle;
  }
  while (from !== 0 && inwards(from) !== inner && isLine(inwards(from))) from = inwards(from);
  return { from, slope, intercept };
}

/** Between two numbers of one sign: in size where they are far apart, else in value. */
function geometric(inner: number, outer: number, side: number): number {
  const [a, b] = [Math.abs(inner), Math.abs(outer)];
  if (b > 4 * Math.max(a, 1e-3)) return side * Math.sqrt(Math.max(a, 1e-3) * b);
  return (inner + outer) / 2;
}
