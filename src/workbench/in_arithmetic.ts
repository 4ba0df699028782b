import { withLimits } from "../approximation/_with_limits.ts";
import { bind } from "../approximation/code/_bind.ts";
import { checkFormulated } from "../approximation/code/_check_formulated.ts";
import { guarded, guardFor } from "../approximation/code/_limits.ts";
import { compileExpression } from "../approximation/evaluate_expression.ts";
import { lower } from "../approximation/code/_lower.ts";
import type { Expression } from "../approximation/expression.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { formatNamed } from "../comparison/float_format.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { compileRounded } from "../approximation/code/_compile_rounded.ts";
import { operationsOf } from "./_rounded_operations.ts";

/** A formula, or a fit, which is one with numbers for its parameters. */
export type Computable = Expression | {
  readonly parameters: NamedNumbers;
  readonly family: { readonly title: string; readonly expression?: Expression };
  /** What it approximates, whose limits it has far out. */
  readonly target?: RealFunction;
};

const callModel = kinds.either(kinds.either(kinds.text, kinds.object), kinds.callable);
const known: Known<Arithmetic> = {
  format: kinds.needed(kinds.text),
  storage: kinds.text,
  fma: kinds.flag,
  flushSubnormals: kinds.flag,
  exp: callModel,
  exp2: callModel,
  tanh: callModel,
};

/**
 * A formula as a target computes it: the input, every number in it and every operation rounded to a
 * format, so that comparisons and certificates tell what the kernel will give, not what the formula
 * would be worth with real numbers.
 *
 * Operations are those of the exported code: Horner's rule, a part that occurs twice computed once,
 * sigmoids by exp and a division. Where terms of a fit overflow it has the limits, as that code has; a
 * bare formula is computed as it stands.
 *
 * @param formula a formula in x, or a fit
 * @param arithmetic the format, and how fused products, subnormals and exponentials are treated
 * @returns the function; arguments and values are doubles that the format (or its storage) has
 * @throws TypeError if the family has no formula, or a parameter no number
 * @throws RangeError if there is no such format
 *
 * @example What float32 makes of a sum that cancels
 * ```ts
 * import { expression } from "@actbook/actbook/approximation";
 * import { inArithmetic } from "@actbook/actbook/workbench";
 * import { assertEquals } from "@std/assert";
 *
 * const { add, subtract } = expression;
 * const f = inArithmetic(subtract(add(1, "x"), 1), { format: "float32" });
 * assertEquals([f(1e-3), f(1e-9)], [0.0010000467300415039, 0]);
 * ```
 */
export function inArithmetic(formula: Computable, arithmetic: Arithmetic): RealFunction {
  checkOptions("compute", arithmetic, known);
  if (!isExpression(formula)) checkFormulated("compute", formula, "a formula in x");
  const operations = operationsOf(arithmetic);
  const { fma = false, storage } = arithmetic;
  const [e, parameters, title] = "family" in formula
    ? [formula.family.expression, formula.parameters, formula.family.title]
    : [formula, {}, "formula"];
  if (!e) throw new TypeError(`Cannot compute ${title} as the family must have a formula`);
  const bound = bind(e, parameters);
  const lowered = lower(bound);
  const formulaAlone = compileRounded(lowered, operations, fma);
  const { max: largest, precision, minSubnormal: smallest } = formatNamed(arithmetic.format);
  const exact = compileExpression(bound);
  const guard = "family" in formula
    ? guardFor(lowered, formula.target ?? withLimits((x) => exact(x, {})), {
      operations,
      largest,
      precision,
      smallest,
    })
    : { nan: false };
  const limited = guarded(formulaAlone, guard);
  const compiled = (x: number) => operations.round(limited(x));
  const stored = storage && formatNamed(storage).round;
  const f = stored ? (x: number) => stored(compiled(stored(x))) : (x: number) => compiled(x);
  return Object.assign(f, { title: `${title} in ${nameOf(arithmetic)}` });
}

const isExpression = (what: unknown) =>
  typeof what === "object" && what !== null && "kind" in what && !("family" in what);

/** `"float32 with fma"`. */
function nameOf({ format, storage, fma }: Arithmetic): string {
  const stored = storage && storage !== format ? `, stored in ${storage}` : "";
  return `${format}${fma ? " with fma" : ""}${stored}`;
}
