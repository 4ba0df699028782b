/**
 * What one evaluation costs, counted in the operations that matter to whoever writes a kernel. A
 * multiplication and an addition that fuse count once; comparisons, clamps and signs are free.
 */
export interface Cost {
  /** Additions, multiplications, and fused pairs of them. */
  readonly multiplyAdds: number;
  /** Exponentials of whatever base, and hyperbolic tangents. */
  readonly exps: number;
  /** Divisions and square roots. */
  readonly divisions: number;
  /** Numbers read from a table, where there is one. */
  readonly lookups?: number;
}
