import type { Expression } from "../../approximation/expression.ts";

/** Where a candidate comes from: the function by its own formula, a known replacement, or a fit. */
export type Kind = "itself" | "known" | "fit";

/** A formula that may stand in for a function. */
export interface Candidate {
  readonly title: string;
  readonly kind: Kind;
  /** A formula in x alone. */
  readonly expression: Expression;
  /** Where its slope may jump. */
  readonly kinks: readonly number[];
  /** Where it holds, if not everywhere. */
  readonly domain?: readonly [number, number];
  /** The function of the catalogue that it is, whose page has its sources. */
  readonly page?: string;
  /** Where it was proposed, if not there. */
  readonly source?: string;
}
