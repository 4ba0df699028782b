import type { FormatName } from "../comparison/format.ts";
import { inputsWith, measured } from "./_inputs.ts";

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

/**
 * Goes through every finite input of a format of at most 16 bits, and through 300,000 of a wider one:
 * two thirds evenly in number, not in size, the others evenly where functions bend.
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
  return measured(kernel, inputsWith(target, format));
}
