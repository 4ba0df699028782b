import type { Rational } from "./rational.ts";

/** q·√2ʲ·√πᵏ, where j is 0 or 1. */
export interface Term {
  /** q, not 0 */
  readonly factor: Rational;
  /** j, the power of √2: 0 or 1 */
  readonly rootTwo: number;
  /** k, the power of √π: any integer */
  readonly rootPi: number;
}
