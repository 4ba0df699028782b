import { namesOf } from "../_names_of.ts";
import { shown } from "../../options/shown.ts";

/** A list of values of any kind. */
type Values = ArrayLike<unknown> | Iterable<unknown>;

/**
 * A table of data, as many things are one: a list of rows, an object of columns, or a frame that
 * gives its columns by name, such as those of Apache Arrow, nodejs-polars and Arquero.
 */
export type Rows =
  | Iterable<object>
  | Readonly<Record<string, ArrayLike<unknown>>>
  | Frame;

/** A frame of columns: Apache Arrow's `getChild`, polars' `getColumn`, or Arquero's `array`. */
export type Frame =
  | { getChild(name: string): unknown }
  | { getColumn(name: string): unknown }
  | { array(name: string): unknown; columnNames(): readonly string[] };

/** Columns by name. */
export interface Columns {
  readonly names: readonly string[];
  /** The values of a column. */
  get(name: string): readonly unknown[];
}

/** The columns of a table of data. */
export function columnsOf(data: unknown): Columns {
  const found = framed(data) ?? listed(data) ?? columned(data);
  if (!found) {
    throw new TypeError(
      `Cannot draw data as it must be rows, columns, a frame, or a list of numbers or pairs: ` +
        `current value is ${shown(data)}`,
    );
  }
  return {
    names: found.names,
    get(name) {
      if (found.names.includes(name)) return found.get(name);
      // Without rows there is no saying which columns they would have.
      if (found.names.length === 0) return [];
      throw new TypeError(
        `Cannot draw as there is no column ${name}: the columns are ` +
          `${found.names.join(", ") || "none"}`,
      );
    },
  };
}

/** Something of which any method may be there. */
type Any = Record<string, unknown> & Record<string, (...args: unknown[]) => unknown>;

function framed(data: unknown): Columns | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const frame = data as Any;
  if (typeof frame.getChild === "function") return arrow(frame);
  if (typeof frame.getColumn === "function") {
    return {
      names: [...frame.columns as unknown as string[]],
      get: (name) => valuesOf(frame.getColumn(name)),
    };
  }
  if (typeof frame.array === "function" && typeof frame.columnNames === "function") {
    const names = frame.columnNames() as string[];
    return { names: [...names], get: (name) => valuesOf(frame.array(name)) };
  }
  return undefined;
}

function arrow(table: Any): Columns {
  const { fields } = table.schema as unknown as { fields: readonly { name: string }[] };
  return {
    names: fields.map(({ name }) => name),
    get(name) {
      const vector = table.getChild(name) as { type?: unknown };
      const values = valuesOf(vector);
      // Arrow counts milliseconds, and says in the column's type that they are a time.
      if (!/^(?:Date|Timestamp)/.test(`${vector.type}`)) return values;
      return values.map((value) => typeof value === "number" ? new Date(value) : value);
    },
  };
}

function valuesOf(values: unknown): readonly unknown[] {
  if (typeof values === "object" && values !== null && !(Symbol.iterator in values)) {
    if ("toArray" in values) return Array.from((values as unknown as Any).toArray() as Values);
  }
  return Array.from(values as Values);
}

/** Rows: objects, with a value by name each. */
function listed(data: unknown): Columns | undefined {
  if (typeof data !== "object" || data === null || !(Symbol.iterator in data)) return undefined;
  const rows = [...data as Iterable<unknown>];
  const isRow = (row: unknown) => typeof row === "object" && row !== null;
  const odd = rows.findIndex((row) => !isRow(row));
  if (odd >= 0 && rows.some(isRow)) {
    throw new TypeError(
      `Cannot draw row ${odd + 1} as it must be an object: current value is ${shown(rows[odd])}`,
    );
  }
  if (odd >= 0) return undefined;
  return {
    names: [
      ...new Set(
        rows.flatMap((row) => row instanceof Map ? [...row.keys()] : namesOf(row as object)),
      ),
    ],
    get: (name) =>
      rows.map((row) =>
        row instanceof Map ? row.get(name) : (row as Record<string, unknown>)[name]
      ),
  };
}

function columned(data: unknown): Columns | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const columns = data as Record<string, unknown>;
  const isList = (value: unknown) =>
    Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  const names = Object.keys(columns);
  if (names.length === 0 || !names.every((name) => isList(columns[name]))) return undefined;
  return { names, get: (name) => Array.from(columns[name] as Values) };
}
