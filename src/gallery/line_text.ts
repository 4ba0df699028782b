import type { Asymptote } from "../activations/activation.ts";
import { shortNumber } from "./_short_number.ts";

/**
 * An asymptote as one writes it, with five digits at most.
 *
 * @param line the line, or `null` where there is none
 * @returns `"y = 0"`, `"y = 2x − 3"`, `"none"`
 *
 * @example
 * ```ts
 * import { lineText } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(lineText({ slope: 1, intercept: -0.5 }), "y = x − 0.5");
 * ```
 */
export function lineText(line: Asymptote): string {
  if (line === null) return "none";
  const { slope, intercept } = line;
  if (slope === 0) return `y = ${shortNumber(intercept)}`;
  const rise = slope === 1 ? "x" : slope === -1 ? "−x" : `${shortNumber(slope)}x`;
  if (intercept === 0) return `y = ${rise}`;
  return `y = ${rise} ${intercept < 0 ? "−" : "+"} ${shortNumber(Math.abs(intercept))}`;
}
