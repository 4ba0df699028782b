import { checkFunction } from "../options/check_function.ts";
import { nameOf } from "../comparison/name_of.ts";
import {
  type Errors,
  measureErrors,
  type MeasureErrorsOptions,
} from "../comparison/measure_errors.ts";
import type { ErrorCurve } from "../comparison/error_curve.ts";
import { weighOperations } from "../comparison/weigh_operations.ts";
import { type Bundle, type Displayable, displaySymbol } from "../display/bundle.ts";
import type { Chart } from "../display/drawing/chart.ts";
import { errorChart as drawErrors } from "../display/charts/error_chart.ts";
import { pareto } from "./pareto.ts";
import { type Table, table } from "../display/tables/table.ts";
import { shortNumber } from "./_short_number.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** How candidates differ from a reference: the numbers, and ways to show them. */
export interface Comparison extends Displayable {
  /** One set of measurements per candidate, in order: plain data. */
  readonly errors: readonly Errors[];
  /** A row per candidate: largest error and where, RMSE under N(0, 1), for f, f′ and f″. */
  table(): Table;
  /** Further measurements: relative error in the left tail, steps of the format, zeros, cost. */
  details(): Table;
  /** The error of f and its derivatives over the domain, a panel per candidate; signed, or its size. */
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
  reference: RealFunction,
  candidates: RealFunction | readonly RealFunction[],
  options: MeasureErrorsOptions = {},
): Comparison {
  checkFunction("compare", "the reference", reference);
  const measured = Array.isArray(candidates) ? candidates : [candidates];
  if (measured.length === 0) {
    throw new TypeError(
      "Cannot compare as at least one candidate is required: current value is []",
    );
  }
  for (const candidate of measured) checkFunction("compare", "a candidate", candidate);
  const all = measured.map((candidate) => measureErrors(reference, candidate, options));
  const self: Comparison = {
    errors: all,
    table: () => errorTable(nameOf(reference), all),
    details: () => detailTable(nameOf(reference), all),
    chart: (options = {}) => {
      checkOptions("draw errors", options, { scale: kinds.oneOf("signed", "log") });
      return errorChart(nameOf(reference), all, options.scale);
    },
    pareto: () => costChart(nameOf(reference), all),
    [displaySymbol]: (): Bundle => self.table().bundle(),
  };
  return self;
}

/** What was measured: f, and the derivatives that were asked for and are known. */
function ordersOf({ value, derivative, secondDerivative }: Errors): [string, ErrorCurve][] {
  const orders: [string, ErrorCurve | null][] = [
    ["f", value],
    ["f′", derivative],
    ["f″", secondDerivative],
  ];
  return orders.flatMap(([name, curve]) => curve ? [[name, curve]] : []);
}

function errorTable(reference: string, all: readonly Errors[]): Table {
  const rows = all.map((errors) => ({
    candidate: errors.candidate,
    ...Object.assign({}, ...ordersOf(errors).map(([name, curve]) => largest(name, curve))),
  }));
  return table(rows, { caption: `Errors against ${reference}`, digits: 4 });
}

function largest(name: string, { max, rmse }: ErrorCurve): Record<string, number> {
  return {
    [`max |error of ${name}|`]: Math.abs(max.error),
    [`at x (${name})`]: placeOf(max.x),
    [`RMSE of ${name}`]: rmse,
  };
}

/** Beside a jump at zero the largest error is at a neighbour of zero, which says no more than zero. */
function placeOf(x: number): number {
  return Math.abs(x) < 1e-12 ? 0 : x;
}

function detailTable(reference: string, all: readonly Errors[]): Table {
  const rows = all.map(({ candidate, value, tail, ulps, cost }) => ({
    candidate,
    relative: tail?.max.relative ?? null,
    "at x": tail ? placeOf(tail.max.x) : null,
    differing: ulps.differing,
    worst: ulps.max.ulps,
    "worst at": ulps.max.x,
    zeros: value.zeros.length > 0 ? value.zeros.map(shortNumber).join(", ") : "none",
    "multiply-adds": cost?.multiplyAdds ?? null,
    exps: cost?.exps ?? null,
    divisions: cost?.divisions ?? null,
  }));
  const [{ ulps, tail }] = all;
  const where = tail ? `left tail, ${tail.domain.map(shortNumber).join(" to ")}` : "left tail";
  const steps = `${ulps.format}, of ${ulps.inputs} inputs`;
  return table(rows, {
    caption: `More about errors against ${reference}`,
    columns: [
      "candidate",
      { key: "relative", title: "relative error", spanner: where },
      { key: "at x", spanner: where },
      { key: "differing", title: "differ", spanner: steps },
      { key: "worst", title: "worst, ulp", spanner: steps, digits: 10 },
      { key: "worst at", title: "at", spanner: steps },
      { key: "zeros", title: "error is zero at" },
      { key: "multiply-adds", spanner: "cost" },
      { key: "exps", spanner: "cost" },
      { key: "divisions", spanner: "cost" },
    ],
  });
}

function errorChart(
  reference: string,
  all: readonly Errors[],
  scale: "signed" | "log" = "signed",
): Chart {
  const series = all.flatMap((errors) =>
    ordersOf(errors).map(([name, curve]) => curveOf(name, errors.candidate, curve))
  );
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
