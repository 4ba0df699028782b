/**
 * What one evaluation costs, counted in the operations that matter to whoever writes a kernel.
 * Multiplications and additions that fuse count once; comparisons, clamps and signs are free.
 */
export interface Cost {
  /** Multiply-adds, one if fused. */
  readonly multiplyAdds: number;
  /** Exponentials, of whatever base. */
  readonly exp: number;
  readonly divisions: number;
}

/** How many multiply-adds an operation is worth. */
export interface CostWeights {
  readonly exp: number;
  readonly divisions: number;
}

/**
 * One number for a cost: multiply-adds plus weighted exponentials and divisions.
 *
 * The weights stand for a vector unit on which exp is a degree 6 polynomial with its scaling and a
 * division takes as long as five multiply-adds. They are a convention: pass what your machine does.
 *
 * @param cost the operations
 * @param weights what an exp and a division are worth in multiply-adds; 8 and 5 if left out
 * @returns the cost in multiply-adds
 *
 * @example
 * ```ts
 * import { weighCost } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(weighCost({ multiplyAdds: 2, exp: 1, divisions: 1 }), 15);
 * ```
 */
export function weighCost(cost: Cost, weights: CostWeights = { exp: 8, divisions: 5 }): number {
  return cost.multiplyAdds + weights.exp * cost.exp + weights.divisions * cost.divisions;
}

/** The catalogue's own approximations, as written in their formulas. */
const known: ReadonlyMap<string, Cost> = new Map(Object.entries({
  // x·σ(k₁x + k₃x³): k₃x² + k₁ and x·(…), then σ.
  geluTanh: { multiplyAdds: 2, exp: 1, divisions: 1 },
  geluSigmoid: { multiplyAdds: 1, exp: 1, divisions: 1 },
  silu: { multiplyAdds: 0, exp: 1, divisions: 1 },
  sigmoid: { multiplyAdds: 0, exp: 1, divisions: 1 },
  hardSwish: { multiplyAdds: 1, exp: 0, divisions: 0 },
  hardSigmoid: { multiplyAdds: 1, exp: 0, divisions: 0 },
  relu: { multiplyAdds: 0, exp: 0, divisions: 0 },
}));

/**
 * The cost of a function, where it is known.
 *
 * @param f its own `cost` if it has one, else that of the catalogue entry with its `id`
 * @returns the cost, or `null`
 *
 * @example
 * ```ts
 * import { costOf, geluTanh } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(costOf(geluTanh), { multiplyAdds: 2, exp: 1, divisions: 1 });
 * assertEquals(costOf({ id: "mine" }), null);
 * ```
 */
export function costOf(f: { readonly cost?: Cost; readonly id?: string }): Cost | null {
  return f.cost ?? known.get(f.id ?? "") ?? null;
}
