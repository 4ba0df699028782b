import type { Total } from "./_table_options.ts";

/** What a total makes of the values of a column; what is not a finite number is passed over. */
export function totalOf(total: Total, values: readonly unknown[]): unknown {
  if (typeof total === "function") return total(values);
  const numbers = values.map((value) => typeof value === "bigint" ? Number(value) : value)
    .filter((value) => typeof value === "number" && Number.isFinite(value)) as number[];
  if (numbers.length === 0) return undefined;
  switch (total) {
    case "sum":
      return sum(numbers);
    case "mean":
      return sum(numbers) / numbers.length;
    case "min":
      return numbers.reduce((least, value) => Math.min(least, value));
    case "max":
      return numbers.reduce((most, value) => Math.max(most, value));
  }
}

/** Neumaier's sum: rounding errors are added up too, so that order matters little. */
function sum(numbers: readonly number[]): number {
  let [total, lost] = [0, 0];
  for (const value of numbers) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

const names = { sum: "Total", mean: "Mean", min: "Least", max: "Most" } as const;

/** What the row of totals is called. */
export function nameOfTotals(totals: readonly Total[]): string {
  const [first] = totals;
  const same = totals.every((total) => total === first);
  return same && typeof first === "string" ? names[first] : names.sum;
}
