import { shown } from "../../options/shown.ts";

/** What may stand where a number is wanted: a number, an instant, a text that writes one, nothing. */
export type Measured = number | bigint | Date | string | null | undefined;

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * A value as a number, by one rule for every kind of chart: numbers are what they are, a text counts
 * if it writes a decimal number, and everything else is missing: `NaN`.
 */
export function numberOf(value: unknown): number {
  if (typeof value === "number") return onAxis(value);
  if (typeof value === "bigint") return onAxis(Number(value));
  if (typeof value === "string" && decimal.test(value.trim())) return onAxis(Number(value));
  return NaN;
}

/** The difference of two numbers up to here is finite, as an axis needs it; what is next to 0 is 0. */
const [least, most] = [1e-300, 4e307];

function onAxis(value: number): number {
  const size = Math.abs(value);
  if (size < least) return 0;
  if (size <= most) return value;
  if (!Number.isFinite(value)) return NaN;
  throw new RangeError(
    `Cannot draw a number as it must be at most ${most} in size: current value is ${value}`,
  );
}

/** A value of a function as it can be drawn, `null` if it is too large. */
export function drawable(y: number): number | null {
  if (typeof y !== "number") {
    throw new TypeError(
      `Cannot draw a function as its values must be numbers, NaN where it has none: ` +
        `current value is ${shown(y)}`,
    );
  }
  const size = Math.abs(y);
  if (size < least) return 0;
  return size <= most ? y : null;
}

const plainTimes = new Set(
  ["PlainDate", "PlainDateTime", "PlainYearMonth"].map((name) => `Temporal.${name}`),
);

/** A time in milliseconds since 1970, in UTC where a text names no zone; `NaN` if it is none. */
export function instantOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "string" && isoDate.test(value.trim())) {
    const text = value.trim().replace(" ", "T");
    return Date.parse(/T/.test(text) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
  }
  if (typeof value !== "object" || value === null) return NaN;
  // As `Temporal` has it: instants know their time, days and what the clock says write it.
  if ("epochMilliseconds" in value) return Number(value.epochMilliseconds);
  return plainTimes.has(`${(value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]}`)
    ? instantOf(`${value}`.replace(/^([^-]+-\d\d)$/, "$1-01").replace(/\[.*/, ""))
    : NaN;
}

/**
 * Refuses values of which none is a number or a time, unless all are missing.
 *
 * @param values all of them
 * @param what "a histogram as its values"
 */
export function checkMeasured(values: Iterable<unknown>, what: string): void {
  let other: unknown;
  for (const value of values) {
    if (!Number.isNaN(numberOf(value)) || !Number.isNaN(instantOf(value))) return;
    const missing = value === null || typeof value === "number" || value instanceof Date ||
      (typeof value === "string" && value.trim() === "");
    if (!missing) other ??= value;
  }
  if (other === undefined) return;
  throw new TypeError(
    `Cannot draw ${what} must be numbers, or dates written as 2024-05-31: ` +
      `current value is ${shown(other)}`,
  );
}

/** Whether values are times: one at least is, and none is a number. */
export function areTimes(values: Iterable<unknown>): boolean {
  let times = false;
  for (const value of values) {
    if (typeof value === "number" && !Number.isNaN(value)) return false;
    if (Number.isNaN(instantOf(value))) {
      if (!Number.isNaN(numberOf(value))) return false;
      continue;
    }
    times = true;
  }
  return times;
}
