/** What may stand where a number is wanted: a number, an instant, a text that writes one, nothing. */
export type Measured = number | bigint | Date | string | null | undefined;

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * A value as a number, by one rule for every kind of chart: numbers are what they are, a text counts
 * if it writes a decimal number, and everything else is missing: `NaN`.
 */
export function numberOf(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? value : NaN;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" && decimal.test(value.trim())) return Number(value);
  return NaN;
}

/** A time in milliseconds since 1970, in UTC where a text names no zone; `NaN` if it is none. */
export function instantOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "string" && isoDate.test(value.trim())) {
    const text = value.trim().replace(" ", "T");
    return Date.parse(/T/.test(text) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
  }
  // As `Temporal` has it.
  if (typeof value === "object" && value !== null && "epochMilliseconds" in value) {
    return Number(value.epochMilliseconds);
  }
  return NaN;
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
