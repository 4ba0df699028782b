import { finiteValues } from "../comparison/finite_values.ts";
import { formatNamed } from "../comparison/float_format.ts";
import type { Format, FormatName } from "../comparison/format.ts";
import { ulpDistance } from "../comparison/ulp_distance.ts";
import type { KernelErrors } from "./kernel_errors.ts";

/** Inputs of a format and what a kernel should give there, for as many kernels as there are. */
export interface Inputs {
  readonly format: Format;
  readonly xs: Float64Array;
  readonly exact: Float64Array;
}

/** How many inputs of a format with more than 16 bits are tried. */
const SAMPLES = 200_000;

/** Every finite input of a format of at most 16 bits, some of a wider one, with the target there. */
export function inputsWith(target: (x: number) => number, name: FormatName): Inputs {
  const format = formatNamed(name);
  const xs = Float64Array.from(inputsOf(format));
  return { format, xs, exact: xs.map(target) };
}

/** The errors at every input, or at one out of so many. */
export function measured(
  kernel: (x: number) => number,
  { format, xs, exact }: Inputs,
  stride = 1,
): KernelErrors {
  const { round } = format;
  let [error, at, ulps, ulpsAt, differing, inputs] = [0, NaN, 0, NaN, 0, 0];
  for (let k = 0; k < xs.length; k += stride) {
    const x = xs[k];
    const [found, right] = [round(kernel(x)), round(exact[k])];
    inputs++;
    if (found === right) continue;
    differing++;
    const off = Math.abs(found - exact[k]) / Math.max(1, Math.abs(x));
    // NaN is as wrong as can be.
    if (!(off <= error)) [error, at] = [Number.isNaN(off) ? Infinity : off, x];
    const steps = ulpDistance(found, right, format);
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
