import type { Expression } from "../expression.ts";
import { locals } from "./_locals.ts";
import { texWith } from "./_tex_with.ts";

/** A formula with its numbers in LaTeX, fractions and exponentials that occur twice apart. */
export function latex(bound: Expression, name: string): string {
  const symbol = name.length === 1 ? name : `\\operatorname{${name.replaceAll("_", "\\_")}}`;
  const where = locals(bound).filter(({ value }) =>
    value.kind === "divide" || (value.kind === "call" && value.name !== "abs")
  );
  const names = new Map(where.map(({ name, value }) => [value, name.replace(/\d+$/, "_{$&}")]));
  const parts = where.map(({ value }) => `${names.get(value)}=${texWith(value, names)}`);
  const whole = `${symbol}\\left(x\\right)\\approx ${texWith(bound, names)}`;
  return [whole, ...parts.reverse()].join(",\\quad ") + "\n";
}
