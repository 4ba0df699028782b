import type { ColumnFacts, ColumnType } from "./column_facts.ts";

/** A row of a table. */
export type Row = Record<string, unknown>;

/** Texts that stand for nothing. */
const nothing = ["", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "–", "-"];
const longest = Math.max(...nothing.map(({ length }) => length));

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const date = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Whether a text stands for no value. */
export function isMissing(text: string): boolean {
  const trimmed = text.trim();
  // A list: a set would hash the text of every cell first.
  return trimmed.length <= longest && nothing.includes(trimmed);
}

/** What all texts of a column are, those that stand for nothing apart. */
export function guessType(texts: Iterable<string>): ColumnType {
  const types = new Set<ColumnType>();
  for (const text of texts) {
    if (!isMissing(text)) types.add(typeOf(text.trim()));
    if (types.size > 1) return "text";
  }
  const [type = "text"] = types;
  return type;
}

function typeOf(text: string): ColumnType {
  if (date.test(text)) return Number.isNaN(Date.parse(zoned(text))) ? "text" : "date";
  if (/^(?:true|false)$/i.test(text)) return "truth";
  if (!decimal.test(text)) return "text";
  // A code such as 007 is no number, and a number that doubles do not hold is kept as it is.
  if (/^[+-]?0\d/.test(text)) return "text";
  return /^[+-]?\d+$/.test(text) && !Number.isSafeInteger(Number(text)) ? "text" : "number";
}

/** Without a zone, a time is in UTC. */
function zoned(text: string): string {
  const iso = text.replace(" ", "T");
  return iso.includes("T") && !/(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? `${iso}Z` : iso;
}

/** A text as a value of a type; `undefined` if it is none of that type, `null` if it is nothing. */
export function valueOf(text: string, type: ColumnType): unknown {
  if (type === "text") return isMissing(text) ? null : text;
  const trimmed = text.trim();
  if (isMissing(trimmed)) return null;
  switch (type) {
    case "number":
      return decimal.test(trimmed) ? Number(trimmed) : undefined;
    case "date": {
      const value = new Date(date.test(trimmed) ? zoned(trimmed) : NaN);
      return Number.isNaN(value.getTime()) ? undefined : value;
    }
    case "truth":
      return /^true$/i.test(trimmed) ? true : /^false$/i.test(trimmed) ? false : undefined;
    default:
      return undefined;
  }
}

/** What the columns of rows are that have their types already. */
export function factsOf(rows: readonly Row[]): ColumnFacts[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return names.map((name) => {
    const values = rows.map((row) => row[name]);
    const present = values.filter((value) => value !== null && value !== undefined);
    const types = new Set(present.map(typeOfValue));
    return {
      name,
      type: types.size === 1 ? [...types][0] : types.size === 0 ? "text" : "object",
      missing: values.length - present.length,
    };
  });
}

function typeOfValue(value: unknown): ColumnType {
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "truth";
  if (value instanceof Date) return "date";
  return Array.isArray(value) || ArrayBuffer.isView(value) ? "list" : "object";
}
