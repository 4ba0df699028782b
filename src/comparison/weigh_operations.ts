import type { Cost } from "../calculus/cost.ts";

/** What an operation is worth in multiply-adds. */
export interface OperationWeights {
  /** Of an exponential. */
  readonly exps: number;
  /** Of a division. */
  readonly divisions: number;
}

/**
 * One number for a cost: multiply-adds plus weighted exponentials and divisions.
 *
 * The weights stand for a vector unit on which exp is a polynomial of degree 6 with its scaling and a
 * division takes as long as five multiply-adds. They are a convention: pass those of your machine.
 *
 * @param operations the counts
 * @param weights what an exponential and a division are worth; 8 and 5 if left out
 * @returns the cost in multiply-adds
 *
 * @example
 * ```ts
 * import { weighOperations } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(weighOperations({ multiplyAdds: 4, exps: 1, divisions: 1 }), 17);
 * ```
 */
export function weighOperations(
  operations: Cost,
  weights: OperationWeights = { exps: 8, divisions: 5 },
): number {
  const { multiplyAdds, exps, divisions } = operations;
  return multiplyAdds + weights.exps * exps + weights.divisions * divisions;
}
