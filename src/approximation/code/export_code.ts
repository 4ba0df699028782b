/**
 * Approximations as code to paste.
 *
 * @module
 */

import type { Expression } from "../expression.ts";
import type { Fit } from "../fit.ts";
import { bind } from "./_bind.ts";
import { type Language, languages, spell } from "./_languages.ts";
import { locals } from "./_locals.ts";
import { lower } from "./_lower.ts";
import { texWith } from "./_tex_with.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** The languages that `exportCode` speaks. */
export type LanguageName = "typescript" | "python" | "c" | "wgsl" | "latex";

/** What is written, and how. */
export interface ExportOptions {
  /** What to write in. */
  readonly language: LanguageName;
  /** The name of the function, an identifier; `approximation` if not given. */
  readonly name?: string;
}

const exportOptions: Known<ExportOptions> = {
  language: kinds.needed(kinds.oneOf("typescript", "python", "c", "wgsl", "latex")),
  name: kinds.text,
};

/** A formula with numbers for its parameters, or a fit, which is one. */
export type Exportable =
  & Pick<Fit, "parameters">
  & Partial<Pick<Fit, "error" | "domain" | "criterion">>
  & {
    readonly family: { readonly title: string; readonly expression?: Expression };
  };

/**
 * A fitted approximation as code: a function of its own in TypeScript, Python with NumPy, C or WGSL,
 * or a formula in LaTeX. Polynomials are by Horner's rule, what occurs twice is computed once, numbers
 * have the digits that a double needs (in WGSL those of a float32).
 *
 * In TypeScript, Python and C it computes what the fit's own `f` computes, to within 1e-15 of
 * max(1, |x|); in WGSL, in float32, to within 2e-6 of it if exp is as good as float32 allows. Very
 * large |x| may overflow inside.
 *
 * @param approximation a fit, or a formula and numbers for its parameters
 * @param options the language, and the name of the function
 * @returns the text, ending in a line break
 * @throws TypeError if the family has no formula: a function in TypeScript cannot be translated
 * @throws RangeError if the name is no identifier or one that the code uses, or a parameter is not finite
 *
 * @example
 * ```ts
 * import { exp2Tail, exportCode } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const approximation = { family: exp2Tail({ degree: 1 }), parameters: { q0: -1, q1: -1.5 } };
 * assertEquals(
 *   exportCode(approximation, { language: "c", name: "gelu" }).split("\n").slice(5, -1),
 *   [
 *     "double gelu(double x) {",
 *     "  const double t = fabs(x);",
 *     "  return fmax(x, 0.0) - t * exp2(-1.5 * t - 1.0);",
 *     "}",
 *   ],
 * );
 * ```
 */
export function exportCode(approximation: Exportable, options: ExportOptions): string {
  checkOptions("export", options, exportOptions);
  const { family, parameters } = approximation;
  const { language, name = "approximation" } = options;
  if (!family.expression) {
    throw new TypeError(`Cannot export ${family.title} as the family must have a formula`);
  }
  for (const [parameter, value] of Object.entries(parameters)) {
    if (Number.isFinite(value)) continue;
    throw new RangeError(
      `Cannot export as ${parameter} must be finite: current value is ${value}`,
    );
  }
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || /^[xtsvpqu]\d*$/.test(name)) {
    throw new RangeError(
      `Cannot export as the name must be an identifier other than x, t, s, v, p, q, u: ` +
        `current value is ${name}`,
    );
  }
  const bound = bind(family.expression, parameters);
  if (language === "latex") {
    const symbol = name.length === 1 ? name : `\\operatorname{${name.replaceAll("_", "\\_")}}`;
    const where = locals(bound).filter(({ value }) =>
      value.kind === "divide" || (value.kind === "call" && value.name !== "abs")
    );
    const names = new Map(where.map(({ name, value }) => [value, name.replace(/\d+$/, "_{$&}")]));
    const parts = where.map(({ value }) => `${names.get(value)}=${texWith(value, names)}`);
    const whole = `${symbol}\\left(x\\right)\\approx ${texWith(bound, names)}`;
    return [whole, ...parts.reverse()].join(",\\quad ") + "\n";
  }
  const spoken: Language = languages[language];
  const lowered = lower(bound, spoken.clamp);
  const shared = locals(lowered);
  const names = new Map(shared.map(({ name, value }) => [value, name]));
  const body = shared.map(({ name, value }) =>
    spoken.local(name, spell(value, spoken, names, value))
  );
  return spoken.whole(name, note(approximation), body, spell(lowered, spoken, names));
}

/** What is said above the function. */
function note({ family, error, domain, criterion }: Exportable): string[] {
  const lines = [`${family.title}.`];
  if (error !== undefined && domain) {
    const what = typeof criterion === "string" ? criterion : "weighted";
    lines.push(`Error (${what}) ${error.toPrecision(3)} on [${domain[0]}, ${domain[1]}].`);
  }
  return lines;
}
