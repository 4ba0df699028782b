/** One step of a derivation: what follows, and why. */
export interface DerivationStep {
  /** What stands there, in LaTeX, without the relation before it. */
  readonly tex: string;
  /** Why it follows from the step before, as text; LaTeX between `$` is typeset. */
  readonly because?: string;
  /** How it relates to the step before; "=" if not given. The first step has none. */
  readonly relation?: "=" | "≈" | "≤" | "≥" | "<" | ">";
  /** What the step says, as a function, to check it by. */
  readonly f?: (x: number) => number;
  /** For "≈": by how much the two may differ. */
  readonly within?: number;
}
