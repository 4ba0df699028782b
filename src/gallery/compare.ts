import { type Comparable, nameOf } from "../comparison/comparable.ts";
import { type Errors, errors, type ErrorsOptions } from "../comparison/errors.ts";
import type { ErrorCurve } from "../comparison/error_curve.ts";
import { weighOperations } from "../comparison/operations.ts";
import { type Bundle, display, type Displayable } from "../display/bundle.ts";
import type { Chart } from "../display/chart.ts";
import { errorChart as drawErrors } from "../display/error_chart.ts";
import { pareto } from "../display/pareto.ts";
import { type Table, table } from "../display/table.ts";

/** How candidates differ from a reference: the numbers, and ways to show them. */
export interface Comparison extends Displayable {
  /** One set of measurements per candidate, in order: plain data. */
  readonly errors: readonly Errors[];
  /** A row per candidate: largest error and where, RMSE under N(0, 1), for f and f′. */
  table(): Table;
  /** The error of f and f′ over the domain, a panel per candidate; signed, or its size. */
  chart(options?: { readonly scale?: "signed" | "log" }): Chart;
  /** Largest error against cost, for the candidates whose cost is known. */
  pareto(): Chart;
}

/**
 * Compares functions with a reference. Errors are candidate minus reference.
 *
 * @param reference what is right
 * @param candidates what is measured, one or several
 * @param options domain ([-8, 8] if not given), grid, derivatives, format
 * @returns the measurements, which show as a table
 * @throws TypeError if there is no candidate
 * @throws RangeError if the domain is empty, reversed or not finite
 *
 * @example
 * ```ts
 * import { compare, gelu, geluSigmoid, geluTanh } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const [byTanh, bySigmoid] = compare(gelu, [geluTanh, geluSigmoid]).errors;
 * assert(40 * Math.abs(byTanh.value.max.error) < Math.abs(bySigmoid.value.max.error));
 * ```
 */
export function compare(
  reference: Comparable,
  candidates: Comparable | readonly Comparable[],
  options: ErrorsOptions = {},
): Comparison {
  const measured = typeof candidates === "function" ? [candidates] : candidates;
  if (measured.length === 0) {
    throw new TypeError(
      "Cannot compare as at least one candidate is required: current value is []",
    );
  }
  const all = measured.map((candidate) => errors(reference, candidate, options));
  const self: Comparison = {
    errors: all,
    table: () => errorTable(nameOf(reference), all),
    chart: ({ scale } = {}) => errorChart(nameOf(reference), all, scale),
    pareto: () => costChart(nameOf(reference), all),
    [display]: (): Bundle => self.table().bundle(),
  };
  return self;
}

function errorTable(reference: string, all: readonly Errors[]): Table {
  const rows = all.map(({ candidate, value, derivative }) => ({
    candidate,
    ...largest("f", value),
    ...(derivative ? largest("f′", derivative) : {}),
  }));
  return table(rows, { caption: `Errors against ${reference}`, digits: 4 });
}

function largest(name: string, { max, rmse }: ErrorCurve): Record<string, number> {
  return {
    [`max |error of ${name}|`]: Math.abs(max.error),
    [`at x (${name})`]: max.x,
    [`RMSE of ${name}`]: rmse,
  };
}

function errorChart(
  reference: string,
  all: readonly Errors[],
  scale: "signed" | "log" = "signed",
): Chart {
  const series = all.flatMap(({ candidate, value, derivative }) => [
    curveOf("f", candidate, value),
    ...(derivative ? [curveOf("f′", candidate, derivative)] : []),
  ]);
  const names = all.map(({ candidate }) => candidate).join(" and ");
  return drawErrors(series, { scale, alt: `Error of ${names} against ${reference}` });
}

function costChart(reference: string, all: readonly Errors[]): Chart {
  const candidates = all.flatMap(({ candidate, value, cost }) =>
    cost
      ? [{ title: candidate, cost: weighOperations(cost), error: Math.abs(value.max.error) }]
      : []
  );
  const x = "cost in multiply-adds";
  return pareto(candidates, { x, y: `largest error against ${reference}` });
}

function curveOf(title: string, group: string, { curve }: ErrorCurve) {
  return { title, group, points: curve.map(({ x, error }) => [x, error] as const) };
}
