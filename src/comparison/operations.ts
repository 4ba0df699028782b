/**
 * What one evaluation costs, counted in the operations that matter to whoever writes a kernel. A
 * multiplication and an addition that fuse count once; comparisons, clamps and signs are free.
 */
export interface Operations {
  /** Additions, multiplications, and fused pairs of them. */
  readonly multiplyAdds: number;
  /** Exponentials, of whatever base. */
  readonly exps: number;
  /** Divisions. */
  readonly divisions: number;
}

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
  operations: Operations,
  weights: OperationWeights = { exps: 8, divisions: 5 },
): number {
  const { multiplyAdds, exps, divisions } = operations;
  return multiplyAdds + weights.exps * exps + weights.divisions * divisions;
}

/** The cheap functions of the catalogue, each by the formula beside it. */
const known: ReadonlyMap<string, Operations> = new Map([
  ["relu", { multiplyAdds: 0, exps: 0, divisions: 0 }],
  // clip(x/6 + ½), and that times x.
  ["hardSigmoid", { multiplyAdds: 1, exps: 0, divisions: 0 }],
  ["hardSwish", { multiplyAdds: 2, exps: 0, divisions: 0 }],
  // 1/(1 + e⁻ˣ) and x/(1 + e⁻ˣ).
  ["sigmoid", { multiplyAdds: 1, exps: 1, divisions: 1 }],
  ["silu", { multiplyAdds: 1, exps: 1, divisions: 1 }],
  // x/(1 + exp(−kx)).
  ["geluSigmoid", { multiplyAdds: 2, exps: 1, divisions: 1 }],
  // x/(1 + exp(x·(a + b·x²))).
  ["geluTanh", { multiplyAdds: 4, exps: 1, divisions: 1 }],
]);

/**
 * The cost of a function, where it is known.
 *
 * @param f its own `cost` if it has one, else that of the catalogue entry with its `id`
 * @returns the counts, or `null`
 *
 * @example
 * ```ts
 * import { geluTanh, operationsOf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(operationsOf(geluTanh), { multiplyAdds: 4, exps: 1, divisions: 1 });
 * assertEquals(operationsOf({ id: "mine" }), null);
 * ```
 */
export function operationsOf(
  f: { readonly cost?: Operations; readonly id?: string },
): Operations | null {
  return f.cost ?? known.get(f.id ?? "") ?? null;
}
