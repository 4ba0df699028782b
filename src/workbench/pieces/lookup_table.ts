import { approximationOf } from "../../approximation/approximation_of.ts";
import { costOf } from "../../approximation/cost.ts";
import { compileExpression } from "../../approximation/evaluate_expression.ts";
import { type Expression, expression as ex } from "../../approximation/expression.ts";
import type { Family } from "../../approximation/family.ts";
import { checkDomain } from "../../calculus/domain.ts";
import type { NamedNumbers } from "../../calculus/named_numbers.ts";
import type { RealFunction } from "../../calculus/real_function.ts";
import { formatNamed } from "../../comparison/float_format.ts";
import type { FormatName } from "../../comparison/format.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { cellValues, endOf, knotValues, type Spacing, spacingOf } from "./_table_values.ts";
import { type Outer, outerLines } from "./_outer_lines.ts";
import { halfOf, type Symmetry } from "./_symmetry.ts";

/** What the table is to be like. */
export interface TableOptions {
  /** What to approximate. */
  readonly target: RealFunction;
  /** How many numbers it has, from 2 to 4096. */
  readonly entries: number;
  /** Straight lines between the entries, or the nearest one; lines if not given. */
  readonly interpolation?: "linear" | "nearest";
  /** Where it holds; everywhere if not given, with the lines that the target approaches. */
  readonly domain?: readonly [number, number];
  /** A table over |x| for both sides, where the target lets it. */
  readonly symmetry?: Symmetry;
  /** The entries are made numbers of this format, if it is given. */
  readonly format?: FormatName;
  /** Whether the entries must rise or fall as the target does. False if not given. */
  readonly monotonic?: boolean;
}

/** A table as a fit: it can be exported, computed in an arithmetic and certified. */
export interface TableFit {
  /** What was approximated. */
  readonly target: RealFunction;
  /** Its formula. */
  readonly family: Family;
  /** None: the numbers are in the formula. */
  readonly parameters: NamedNumbers;
  /** What was made small. */
  readonly criterion: "minimax";
  /** Where it holds. */
  readonly domain: readonly [number, number];
  /** The function. */
  readonly f: RealFunction;
  /** The largest error with real numbers, at 16 places between neighbours. */
  readonly error: number;
  /** The numbers. */
  readonly values: readonly number[];
  /** What the first and the last stand for. */
  readonly ends: readonly [number, number];
}

const known: Known<TableOptions> = {
  target: kinds.needed(kinds.callable),
  entries: kinds.needed(kinds.number),
  interpolation: kinds.oneOf("linear", "nearest"),
  domain: kinds.interval,
  symmetry: kinds.oneOf("even", "odd", "relu"),
  format: kinds.text,
  monotonic: kinds.flag,
};

/**
 * A table of evenly spaced values, with straight lines between them or none, that halves the error of
 * the plain one: its values lie beside the curve, so that the lines cross it.
 *
 * Where the domain has no end, the line that the target approaches holds from where it errs by no more
 * than the table.
 *
 * @param options what is approximated, and how many entries
 * @returns the table, which `inArithmetic`, `exportCode`, `certify` and `compare` take as any fit; an
 *   error is not proved for it, but certified at every input of a format
 * @throws RangeError if entries is no whole number from 2 to 4096, the target has not the symmetry or is
 *   not monotonic, or the domain lacks an end where the target approaches no line
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { lookupTable } from "@actbook/actbook/workbench";
 * import { assert } from "@std/assert";
 *
 * const { error, f } = lookupTable({ target: gelu, entries: 64, symmetry: "relu" });
 * assert(error < 5e-4 && Math.abs(f(1) - gelu(1)) <= error && f(100) === 100);
 * ```
 */
export function lookupTable(options: TableOptions): TableFit {
  checkOptions("make a table", options, known);
  const { target, entries, interpolation = "linear", symmetry, format, monotonic } = options;
  if (!(Number.isInteger(entries) && entries >= 2 && entries <= 4096)) {
    throw new RangeError(
      `Cannot make a table as entries must be a whole number from 2 to 4096: ` +
        `current value is ${entries}`,
    );
  }
  const domain = checkDomain("make a table", options.domain ?? [-Infinity, Infinity]);
  const half = halfOf(target, symmetry);
  const outer = outerLines(half.target, () => 1, [symmetry ? 0 : domain[0], domain[1]]);
  const round = format ? formatNamed(format).round : (x: number) => x;
  const make = (error: number) => {
    const spacing = spacingOf(outer.ends(error), cellsOf(entries, interpolation), !!symmetry);
    const of = interpolation === "linear" ? knotValues : cellValues;
    return { spacing, ...of(half.target, spacing, entries, round, symmetry === "odd") };
  };
  let table = make(1e-2);
  // The lines begin where they err as the table does, and that changes the table.
  for (let k = 0; k < 20; k++) {
    const next = make(table.error);
    const settled = Math.abs(next.error - table.error) < 1e-3 * table.error;
    table = next;
    if (settled) break;
  }
  const { values, spacing } = table;
  const ends = [spacing.from, endOf(spacing, cellsOf(entries, interpolation))] as const;
  if (monotonic) checkMonotonic(values);
  const looked = interpolation === "linear"
    ? lineBetween(half.variable, values, spacing, round)
    : nearest(half.variable, values, spacing);
  const expression = half.whole(withLines(looked, half.variable, ends, outer));
  const title = `table of ${entries}${symmetry ? " over |x|" : ""}` +
    (interpolation === "linear" ? ", lines between" : ", the nearest entry");
  const family = familyOf(title, expression);
  const beyond = [[outer.left, ends[0]], [outer.right, ends[1]]] as const;
  const off = beyond.map(([line, x]) =>
    line ? Math.abs(line.slope * x + line.intercept - half.target(x)) : 0
  );
  return {
    target,
    family,
    parameters: {},
    criterion: "minimax",
    domain,
    f: approximationOf(family, {}, title),
    error: Math.max(table.error, ...off),
    values,
    ends,
  };
}

const cellsOf = (entries: number, interpolation: "linear" | "nearest") =>
  interpolation === "linear" ? entries - 1 : entries;

function familyOf(title: string, expression: Expression): Family {
  const f = compileExpression(expression);
  return {
    title,
    expression,
    parameters: [],
    start: {},
    f: (x) => f(x, {}),
    partials: () => [],
    kinks: () => [],
    cost: costOf(expression),
  };
}

/** The place in the table as a number that is nowhere below 0 or above the last. */
function placeOf(variable: Expression, { from, scale }: Spacing, last: number): Expression {
  const moved = from === 0 ? variable : ex.subtract(variable, from);
  return ex.max(0, ex.min(last, ex.multiply(scale, moved)));
}

/** The value at a place, and the step to the next times how far it is on the way. */
function lineBetween(
  variable: Expression,
  values: readonly number[],
  spacing: Spacing,
  round: (x: number) => number,
): Expression {
  const steps = values.slice(1).map((value, k) => round(value - values[k]));
  const place = placeOf(variable, spacing, values.length - 1);
  const cell = ex.min(ex.floor(place), values.length - 2);
  const rest = ex.subtract(place, cell);
  return ex.add(ex.multiply(rest, ex.table(cell, steps)), ex.table(cell, values.slice(0, -1)));
}

const nearest = (variable: Expression, values: readonly number[], spacing: Spacing) =>
  ex.table(placeOf(variable, spacing, values.length - 1), values);

function withLines(
  looked: Expression,
  variable: Expression,
  [from, to]: readonly [number, number],
  { left, right }: Outer,
): Expression {
  const line = ({ slope, intercept }: { slope: number; intercept: number }) =>
    ex.add(ex.multiply(slope, variable), intercept);
  const breaks = [...left ? [from] : [], ...right ? [to] : []];
  if (breaks.length === 0) return looked;
  return ex.piecewise(variable, breaks, [
    ...left ? [line(left)] : [],
    looked,
    ...right ? [line(right)] : [],
  ]);
}

function checkMonotonic(values: readonly number[]): void {
  const sign = Math.sign(values.at(-1)! - values[0]);
  const at = values.findIndex((value, k) => k > 0 && sign * (value - values[k - 1]) < 0);
  if (at < 0) return;
  throw new RangeError(
    `Cannot make a monotonic table as the target must be monotonic: ` +
      `its entries ${at - 1} and ${at} are ${values[at - 1]} and ${values[at]}`,
  );
}
