import { differentiateExpression } from "../differentiate_expression.ts";
import { children, type Expression } from "../expression.ts";
import { bind } from "./_bind.ts";
import type { Formulated } from "./exportable.ts";

/** The formula with its numbers, or its derivative. */
export function boundFormula({ family, parameters }: Formulated, derivative: 0 | 1): Expression {
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
