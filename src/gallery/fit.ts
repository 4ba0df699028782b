import type { Fit, FitOptions } from "../approximation/fit.ts";
import { fitFamily } from "../approximation/fit_family.ts";
import type { Displayable } from "../display/bundle.ts";
import type { Chart } from "../display/drawing/chart.ts";
import { errorChart } from "../display/charts/error_chart.ts";
import { type Table, table } from "../display/tables/table.ts";
import { shown } from "./_shown.ts";

/** A fit that shows itself. */
export interface ShownFit<Name extends string = string> extends Fit<Name>, Displayable {
  /** The parameters, the error, and whether it converged. */
  table(): Table;
  /** The error over the domain; where it is infinite, from −8 to 8. */
  chart(): Chart;
}

/**
 * Fits a family to a function: finds the parameters that make the error smallest.
 *
 * A minimax fit levels the errors at their alternating extrema until one more of them than there are
 * parameters are equal. For families that are not linear in their parameters the result is the best
 * nearby, not provably the best.
 *
 * @param options target, family, criterion, domain, and where to start
 * @returns the fit; `converged` is false, with the reason, if it is not what the criterion asks for
 * @throws RangeError if the domain is empty, reversed or NaN, the family has more than 24 parameters,
 * `start` has a name the family has not or a number that is not finite, the target is not finite
 * somewhere in the domain, the family is not at its start, or least squares lack a bounded domain
 *
 * @example
 * ```ts
 * import { fit, normalCdf, tanhGate } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const family = tanhGate({ degree: 3, slope: Math.sqrt(2 / Math.PI) });
 * const { parameters } = fit({ target: normalCdf, family, domain: [-Infinity, Infinity] });
 * assertAlmostEquals(parameters.a3, 0.044714911227632, 1e-9);
 * ```
 */
export function fit<Name extends string>(options: FitOptions<Name>): ShownFit<Name> {
  const fitted = fitFamily(options);
  const self = {
    ...fitted,
    table: () => fitTable(fitted),
    chart: () => fitChart(fitted, options.target),
  };
  return shown(self, () => self.table().bundle());
}

function fitTable(fitted: Fit): Table {
  const { family, parameters, error, iterations, converged, reason } = fitted;
  const rows = [
    ...Object.entries(parameters).map(([quantity, value]) => ({ quantity, value })),
    { quantity: "error", value: error },
    { quantity: "iterations", value: iterations },
    { quantity: "converged", value: converged ? "yes" : `no: ${reason ?? "no reason is known"}` },
  ];
  return table(rows, { caption: family.title, digits: 13 });
}

function fitChart({ family, f, domain }: Fit, target: (x: number) => number): Chart {
  const ends = [Math.max(domain[0], -8), Math.min(domain[1], 8)] as const;
  const error = { title: family.title, f: (x: number) => f(x) - target(x) };
  return errorChart([error], { domain: ends, count: 400 });
}
