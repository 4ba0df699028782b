/**
 * How numbers are written on axes: at most six digits, tiny and huge ones with a power of ten, the
 * same for every tick whatever its neighbours are.
 */
export const numbers = {
  labelExpr: "datum.value === 0 ? '0' : replace(format(datum.value, " +
    "abs(datum.value) < 1e-3 || abs(datum.value) >= 1e6 ? '.5~e' : '.6~g'), 'e+', 'e')",
  labelOverlap: "greedy",
} as const;

/**
 * How many digits more it takes to tell numbers apart whose differences are small beside their size:
 * 0 for most, 3 for the seconds since 1970 within an hour.
 */
export function digitsMore(low: number, high: number): number {
  const ratio = Math.max(Math.abs(low), Math.abs(high)) / (high - low);
  return ratio >= 1000 && ratio < Infinity ? Math.floor(Math.log10(ratio)) - 2 : 0;
}

/** How numbers are written on an axis that needs so many digits more. */
export function numbersWith(more: number): { labelExpr: string; labelOverlap: "greedy" } {
  if (more === 0) return numbers;
  const digits = Math.min(17, 6 + more);
  const labelExpr = `datum.value === 0 ? '0' : replace(format(datum.value, ` +
    `abs(datum.value) < 1e-3 || abs(datum.value) >= 1e15 ? '.${
      digits - 1
    }~e' : '.${digits}~r'), 'e+', 'e')`;
  return { ...numbers, labelExpr };
}

/** Marks of this style have the colour of text. */
export const ink = "actbook-ink";

/** Marks of this style have the colour of the first series, whatever they are. */
export const first = "actbook-first";

/** Texts of this style have the colour of the background and are bolder: to lay beneath others. */
export const halo = "actbook-halo";

/** A layer of texts, readable also across lines. */
export function texts(mark: object, encoding: object, rest: object = {}): object[] {
  const text = { type: "text", tooltip: null, ...mark };
  return [
    { ...rest, mark: { ...text, style: halo }, encoding },
    { ...rest, mark: text, encoding },
  ];
}

/**
 * How many ticks fit on an axis. On a logarithmic one that is not more than it has powers of ten, as
 * otherwise every multiple of each of them would get a tick.
 */
export function tickCount(
  pixels: number,
  scale: string,
  values: Iterable<number | null>,
): number {
  const room = Math.ceil(pixels / 45);
  if (scale !== "log") return room;
  let [low, high] = [Infinity, 0];
  for (const value of values) {
    if (value === null || !(value > 0)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const powers = Math.floor(Math.log10(high) - Math.log10(low));
  return powers >= 2 ? Math.min(room, powers) : room;
}
