import { everySource, type Part } from "./_everywhere.ts";
import { shown } from "../../options/shown.ts";

/**
 * A spec with its data as JSON takes it, so that every front end draws the same: numbers that are not
 * finite are `null`, those next to 0 are 0, dates are instants, typed arrays and sets are lists, getters are read.
 *
 * @throws TypeError if a value cannot be drawn; it names row and field
 */
export function withPlainData<Spec>(spec: Spec): Spec {
  return everySource(spec, plainSource) as Spec;
}

function plainSource(source: Part): Part {
  const { values, format } = source;
  if (typeof values === "string") return source;
  const dates = new Set<string>();
  const rows = isList(values)
    ? Array.from(values, (row, i) => plainRow(row, i, dates))
    : plainValue(values, { row: 0, field: "", dates }, []);
  // Without this, a date is a text where no axis of time asks for it.
  const parsed = dates.size === 0 ? {} : {
    format: { ...format as Part, parse: { ...asDates(dates), ...(format as Part)?.parse as Part } },
  };
  const wanted = (format as Part | undefined)?.parse === null ? {} : parsed;
  return { ...source, values: rows, ...wanted };
}

function asDates(fields: Iterable<string>): Part {
  return Object.fromEntries([...fields].map((field) => [field, "date"]));
}

/** Lists are arrays, typed arrays and sets; a map's entries are no rows. */
function isList(values: unknown): values is Iterable<unknown> {
  return Array.isArray(values) || values instanceof Set ||
    (ArrayBuffer.isView(values) && !(values instanceof DataView));
}

interface Place {
  readonly row: number;
  readonly field: string;
  /** Gets the fields that hold dates. */
  readonly dates: Set<string>;
}

function plainRow(row: unknown, index: number, dates: Set<string>): unknown {
  if (isPlainRow(row)) return row;
  // A value that is no object is a row with one field.
  const place = { row: index, field: "data", dates };
  if (typeof row !== "object" || row === null || row instanceof Date) {
    // Vega makes a row of a number, and stumbles over `null`.
    return plainValue(row, place, []) ?? { data: null };
  }
  return plainValue(row, { ...place, field: "" }, []);
}

/** Most rows are as they should be, and are not copied. */
function isPlainRow(row: unknown): boolean {
  if (typeof row !== "object" || row === null) {
    return typeof row === "string" || Number.isFinite(row);
  }
  if (Object.getPrototypeOf(row) !== Object.prototype) return false;
  for (const value of Object.values(row)) {
    const plain = typeof value === "string" || typeof value === "boolean" || value === null ||
      (typeof value === "number" && isOrdinary(value));
    if (!plain) return false;
  }
  return true;
}

/** Steps of an axis have to be ordinary numbers too, so that those next to 0 have no place. */
function isOrdinary(value: number): boolean {
  return Number.isFinite(value) && (value === 0 || Math.abs(value) >= 1e-300);
}

function plainValue(value: unknown, place: Place, around: readonly unknown[]): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return value;
    case "number":
      if (isOrdinary(value)) return value;
      return Number.isFinite(value) ? 0 : null;
    case "bigint":
      if (Number.isSafeInteger(Number(value))) return Number(value);
      return refuse(value, place, `${value}n, of which a number holds the first 16 digits only`);
    case "object":
      return value === null ? null : plainObject(value, place, around);
    default:
      return refuse(value, place);
  }
}

function plainObject(value: object, place: Place, around: readonly unknown[]): unknown {
  if (around.includes(value)) return refuse(value, place, "an object that contains itself");
  if (value instanceof Date) {
    if (around.length <= 1) place.dates.add(place.field);
    return Number.isNaN(value.getTime()) ? null : value.toISOString();
  }
  const inside = [...around, value];
  if ("toJSON" in value && typeof value.toJSON === "function") {
    return plainValue(value.toJSON(), place, inside);
  }
  if (isList(value)) return Array.from(value, (part) => plainValue(part, place, inside) ?? null);
  const entries = value instanceof Map ? textEntries(value, place) : fieldsOf(value);
  return Object.fromEntries(entries.map(([key, part]) => {
    const field = place.field === "" ? key : `${place.field}.${key}`;
    return [key, plainValue(part, { ...place, field }, inside)];
  }));
}

function textEntries(map: ReadonlyMap<unknown, unknown>, place: Place): [string, unknown][] {
  return [...map].map(([key, part]) =>
    typeof key === "string" ? [key, part] : refuse(map, place, "a Map with keys that are no texts")
  );
}

/** The fields of an object, those that its class computes included. */
function fieldsOf(value: object): [string, unknown][] {
  const names = new Set(Object.keys(value));
  let of: object | null = Object.getPrototypeOf(value);
  while (of !== null && of !== Object.prototype) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(of))) {
      if (get && name !== "__proto__") names.add(name);
    }
    of = Object.getPrototypeOf(of);
  }
  return [...names].map((name) => [name, (value as Part)[name]]);
}

function refuse(value: unknown, { row, field }: Place, words = shown(value)): never {
  const at = field === "" ? `row ${row + 1}` : `row ${row + 1} as its field ${field}`;
  throw new TypeError(
    `Cannot draw ${at}${field === "" ? " as it" : ""} must be a number, a text, a date, a truth ` +
      `value, a list or an object of such: current value is ${words}`,
  );
}
