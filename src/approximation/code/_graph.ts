import { children, type Expression } from "../expression.ts";
import type { Guard } from "./_limits.ts";

/** One operation of a graph: its name, the values it takes, and the name of what it gives. */
export interface GraphStep {
  readonly operation: string;
  readonly of: readonly string[];
  readonly result: string;
}

/** Constants and operations, in an order in which they can be computed. */
export interface Graph {
  readonly constants: readonly { readonly name: string; readonly value: number }[];
  readonly tables: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly steps: readonly GraphStep[];
  readonly result: string;
}

/** A lowered formula and its guard as single operations, for languages without operators. */
export function graphOf(e: Expression, { limits, nan, zero }: Guard): Graph {
  const constants = new Map<string, { name: string; value: number }>();
  const tables: { name: string; values: readonly number[] }[] = [];
  const steps: GraphStep[] = [];
  const known = new Map<Expression, string>();
  const constant = (value: number): string => {
    const key = Object.is(value, -0) ? "-0" : String(value);
    const name = constants.get(key)?.name ?? `c${constants.size}`;
    constants.set(key, { name, value });
    return name;
  };
  const emit = (operation: string, ...of: string[]): string => {
    const result = `v${steps.length}`;
    steps.push({ operation, of, result });
    return result;
  };
  const visit = (part: Expression): string => {
    const seen = known.get(part);
    if (seen) return seen;
    const name = written(part);
    known.set(part, name);
    return name;
  };
  const written = (part: Expression): string => {
    if (part.kind === "number") return constant(part.value);
    if (part.kind === "name") return "x";
    const of = children(part).map(visit);
    if (part.kind === "piecewise") return chosen(part.breaks, of);
    if (part.kind === "table") return looked(part.values, of[0]);
    if (part.kind !== "call") return emit(part.kind, ...of);
    if (part.name === "exp2") return emit("power", constant(2), of[0]);
    if (part.name !== "step") return emit(part.name, ...of);
    return emit("select", emit("greater", of[0], constant(0)), constant(1), constant(0));
  };
  /** From the last piece to the first: a value below a break takes the piece before it. */
  const chosen = (breaks: readonly number[], [u, ...pieces]: readonly string[]): string =>
    breaks.reduceRight(
      (rest, at, k) => emit("select", emit("greater", constant(at), u), pieces[k], rest),
      pieces.at(-1)!,
    );
  /** A place inside the list, the first for NaN. */
  const looked = (values: readonly number[], u: string): string => {
    const name = `table${tables.length}`;
    tables.push({ name, values });
    const number = emit("select", emit("equal", u, u), u, constant(0));
    const inside = emit("max", constant(0), emit("min", constant(values.length - 1), number));
    return emit("look", name, inside);
  };
  const line = ({ slope, intercept }: { slope: number; intercept: number }): string => {
    if (slope === 0) return constant(intercept);
    const scaled = slope === 1 ? "x" : emit("multiply", constant(slope), "x");
    return intercept === 0 ? scaled : emit("add", scaled, constant(intercept));
  };
  let result = visit(e);
  if (limits) {
    const { beyond, left, right } = limits;
    const above = emit("greater", "x", constant(beyond));
    const below = emit("greater", constant(-beyond), "x");
    result = emit("select", below, line(left), result);
    result = emit("select", above, line(right), result);
  }
  if (zero) result = emit("select", emit("equal", "x", constant(0)), "x", result);
  if (nan) result = emit("select", emit("equal", "x", "x"), result, "x");
  return { constants: [...constants.values()], tables, steps, result };
}
