import { type Bundle, type Displayable, displaySymbol } from "../display/bundle.ts";
import { readBytes } from "../display/_files.ts";
import { type Table, table } from "../display/tables/table.ts";
import { shown } from "../options/shown.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import type { ColumnFacts, ColumnType } from "./column_facts.ts";
import { factsOf, type Row } from "./_guess_types.ts";
import { type Read, readCsv } from "./_read_csv.ts";
import { separatorOf } from "./_separator_of.ts";
import { readJson } from "./_read_json.ts";
import { readNpz } from "./_read_npz.ts";
import { readParquet } from "./_read_parquet.ts";

/** How a file is read. */
export interface ReadTableOptions {
  /** What columns of a text file are, where that is not to be guessed. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** What stands between the values of a `.csv`, one character; found in its head if not given. */
  readonly separator?: string;
}

const readTableOptions: Known<ReadTableOptions> = {
  types: kinds.object as never,
  separator: kinds.text,
};

/** A table out of a file. Charts take it as it is. */
export interface DataTable extends Displayable, Iterable<Readonly<Record<string, unknown>>> {
  /** The rows: numbers, dates, truth values and texts; `null` where a value is missing. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** What the columns were taken for, and how many of their values are missing. */
  readonly columns: readonly ColumnFacts[];
  /** What the columns are, as a table. */
  facts(): Table;
}

/**
 * Reads a table from a file: values separated by commas, semicolons or tabs, JSON, Parquet, or arrays
 * of NumPy. Types of columns are guessed from all of their values, and said: showing the table shows what its columns
 * were taken for. Times without a zone are in UTC; numbers may have a decimal comma. Reads nothing but that file; the library for a
 * format is loaded when the first file of it is read.
 *
 * @param path a file whose name ends in `.csv`, `.tsv`, `.json` (a list of rows, or an object of
 * columns), `.jsonl` or `.ndjson` (a row on each line), `.parquet` or `.npz`
 * @param options types of columns, and the separator, if they are not to be guessed
 * @returns the rows, and what is known of the columns
 * @throws TypeError if the name ends in none of these
 * @throws SyntaxError if the file is not what its name says; with line and column
 *
 * @example
 * ```ts
 * import { readTable } from "@actbook/actbook/reading";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "day,price\n2024-05-01,3.5\n2024-05-02,NA\n");
 * const prices = await readTable(path);
 * assertEquals(prices.rows[0], { day: new Date("2024-05-01"), price: 3.5 });
 * assertEquals(prices.columns.map(({ type, missing }) => [type, missing]), [
 *   ["date", 0],
 *   ["number", 1],
 * ]);
 * await Deno.remove(path);
 * ```
 */
export async function readTable(
  path: string | URL,
  options: ReadTableOptions = {},
): Promise<DataTable> {
  checkOptions("read a table", options, readTableOptions);
  const name = path instanceof URL ? path.pathname : path;
  const ending = /\.([a-z]+)$/i.exec(name)?.[1].toLowerCase() ?? "";
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (!reader) {
    throw new TypeError(
      `Cannot read a table as the file's name must end in one of ` +
        `${
          Object.keys(readers).map((ending) => `.${ending}`).join(", ")
        }: current value is ${path}`,
    );
  }
  const { separator, types = {} } = options;
  if (separator !== undefined && separator.length !== 1) {
    throw new TypeError(
      `Cannot read a table as separator must be one character: current value is ${
        shown(separator)
      }`,
    );
  }
  const bytes = await readBytes(path);
  try {
    const { rows, columns = factsOf(rows) } = await reader(bytes, types, separator);
    return dataTable(rows, columns);
  } catch (error) {
    const message = `Cannot read ${name.split("/").at(-1)} as ${(error as Error).message}`;
    throw new SyntaxError(message, { cause: error });
  }
}

type Types = NonNullable<ReadTableOptions["types"]>;

type Reader = (
  bytes: Uint8Array<ArrayBuffer>,
  types: Types,
  separator?: string,
) => Promise<Read> | Read;

function text(bytes: Uint8Array): string {
  // Spreadsheets write their mark of UTF-16 in front.
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe
    ? "utf-16le"
    : first === 0xfe && second === 0xff
    ? "utf-16be"
    : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SyntaxError("its text must be in UTF-8, or in UTF-16 with a mark in front", {
      cause,
    });
  }
}

const readers: Readonly<Record<string, Reader>> = {
  csv: (bytes, types, separator) =>
    readCsv(text(bytes), separator ?? separatorOf(text(bytes)), types),
  tsv: (bytes, types) => readCsv(text(bytes), "\t", types),
  json: async (bytes) => ({ rows: await readJson(text(bytes), false) }),
  jsonl: async (bytes) => ({ rows: await readJson(text(bytes), true) }),
  ndjson: async (bytes) => ({ rows: await readJson(text(bytes), true) }),
  parquet: async (bytes) => ({ rows: await readParquet(bytes) }),
  npz: async (bytes) => ({ rows: await readNpz(bytes) }),
};

function dataTable(rows: readonly Row[], columns: readonly ColumnFacts[]): DataTable {
  const self: DataTable = {
    rows,
    columns,
    facts: () =>
      table(
        columns.map(({ name, type, decimalComma, missing }) => ({
          column: name,
          type: decimalComma ? `${type}, decimal comma` : type,
          missing,
        })),
        { caption: `${rows.length} rows, ${columns.length} columns` },
      ),
    [Symbol.iterator]: () => rows[Symbol.iterator](),
    [displaySymbol]: (): Bundle => self.facts().bundle(),
  };
  return self;
}
