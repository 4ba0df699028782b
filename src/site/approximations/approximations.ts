/**
 * What may stand in for each function, as `tests/site/make_approximations.ts` found it.
 *
 * @module
 */

import { costOf } from "../../approximation/cost.ts";
import type { Cost } from "../../calculus/cost.ts";
import { frontier } from "../../comparison/frontier.ts";
import { priceOf } from "../../workbench/prices.ts";
import record from "../../../tests/site/approximations.json" with { type: "json" };
import type { Row, Rows } from "./rows.ts";
import { shared } from "./shared.ts";

const rows = record.functions as unknown as Rows;

/** A candidate with its price, and whether nothing is both cheaper and nearer. */
export interface Ranked extends Row {
  readonly operations: Cost;
  readonly cost: number;
  readonly onFront: boolean;
}

/** The candidates of a function, the cheapest first. */
export function approximationsOf(id: string): Ranked[] {
  const priced = (rows[id] ?? []).map((row) => {
    const operations = costOf(shared(row.expression));
    // What is left of the function's own formula is the rounding of doubles.
    const error = row.kind === "itself" ? 0 : row.error;
    return { ...row, error, operations, cost: priceOf(operations) };
  });
  const front = new Set(frontier(priced));
  return priced.map((row) => ({ ...row, onFront: front.has(row) }))
    .sort((a, b) => a.cost - b.cost || b.error - a.error);
}
