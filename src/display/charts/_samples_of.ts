import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { columnsOf, type Rows } from "./_columns.ts";
import type { AxisTitle, ColumnTitle, Labels } from "./labels.ts";
import { checkMeasured, type Measured } from "./_measure.ts";
import type { Sample } from "./_samples.ts";
import { named, titleOf } from "./_series_of.ts";

/** Which columns of a table hold values, and what tells samples apart. */
export interface SampleColumns {
  /** The column of the values; or several, each a sample. */
  readonly x: string | ColumnTitle | readonly string[];
  /** The column that names the samples; all values are one sample if not given. */
  readonly by?: string;
}

const sampleColumns: Known<SampleColumns> = {
  x: kinds.needed(kinds.either(kinds.either(kinds.text, kinds.object), kinds.list)),
  by: kinds.text,
};

/**
 * The samples that a chart is of, given as they are or as columns of a table, and its own options.
 *
 * @throws TypeError if an option is not what it must be
 */
export function givenSamples<Options extends Labels>(
  doing: string,
  data: readonly Sample[] | Rows,
  options: Options | Omit<Options, "x"> & SampleColumns,
  known: Known<Options>,
): [samples: readonly Sample[], options: Options] {
  if (areSamples(data, options)) {
    checkOptions(doing, options, known);
    return [data, options as Options];
  }
  checkOptions(doing, options, { ...known, ...sampleColumns });
  const { x, by, ...rest } = options as SampleColumns;
  const table = samplesOf(data, { x, by });
  return [table.samples, { ...rest, x: table.x } as Options];
}

/** Whether something is samples, or meant to be some, rather than a table. */
function areSamples(data: unknown, options: object): data is readonly Sample[] {
  if (!("x" in options) || typeof data !== "object" || data === null) return true;
  return Array.isArray(data) &&
    data.every((one) => typeof one === "object" && one !== null && typeof one.values === "object");
}

/** The samples of a table, and what their values are called. */
function samplesOf(
  table: Rows,
  { x, by }: SampleColumns,
): { readonly samples: readonly Sample[]; readonly x: AxisTitle } {
  const columns = columnsOf(table);
  const wanted = Array.isArray(x) ? x.map(named) : [named(x as string | ColumnTitle)];
  const names = by === undefined ? undefined : columns.get(by);
  const samples = new Map<string, Measured[]>();
  for (const { column } of wanted) {
    const values = columns.get(column);
    checkMeasured(values, `column ${column} as its values`);
    values.forEach((value, i) => {
      const name = names && `${names[i] ?? "–"}`;
      const title = name === undefined ? column : wanted.length > 1 ? `${name}, ${column}` : name;
      const sample = samples.get(title);
      if (sample) sample.push(value as Measured);
      else samples.set(title, [value as Measured]);
    });
  }
  return {
    samples: [...samples].map(([title, values]) => ({ title, values })),
    x: wanted.length === 1 ? titleOf(wanted[0]) : "value",
  };
}
