import type { Expression } from "../expression.ts";
import * as iv from "./_interval.ts";
import type { Interval } from "./_interval.ts";
import { LN_2 } from "./_model_of.ts";
import * as tail from "./_tail.ts";
import type { Tail } from "./_tail.ts";

/** An end of the line: all x ≥ from, or all x ≤ −from. */
export interface Ray {
  readonly side: 1 | -1;
  /** Above 0. */
  readonly from: number;
}

/** A function by what is known of it on a ray. */
export type TailOf = (ray: Ray) => Tail;

/** What is known of a formula whose parameters are numbers, far out. */
export function tailOf(e: Expression): TailOf {
  return ({ side, from }) => {
    const known = new Map<Expression, Tail>();
    const visit = (part: Expression): Tail => {
      const found = known.get(part) ?? written(part);
      known.set(part, found);
      return found;
    };
    const written = (part: Expression): Tail => {
      switch (part.kind) {
        case "number":
          return tail.constant(iv.point(part.value), from);
        case "name":
          return tail.variable(side, from);
        case "polynomial": {
          const of = visit(part.of);
          return part.coefficients.map(visit).reduceRight((sum, c) =>
            tail.add(tail.multiply(sum, of, from), c, from)
          );
        }
        case "piecewise": {
          const [low, high] = visit(part.of).range;
          const place = (u: number) => part.breaks.filter((at) => at <= u).length;
          return place(low) === place(high)
            ? visit(part.pieces[place(low)])
            : tail.within(iv.EVERYTHING, from);
        }
        case "table":
          return tail.within(iv.EVERYTHING, from);
        case "call":
          return called(part.name, part.arguments.map(visit), from);
      }
      return tail[part.kind](visit(part.left), visit(part.right), from);
    };
    return visit(e);
  };
}

function called(
  name: Extract<Expression, { kind: "call" }>["name"],
  [u, w]: readonly Tail[],
  from: number,
): Tail {
  const number = (value: number) => tail.constant(iv.point(value), from);
  const times = (value: Interval) => tail.multiply(u, tail.constant(value, from), from);
  const doubled = () => times(iv.point(2));
  const [low, high] = u.range;
  switch (name) {
    case "exp":
      return tail.exp(u, from);
    case "exp2":
      return tail.exp(times(LN_2), from);
    case "expm1":
      return tail.subtract(tail.exp(u, from), number(1), from);
    case "sigmoid":
      return tail.sigmoid(u, from);
    case "gate":
      return tail.sigmoid(doubled(), from);
    case "tanh": {
      const twice = tail.multiply(tail.sigmoid(doubled(), from), number(2), from);
      return tail.subtract(twice, number(1), from);
    }
    case "abs":
      if (low >= 0) return u;
      return high <= 0 ? tail.negate(u) : tail.within([0, iv.magnitude(u.range)], from);
    case "sign":
    case "step": {
      const least = name === "sign" ? -1 : 0;
      if (low > 0) return number(1);
      return high < 0 ? number(least) : tail.within([least, 1], from);
    }
    case "min":
    case "max": {
      const [small, large] = name === "min" ? [u, w] : [w, u];
      if (high <= w.range[0]) return small;
      if (w.range[1] <= low) return large;
      const choose = Math[name];
      return tail.within([choose(low, w.range[0]), choose(high, w.range[1])], from);
    }
    default:
      return tail.within(iv.EVERYTHING, from);
  }
}
