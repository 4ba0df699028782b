import { finiteValues } from "../comparison/finite_values.ts";
import { formatNamed } from "../comparison/float_format.ts";
import type { Format, FormatName } from "../comparison/format.ts";
import { ulpDistance } from "../comparison/ulp_distance.ts";

/** How far a kernel is from its target at the inputs of a format. */
export interface KernelErrors {
  /** The largest |kernel − target| / max(1, |x|). */
  readonly error: number;
  /** Where that is. */
  readonly at: number;
  /** The largest distance from the correctly rounded value, in numbers of the format. */
  readonly ulps: number;
  /** Where that is. */
  readonly ulpsAt: number;
  /** At how many inputs it is not the correctly rounded value. */
  readonly differing: number;
  /** How many inputs were tried: every finite one of a format of 16 bits or less. */
  readonly inputs: number;
}

/** How many inputs of a format with more than 16 bits are tried. */
const SAMPLES = 200_000;

/**
 * Goes through every finite input of a format of at most 16 bits, and through 200,000 of a wider one,
 * evenly in number, not in size.
 *
 * @param kernel what is measured, as `inArithmetic` gives it
 * @param target what it should be
 * @param format of input and output
 * @returns the largest errors
 *
 * @example
 * ```ts
 * import { gelu, geluTanh } from "@actbook/actbook";
 * import { measureKernel } from "@actbook/actbook/workbench";
 * import { assertEquals } from "@std/assert";
 *
 * const { ulps, ulpsAt, inputs } = measureKernel(geluTanh, gelu, "bfloat16");
 * assertEquals([ulps, ulpsAt, inputs], [6538, -10.125, 65280]);
 * ```
 */
export function measureKernel(
  kernel: (x: number) => number,
  target: (x: number) => number,
  format: FormatName,
): KernelErrors {
  const { round } = formatNamed(format);
  let [error, at, ulps, ulpsAt, differing, inputs] = [0, NaN, 0, NaN, 0, 0];
  for (const x of inputsOf(formatNamed(format))) {
    const [found, exact] = [round(kernel(x)), target(x)];
    const right = round(exact);
    inputs++;
    if (found === right) continue;
    differing++;
    const off = Math.abs(found - exact) / Math.max(1, Math.abs(x));
    // NaN is as wrong as can be.
    if (!(off <= error)) [error, at] = [Number.isNaN(off) ? Infinity : off, x];
    const steps = ulpDistance(found, right, formatNamed(format));
    if (steps > ulps) [ulps, ulpsAt] = [steps, x];
  }
  return { error, at, ulps, ulpsAt, differing, inputs };
}

function* inputsOf(format: Format): Generator<number> {
  if (format.bits <= 16) return yield* finiteValues(format);
  const largest = format.encode(format.max);
  const step = largest / BigInt(SAMPLES / 2) + 1n;
  for (let bits = 0n; bits <= largest; bits += step) {
    const x = format.decode(bits);
    yield x;
    yield -x;
  }
  // The binades where functions bend hold few of them.
  for (let k = 0; k < SAMPLES / 2; k++) yield format.round(-12 + 24 * k / (SAMPLES / 2 - 1));
}
