const list = new Intl.ListFormat("en");

/** Names in a row: `a, b, and c`; many are counted instead. */
export function listed(names: readonly string[], most = 12): string {
  if (names.length === 0) return "nothing";
  if (names.length > most) return `${names.length} of them`;
  return names.length === 1 ? names[0] : list.format(names);
}

/** A count with its noun: `1 point`, `2 points`. */
export function several(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A number for a sentence. */
export function spoken(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}
