import type { FormatName } from "../comparison/format.ts";
import { inputsWith, measured } from "./_inputs.ts";
import type { KernelErrors } from "./kernel_errors.ts";

export type { KernelErrors };

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
