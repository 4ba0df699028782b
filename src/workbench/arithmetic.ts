import type { FormatName } from "../comparison/format.ts";

/**
 * How a target computes an exponential, a power of two or a hyperbolic tangent:
 *
 * - `"nearest"`: the number of the format nearest to the exact value
 * - `{ ulps: n }`: off from that by up to n numbers of the format, by chance that the argument decides
 * - a function: what the target gives, a table for instance; its result is rounded to the format
 */
export type CallModel = "nearest" | { readonly ulps: number } | ((argument: number) => number);

/** The arithmetic of a target: what is rounded, and how. */
export interface Arithmetic {
  /** The format of every operation. */
  readonly format: FormatName;
  /** The format of input and output, if they are stored in another than the operations have. */
  readonly storage?: FormatName;
  /**
   * Whether a product that is only added to something is fused with the sum and not rounded, as
   * compilers do where there is an instruction for it. False if not given.
   */
  readonly fma?: boolean;
  /** Whether subnormal inputs and results become 0 with their sign. False if not given. */
  readonly flushSubnormals?: boolean;
  /** How eᵘ comes about; nearest if not given. */
  readonly exp?: CallModel;
  /** How 2ᵘ comes about; as eᵘ if not given. */
  readonly exp2?: CallModel;
  /** How tanh u comes about; as eᵘ if not given. */
  readonly tanh?: CallModel;
}
