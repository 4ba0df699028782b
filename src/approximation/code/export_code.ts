/**
 * Approximations as code to paste.
 *
 * @module
 */

import { costOf } from "../cost.ts";
import { withLimits } from "../_with_limits.ts";
import { compileExpression } from "../evaluate_expression.ts";
import { differentiateExpression } from "../differentiate_expression.ts";
import { children, type Expression } from "../expression.ts";
import type { Fit } from "../fit.ts";
import type { RealFunction } from "../../calculus/real_function.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { bind } from "./_bind.ts";
import { graphOf } from "./_graph.ts";
import { type Guard, guardFor, rangeOf } from "./_limits.ts";
import { locals } from "./_locals.ts";
import { lower } from "./_lower.ts";
import { noteOf } from "./_note.ts";
import { spell, type Spelling } from "./_spell.ts";
import { texWith } from "./_tex_with.ts";
import { languages } from "./languages/_all.ts";
import type { Body, CodeFormat, Language } from "./languages/_language.ts";
import { onnx } from "./languages/_onnx.ts";
import { stablehlo } from "./languages/_stablehlo.ts";

/** The languages that `exportCode` speaks. */
export type LanguageName =
  | "typescript"
  | "python"
  | "pytorch"
  | "jax"
  | "c"
  | "cuda"
  | "metal"
  | "glsl"
  | "wgsl"
  | "rust"
  | "julia"
  | "onnx"
  | "stablehlo"
  | "latex";

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
  language: kinds.needed(
    kinds.oneOf(
      "typescript",
      "python",
      "pytorch",
      "jax",
      "c",
      "cuda",
      "metal",
      "glsl",
      "wgsl",
      "rust",
      "julia",
      "onnx",
      "stablehlo",
      "latex",
    ),
  ),
  name: kinds.text,
  format: kinds.oneOf("float32", "float64"),
  derivative: kinds.oneOf(0, 1),
};

/** A formula with numbers for its parameters, or a fit, which is one. */
export type Exportable =
  & Pick<Fit, "parameters">
  & Partial<Pick<Fit, "error" | "domain" | "criterion">>
  & {
    /**
     * What it approximates: then the text says how far off it is in its arithmetic, and the code has the
     * limits of the target far out.
     */
    readonly target?: RealFunction;
    readonly family: { readonly title: string; readonly expression?: Expression };
  };

/**
 * A fitted approximation as code: a function of its own in TypeScript, Python with NumPy, PyTorch (with
 * its derivative as the backward) or JAX, C, CUDA, Metal, GLSL, WGSL, Rust or Julia; a graph of ONNX or
 * StableHLO in their text formats, of standard operators; or a formula in LaTeX. Polynomials are by
 * Horner's rule, what occurs twice is computed once, numbers have the digits that their format needs.
 *
 * Where terms of the formula overflow, the code has the limits of the function instead, and it passes
 * NaN on. What is said above it, the error in its own arithmetic and the operations, is computed.
 *
 * In float64 it computes what the fit's own `f` computes, to within 1e-15 of max(1, |x|), in float32 to
 * within 2e-6 of it, if exp is as good as the format allows.
 *
 * @param approximation a fit, or a formula and numbers for its parameters
 * @param options the language, the format, and the name of the function
 * @returns the text, ending in a line break
 * @throws TypeError if the family has no formula: a function in TypeScript cannot be translated
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
  const { language, name = "approximation", derivative = 0 } = options;
  const bound = formulaOf(approximation, derivative);
  if (language === "latex") return latex(bound, checkedName(name, ""));
  const spoken: Language | undefined = language === "onnx" || language === "stablehlo"
    ? undefined
    : languages[language];
  const format = formatFor(language, spoken?.formats ?? ["float32"], options.format);
  checkedName(name, spoken?.reserved ?? "");
  const f = derivative === 0 && approximation.target || numbersOf(bound);
  const lowered = lower(bound, spoken?.clamp?.(format));
  const guard = guardFor(lowered, f, rangeOf(format));
  const { family, error, domain, criterion, target } = approximation;
  const noted = derivative === 1
    ? { title: `The derivative of ${family.title}` }
    : { title: family.title, error, domain, criterion, target };
  const note = noteOf({ ...noted, cost: costOf(bound) }, lowered, format);
  if (!spoken) {
    const graph = graphOf(lowered, guard);
    return language === "onnx" ? onnx(name, note, graph) : stablehlo(name, note, graph);
  }
  const spelling = { language: spoken, format };
  const slope = spoken.slope ? slopeOf(bound, spelling) : undefined;
  return spoken.whole({ name, note, format, body: bodyOf(lowered, guard, spelling), slope });
}

/** The formula with its numbers, or its derivative. */
function formulaOf({ family, parameters }: Exportable, derivative: 0 | 1): Expression {
  if (!family.expression) {
    throw new TypeError(`Cannot export ${family.title} as the family must have a formula`);
  }
  for (const [parameter, value] of Object.entries(parameters)) {
    if (Number.isFinite(value)) continue;
    throw new RangeError(
      `Cannot export as ${parameter} must be finite: current value is ${value}`,
    );
  }
  const bound = bind(family.expression, parameters);
  const missing = namesIn(bound).filter((name) => name !== "x");
  if (missing.length > 0) {
    throw new RangeError(
      `Cannot export ${family.title} as ${missing.join(", ")} must have a number: ` +
        `the parameters are ${Object.keys(parameters).join(", ") || "none"}`,
    );
  }
  return derivative === 1 ? bind(differentiateExpression(bound, "x"), {}) : bound;
}

function namesIn(e: Expression): string[] {
  const found = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (part: Expression): void => {
    if (seen.has(part)) return;
    seen.add(part);
    if (part.kind === "name") found.add(part.name);
    children(part).forEach(visit);
  };
  visit(e);
  return [...found];
}

/** The function of a formula, with its limits. */
function numbersOf(bound: Expression): (x: number) => number {
  const f = compileExpression(bound);
  return withLimits((x) => f(x, {}));
}

function slopeOf(bound: Expression, spelling: Spelling): Body {
  const slope = bind(differentiateExpression(bound, "x"), {});
  const lowered = lower(slope, spelling.language.clamp?.(spelling.format));
  return bodyOf(lowered, guardFor(lowered, numbersOf(slope), rangeOf(spelling.format)), spelling);
}

/** The lines of a function, and its value with the limits around it. */
function bodyOf(lowered: Expression, { limits, nan }: Guard, spelling: Spelling): Body {
  const { language, format } = spelling;
  const shared = locals(lowered);
  const names = new Map(shared.map(({ name, value }) => [value, name]));
  const body = shared.map(({ name, value }) =>
    language.local(name, spell(value, spelling, names, value), format)
  );
  const value = spell(lowered, spelling, names);
  if (!limits && !nan) return { lines: body, value };
  const number = (x: number) => language.number(x, format);
  const line = ({ slope, intercept }: { slope: number; intercept: number }) => {
    if (slope === 0) return number(intercept);
    const scaled = slope === 1 ? "x" : `${number(slope)} * x`;
    return intercept === 0 ? scaled : `${scaled} + ${number(intercept)}`;
  };
  let guarded = nan ? language.select("x == x", "y", "x") : "y";
  if (limits) {
    const { beyond, left, right } = limits;
    guarded = language.select(`x < ${number(-beyond)}`, line(left), guarded);
    guarded = language.select(`x > ${number(beyond)}`, line(right), guarded);
  }
  return { lines: [...body, language.local("y", value, format)], value: guarded };
}

function latex(bound: Expression, name: string): string {
  const symbol = name.length === 1 ? name : `\\operatorname{${name.replaceAll("_", "\\_")}}`;
  const where = locals(bound).filter(({ value }) =>
    value.kind === "divide" || (value.kind === "call" && value.name !== "abs")
  );
  const names = new Map(where.map(({ name, value }) => [value, name.replace(/\d+$/, "_{$&}")]));
  const parts = where.map(({ value }) => `${names.get(value)}=${texWith(value, names)}`);
  const whole = `${symbol}\\left(x\\right)\\approx ${texWith(bound, names)}`;
  return [whole, ...parts.reverse()].join(",\\quad ") + "\n";
}

function checkedName(name: string, reserved: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || /^[xytsvpquc]\d*$/.test(name)) {
    throw new RangeError(
      `Cannot export as the name must be an identifier other than x, y, t, s, v, p, q, u, c: ` +
        `current value is ${name}`,
    );
  }
  if (!reserved.split(" ").includes(name)) return name;
  throw new RangeError(
    `Cannot export as the name must be no word of the language or the code: current value is ${name}`,
  );
}

function formatFor(
  language: string,
  known: readonly CodeFormat[],
  format: CodeFormat = known[0],
): CodeFormat {
  if (known.includes(format)) return format;
  throw new RangeError(
    `Cannot export ${language} as format must be one of ${known.join(", ")}: ` +
      `current value is ${format}`,
  );
}
