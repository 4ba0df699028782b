/**
 * Parts of a formula that occur more than once, to be computed once.
 *
 * @module
 */

import { children, type Expression, isSquare } from "../expression.ts";

/** A part that gets a name, and the name. */
export interface Local {
  readonly name: string;
  readonly value: Expression;
}

/** A part of this depth below a division or inside an exponential gets a line of its own. */
const deep = 4;

/**
 * The parts of a formula that deserve a name, each after those it needs: what occurs more than once,
 * and what is long.
 *
 * @param e the formula
 */
export function locals(e: Expression): Local[] {
  const counts = new Map<Expression, number>();
  const depths = new Map<Expression, number>();
  const wishes = new Map<Expression, string>();
  const visit = (part: Expression): number => {
    const seen = counts.get(part) ?? 0;
    counts.set(part, seen + 1);
    if (seen > 0) return depths.get(part)!;
    const inner = children(part).map(visit);
    const depth = inner.length === 0 ? 0 : 1 + Math.max(...inner);
    depths.set(part, depth); // also puts them in order: inner parts come first
    children(part).forEach((child, i) => {
      const letter = longName(part, i);
      if (letter && inner[i] >= deep) wishes.set(child, letter);
    });
    return depth;
  };
  visit(e);
  const named = [...depths.keys()].filter((part) =>
    part !== e && children(part).length > 0 && (counts.get(part)! > 1 || wishes.has(part))
  );
  const used = new Set<string>();
  return named.map((value) => {
    const base = wishes.get(value) ?? shortName(value);
    let name = base;
    for (let k = 2; used.has(name); k++) name = `${base}${k}`;
    used.add(name);
    return { name, value };
  });
}

/** Letters for the parts of a fraction and the argument of an exponential. */
function longName(parent: Expression, child: number): string | undefined {
  if (parent.kind === "divide") return child === 0 ? "p" : "q";
  return parent.kind === "call" && parent.name.startsWith("exp") ? "u" : undefined;
}

/** What one would call a part: t = |x|, s = x². */
function shortName(e: Expression): string {
  if (e.kind === "call" && e.name === "abs") return "t";
  return isSquare(e) ? "s" : "v";
}
