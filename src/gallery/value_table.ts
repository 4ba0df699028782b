import { nameOf } from "../comparison/name_of.ts";
import { type TableOptions, tableOptions } from "../display/tables/_table_options.ts";
import { type Table, table } from "../display/tables/table.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { checkList } from "../options/check_list.ts";
import { shown } from "../options/shown.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** How a table of values is written, and how many derivatives it has. */
export interface ValueTableOptions extends TableOptions {
  /** How many derivatives get a column: 1 for a single function, 0 for several, if not given. */
  readonly derivatives?: 0 | 1 | 2;
}

const valueTableOptions: Known<ValueTableOptions> = {
  ...tableOptions,
  derivatives: kinds.oneOf(0, 1, 2),
};

/**
 * A table of functions at chosen inputs: what one would check by hand.
 *
 * @param functions one or several
 * @param xs the inputs, a row each
 * @param options caption, digits (6 if not given), derivatives
 * @returns the table
 *
 * @example
 * ```ts
 * import { gelu, valueTable } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(valueTable(gelu, [0]).rows, [{ x: 0, "GELU": 0, "GELU′": 0.5 }]);
 * ```
 */
export function valueTable(
  functions: RealFunction | readonly RealFunction[],
  xs: readonly number[],
  options: ValueTableOptions = {},
): Table {
  checkOptions("tabulate", options, valueTableOptions);
  const all = typeof functions === "function" ? [functions] : functions;
  checkList("tabulate", all, "functions", (one) => typeof one === "function");
  if (!kinds.list.has(xs)) {
    throw new TypeError(`Cannot tabulate as xs must be a list: current value is ${shown(xs)}`);
  }
  const { derivatives = all.length === 1 ? 1 : 0, ...rest } = options;
  const columns = all.flatMap((f) => withDerivatives(f, derivatives));
  const rows = Array.from(xs, (x) => ({
    x,
    ...Object.fromEntries(columns.map(([title, f]) => [title, f(x)])),
  }));
  return table(rows, { digits: 6, ...rest });
}

function withDerivatives(f: RealFunction, derivatives: number): [string, RealFunction][] {
  const columns: [string, RealFunction][] = [];
  let current: RealFunction | undefined = f;
  for (let order = 0; order <= derivatives && current; order++, current = current.derivative) {
    columns.push([nameOf(f) + "′".repeat(order), current]);
  }
  return columns;
}
