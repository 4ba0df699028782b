import { divided, product } from "../activations/_exact.ts";
import type { Operations } from "../approximation/code/_compile_rounded.ts";
import type { Format } from "../comparison/format.ts";
import { sumError } from "../special/_error_free.ts";

type Exact = Pick<Operations, "round" | "add" | "multiply" | "divide" | "sqrt" | "multiplyAdd">;

/**
 * The operations of a format of 26 to 52 bits. A double has not twice as many, so that rounding its
 * result again goes wrong where that lies in the middle between two numbers of the format: there the sign
 * of what the double left out decides. Elsewhere it cannot matter, as such a middle is a double itself.
 */
export function wideOperations(format: Format, round: (x: number) => number): Exact {
  const decided = (value: number, rest: () => number): number => {
    const near = format.round(value);
    if (near === value || !Number.isFinite(near)) return round(value);
    const other = 2 * value - near;
    if (format.round(other) !== other) return round(near);
    const error = rest();
    if (error === 0 || Number.isNaN(error)) return round(near);
    return round(error > 0 ? Math.max(near, other) : Math.min(near, other));
  };
  return {
    round,
    add: (a, b) => decided(a + b, () => sumError(a, b, a + b)),
    multiply: (a, b) => decided(a * b, () => divided([...product(a, b), -(a * b)], 1)),
    // a/b − q has the sign of (a − qb)/b.
    divide: (a, b) => decided(a / b, () => divided([a, ...product(-(a / b), b)], b)),
    sqrt: (a) => {
      const root = Math.sqrt(a);
      return decided(root, () => divided([a, ...product(-root, root)], 1));
    },
    multiplyAdd: (a, b, c) => {
      const sum = divided([...product(a, b), c], 1);
      if (!Number.isFinite(sum)) return round(a * b + c);
      return decided(sum, () => divided([...product(a, b), c, -sum], 1));
    },
  };
}
