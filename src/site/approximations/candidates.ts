import type { Activation } from "../../activations/activation.ts";
import type { Candidate } from "./candidate.ts";
import { familiesFor, piecesFor, pricesFor } from "./fits.ts";
import { formulaOf, replacements } from "./replacements.ts";

/** Functions of which nothing need be approximated: a few multiply-adds, and no division. */
export function needsNone(f: Activation): boolean {
  return !(f.id in replacements) && formulaOf(f) !== undefined;
}

/** The function by its own formula, if it has one. */
export function itself(f: Activation): Candidate[] {
  const expression = formulaOf(f);
  return expression
    ? [{ title: "By its own formula", kind: "itself", expression, kinks: f.kinks }]
    : [];
}

/** What is tried for a function: itself, what is known, and what is fitted. */
export function candidatesFor(f: Activation): Candidate[] {
  if (needsNone(f)) return itself(f);
  return [
    ...itself(f),
    ...replacements[f.id]?.() ?? [],
    ...familiesFor(f),
    ...pricesFor(f.id).map((price) => piecesFor(f, price)),
  ];
}
