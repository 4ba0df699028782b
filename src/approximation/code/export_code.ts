/**
 * Approximations as code to paste.
 *
 * @module
 */

import { costOf } from "../cost.ts";
import { withLimits } from "../_with_limits.ts";
import { compileExpression } from "../evaluate_expression.ts";
import { differentiateExpression } from "../differentiate_expression.ts";
import type { Expression } from "../expression.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { bind } from "./_bind.ts";
import { bodyOf } from "./_body_of.ts";
import { formulated } from "./_formulated.ts";
import { boundFormula } from "./_bound_formula.ts";
import { checkFormulated } from "./_check_formulated.ts";
import { checkedName, formatFor } from "./_checked_name.ts";
import { graphOf } from "./_graph.ts";
import { type LanguageName, languageNames } from "./_language_names.ts";
import { latex } from "./_latex.ts";
import { guardFor, rangeOf } from "./_limits.ts";
import { lower } from "./_lower.ts";
import { noteOf } from "./_note.ts";
import type { Spelling } from "./_spell.ts";
import type { Exportable, Formulated } from "./exportable.ts";
import { languages } from "./languages/_all.ts";
import type { Body, CodeFormat, Language } from "./languages/_language.ts";
import { onnx } from "./languages/_onnx.ts";
import { stablehlo } from "./languages/_stablehlo.ts";

export type { Exportable, Formulated, LanguageName };

/** What is written, and how. */
export interface ExportOptions {
  /** What to write in. */
  readonly language: LanguageName;
  /** The name of the function, an identifier; `approximation` if not given. */
  readonly name?: string;
  /** The format that is computed in; if not given the usual one of the language. */
  readonly format?: CodeFormat;
  /** 1 for the derivative instead of the function; 0 if not given. */
  readonly derivative?: 0 | 1;
}

const exportOptions: Known<ExportOptions> = {
  language: kinds.needed(kinds.oneOf(...languageNames)),
  name: kinds.text,
  format: kinds.oneOf("float32", "float64"),
  derivative: kinds.oneOf(0, 1),
};

/**
 * A fitted approximation as code: a function of its own in TypeScript, Python with NumPy, PyTorch (with
 * its derivative as the backward) or JAX, C, CUDA, Metal, GLSL, WGSL, Rust or Julia; a graph of ONNX or
 * StableHLO in their text formats, of standard operators; or a formula in LaTeX. Polynomials are by
 * Horner's rule or by Estrin's, what occurs twice is computed once, numbers have the digits that their
 * format needs. Functions of the catalogue and their derivatives are written by formulas in which
 * nothing cancels; gelu, which needs an erf, by an approximation as good as float32.
 *
 * Where terms of the formula overflow, the code has the limits of the function instead, and it passes
 * NaN on. What is said above it, the error in its own arithmetic and the operations, is computed.
 *
 * In float64 it computes what the fit's own `f` computes, to within 1e-15 of max(1, |x|), in float32 to
 * within 2e-6 of it, if exp is as good as the format allows.
 *
 * @param approximation a fit of whatever kind, a formula and numbers for its parameters, or a function
 * of the catalogue
 * @param options the language, the format, and the name of the function
 * @returns the text, ending in a line break
 * @throws TypeError if there is no formula: a function in TypeScript cannot be translated; or if the
 * language has no words for it, as StableHLO and LaTeX for a table
 * @throws RangeError if the name is no identifier, or a word of the language, or one that the code uses,
 * a parameter is missing or not finite, or the language has no such format
 *
 * @example
 * ```ts
 * import { exp2Tail, exportCode } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const approximation = { family: exp2Tail({ degree: 1 }), parameters: { q0: -1, q1: -1.5 } };
 * assertEquals(
 *   exportCode(approximation, { language: "c", name: "gelu", format: "float32" }).split("\n").slice(6, -1),
 *   [
 *     "float gelu(float x) {",
 *     "  const float t = fabsf(x);",
 *     "  const float y = fmaxf(x, 0.0f) - t * exp2f(-1.5f * t - 1.0f);",
 *     "  return x > 128.0f ? x : x < -128.0f ? 0.0f : y;",
 *     "}",
 *   ],
 * );
 * ```
 */
export function exportCode(approximation: Exportable, options: ExportOptions): string {
  checkOptions("export", options, exportOptions);
  if (typeof approximation !== "function") {
    checkFormulated("export", approximation, "a function of the catalogue");
  }
  const { language, name = "approximation", derivative = 0 } = options;
  const spoken: Language | undefined =
    language === "onnx" || language === "stablehlo" || language === "latex"
      ? undefined
      : languages[language];
  checkedName(name, spoken?.reserved ?? "");
  const format = formatFor(language, spoken?.formats ?? ["float32"], options.format);
  const what = formulated(approximation, format);
  const bound = boundFormula(what, derivative);
  if (language === "latex") return latex(bound, name);
  const { family, error, domain, criterion, target, remarks } = what;
  const right = derivative === 0 ? target : target?.derivative;
  const lowered = lower(bound, spoken?.clamp?.(format));
  const guard = guardFor(lowered, right ?? numbersOf(bound), rangeOf(format, spoken?.losesNaN));
  const noted = derivative === 1
    ? { title: `The derivative of ${family.title}`, domain, target: right }
    : { title: family.title, error, domain, criterion, target, remarks };
  const note = noteOf({ ...noted, cost: costOf(bound) }, lowered, format);
  if (!spoken) {
    const graph = graphOf(lowered, guard);
    return language === "onnx" ? onnx(name, note, graph) : stablehlo(name, note, graph);
  }
  const spelling = { language: spoken, format };
  const slope = spoken.slope ? slopeOf(bound, spelling) : undefined;
  return spoken.whole({ name, note, format, body: bodyOf(lowered, guard, spelling), slope });
}

/** The function of a formula, with its limits. */
function numbersOf(bound: Expression): (x: number) => number {
  const f = compileExpression(bound);
  return withLimits((x) => f(x, {}));
}

function slopeOf(bound: Expression, spelling: Spelling): Body {
  const slope = bind(differentiateExpression(bound, "x"), {});
  const lowered = lower(slope, spelling.language.clamp?.(spelling.format));
  return bodyOf(
    lowered,
    guardFor(lowered, numbersOf(slope), rangeOf(spelling.format, spelling.language.losesNaN)),
    spelling,
  );
}
