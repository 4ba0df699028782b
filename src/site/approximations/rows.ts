/**
 * Candidates and what they come to, as they are kept in a file.
 *
 * @module
 */

import type { Expression } from "../../approximation/expression.ts";
import type { Candidate } from "./candidate.ts";
import type { Measured } from "./measured.ts";
import { shared } from "./shared.ts";

/** A number, or ±∞ as text, which JSON has no number for. */
type Kept = number | "Infinity" | "-Infinity";

/** A candidate in the file. */
export interface Row extends Omit<Measured, "formats">, Omit<Candidate, "domain" | "expression"> {
  readonly domain?: readonly [Kept, Kept];
  readonly formats: Readonly<
    Record<string, { ulps: number; at: number; error: Kept; inputs: number }>
  >;
  readonly expression: Expression;
}

/** The candidates of each function. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

const kept = (value: number): Kept =>
  Number.isFinite(value) ? value : value > 0 ? "Infinity" : "-Infinity";

/** A candidate with what was measured, as plain JSON. */
export function toRow(candidate: Candidate, measured: Measured): Row {
  const { domain, expression, ...rest } = candidate;
  const formats = Object.fromEntries(
    Object.entries(measured.formats).map(([name, { error, ...found }]) => [
      name,
      { ...found, error: kept(error) },
    ]),
  );
  return {
    ...rest,
    ...domain && domain.some(Number.isFinite)
      ? { domain: [kept(domain[0]), kept(domain[1])] as const }
      : {},
    ...measured,
    formats,
    expression,
  };
}

/** The candidate that a row of the file is of. */
export function fromRow({ title, kind, expression, kinks, domain, page, source }: Row): Candidate {
  return {
    title,
    kind,
    expression: shared(expression),
    kinks,
    ...domain ? { domain: [Number(domain[0]), Number(domain[1])] as const } : {},
    ...page ? { page } : {},
    ...source ? { source } : {},
  };
}
