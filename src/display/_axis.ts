/**
 * How numbers are written on axes: at most six digits, tiny and huge ones with a power of ten, the
 * same for every tick whatever its neighbours are.
 */
export const numbers = {
  labelExpr: "datum.value === 0 ? '0' : replace(format(datum.value, " +
    "abs(datum.value) < 1e-3 || abs(datum.value) >= 1e6 ? '.5~e' : '.6~g'), 'e+', 'e')",
  labelOverlap: "greedy",
} as const;

/** Marks of this style have the colour of text. */
export const ink = "actbook-ink";

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
