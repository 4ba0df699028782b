import { type Expression, expression as ex } from "../../approximation/expression.ts";
import type { RealFunction } from "../../calculus/real_function.ts";

/**
 * What pieces over |x| make of both sides:
 *
 * - `"even"`: p(|x|)
 * - `"odd"`: p(|x|) with the sign of x
 * - `"relu"`: max(x, 0) + p(|x|), for gelu, silu and whatever else is f(−t) + t on the right
 */
export type Symmetry = "even" | "odd" | "relu";

/** What is to be made of pieces, and how a formula of them is made whole. */
export interface Half {
  /** In x, or in |x| if there is a symmetry. */
  readonly target: (x: number) => number;
  readonly variable: Expression;
  readonly whole: (pieces: Expression) => Expression;
}

const x: Expression = { kind: "name", name: "x" };

/** The half of a target that pieces are made for. */
export function halfOf(target: RealFunction, symmetry?: Symmetry): Half {
  if (!symmetry) return { target, variable: x, whole: (pieces) => pieces };
  checkSymmetry(target, symmetry);
  const variable = ex.abs(x);
  switch (symmetry) {
    case "even":
      return { target, variable, whole: (pieces) => pieces };
    case "odd":
      return { target, variable, whole: (pieces) => ex.multiply(ex.sign(x), pieces) };
    case "relu":
      // The left side, whose digits the sum does not lose.
      return {
        target: (t) => target(-t),
        variable,
        whole: (pieces) => ex.add(ex.max(x, 0), pieces),
      };
  }
}

function checkSymmetry(target: RealFunction, symmetry: Symmetry): void {
  for (let t = 0.125; t <= 16; t *= 1.3) {
    const [left, right] = [target(-t), target(t)];
    const off = symmetry === "even"
      ? right - left
      : symmetry === "odd"
      ? right + left
      : right - left - t;
    if (Math.abs(off) <= 1e-13 * Math.max(1, Math.abs(left), Math.abs(right))) continue;
    throw new RangeError(
      `Cannot make pieces as the target must be ${symmetry}: ` +
        `it is ${left} at ${-t} and ${right} at ${t}`,
    );
  }
}
