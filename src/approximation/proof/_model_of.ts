import type { Expression } from "../expression.ts";
import * as iv from "./_interval.ts";
import type { Interval } from "./_interval.ts";
import { applied, constant, type Model, model, ORDER, type Stretch, variable } from "./_model.ts";
import * as taylor from "./_taylor.ts";

/** A function by its Taylor model over a stretch. */
export type ModelOf = (over: Stretch) => Model;

/** ln 2, between two neighbouring doubles. */
export const LN_2: Interval = [0.6931471805599453, 0.6931471805599454];

/** The Taylor models of a formula whose parameters are numbers. */
export function modelOf(e: Expression): ModelOf {
  return (over) => {
    const known = new Map<Expression, Model>();
    const visit = (part: Expression): Model => {
      const found = known.get(part) ?? written(part);
      known.set(part, found);
      return found;
    };
    const written = (part: Expression): Model => {
      switch (part.kind) {
        case "number":
          return constant(iv.point(part.value));
        case "name":
          if (part.name === "x") return variable(over);
          throw new TypeError(`Cannot prove an error as ${part.name} must have a number`);
        case "polynomial": {
          const of = visit(part.of);
          return part.coefficients.map(visit).reduceRight((sum, c) =>
            applied(taylor.add, over, applied(taylor.multiply, over, sum, of), c)
          );
        }
        case "piecewise":
          return joined(part.breaks, visit(part.of).wide[0], (k) => visit(part.pieces[k]));
        case "table":
          throw new TypeError(
            "Cannot prove the error of a table: go through every input of its format, by certify",
          );
        case "call":
          return called(part, visit, over);
      }
      return applied(taylor[part.kind], over, visit(part.left), visit(part.right));
    };
    return visit(e);
  };
}

function called(
  { name, arguments: of }: Extract<Expression, { kind: "call" }>,
  visit: (part: Expression) => Model,
  over: Stretch,
): Model {
  const [u, w] = of.map(visit);
  const isVariable = of[0].kind === "name";
  const number = (value: number) => constant(iv.point(value));
  const doubled = () => applied(taylor.multiply, over, u, number(2));
  const range = u.wide[0];
  switch (name) {
    case "exp":
      return applied(taylor.exp, over, u);
    case "exp2":
      return applied(taylor.exp, over, applied(taylor.multiply, over, u, constant(LN_2)));
    case "expm1":
      return expm1(u, over);
    case "log1p":
    case "sqrt":
    case "floor":
      throw new TypeError(`Cannot prove an error as the formula must have no ${name}`);
    case "sigmoid":
      return applied(taylor.sigmoid, over, u);
    case "gate":
      return applied(taylor.sigmoid, over, doubled());
    case "tanh": {
      const twice = applied(
        taylor.multiply,
        over,
        applied(taylor.sigmoid, over, doubled()),
        number(2),
      );
      return applied(taylor.subtract, over, twice, number(1));
    }
    case "abs":
      if (range[0] >= 0) return u;
      return range[1] <= 0 ? applied(taylor.negate, over, u) : bent([0, iv.magnitude(range)]);
    case "sign":
    case "step": {
      const low = name === "sign" ? -1 : 0;
      if (range[0] > 0) return number(1);
      if (range[1] < 0) return number(low);
      // A stretch that begins or ends at 0 has the value of its side; 0 itself is a stretch of its own.
      if (iv.isZero(range)) return number(0);
      if (!isVariable) return bent([low, 1]);
      return range[0] === 0 ? number(1) : range[1] === 0 ? number(low) : bent([low, 1]);
    }
    case "min":
    case "max": {
      const other = w.wide[0];
      const [small, large] = name === "min" ? [u, w] : [w, u];
      if (range[1] <= other[0]) return small;
      if (other[1] <= range[0]) return large;
      const choose = Math[name];
      return bent([choose(range[0], other[0]), choose(range[1], other[1])]);
    }
  }
}

/** eᵘ − 1, whose range does not cancel. */
function expm1(u: Model, over: Stretch): Model {
  const whole = applied(taylor.exp, over, u);
  const moved = (s: taylor.Series, range: Interval): taylor.Series => [range, ...s.slice(1)];
  return model(
    moved(whole.narrow, iv.exponentMinusOne(u.narrow[0])),
    moved(whole.wide, iv.exponentMinusOne(u.wide[0])),
    over,
  );
}

/**
 * The piece that holds all over a stretch. A break is the end of the stretch before it and the start of
 * the one after it, which knows the value there; at a break inside, all that any piece may be.
 */
function joined(
  breaks: readonly number[],
  [low, high]: Interval,
  piece: (k: number) => Model,
): Model {
  const first = breaks.filter((at) => at <= low).length;
  const last = breaks.filter((at) => at < high || (at === high && low === high)).length;
  const wide = Array.from({ length: last - first + 1 }, (_, k) => piece(first + k));
  if (wide.length === 1) return wide[0];
  const ranges = wide.map((m) => m.wide[0]);
  return bent([
    Math.min(...ranges.map(([from]) => from)),
    Math.max(...ranges.map(([, to]) => to)),
  ]);
}

/** All that is known of a function with a kink inside: its range. */
const bent = (range: Interval): Model => ({
  narrow: [range, ...Array<Interval>(ORDER - 1).fill(iv.EVERYTHING)],
  wide: [range, ...Array<Interval>(ORDER).fill(iv.EVERYTHING)],
});
