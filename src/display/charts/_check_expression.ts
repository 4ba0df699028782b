import { shown } from "../../options/shown.ts";
import type { Slider } from "./_slider.ts";

/** What Vega's expressions know by a name of its own. */
const constants =
  "datum true false null NaN Infinity undefined E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 MAX_VALUE MIN_VALUE"
    .split(" ");

/**
 * Sees to it that an expression is one that front ends can compute, which find out when they draw it.
 *
 * @throws TypeError if it has a name that is neither x nor a slider, or is written for JavaScript
 */
export function checkExpression(
  title: string,
  expression: unknown,
  sliders: readonly Slider[],
): void {
  const fail = (must: string) => {
    throw new TypeError(
      `Cannot draw ${title} as its expression ${must}: current value is ${shown(expression)}`,
    );
  };
  if (typeof expression !== "string") return fail("must be a text");
  if (expression.includes("**")) fail("must write a power as pow(x, 2)");
  if (/\bMath\s*\./.test(expression)) fail("must name functions without Math, as in sin(x)");
  const known = ["x", ...sliders.map(({ name }) => name)];
  // Names of functions are for Vega to know: there are many.
  const names = expression.match(/(?<![\w.$"'])[a-zA-Z_$][\w$]*(?![\w$"']|\s*\()/g) ?? [];
  if (names.every((name) => known.includes(name) || constants.includes(name))) return;
  fail(`must have no names but ${known.join(", ")}`);
}
