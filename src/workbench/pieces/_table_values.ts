/** Where the entries of a table lie. */
export interface Spacing {
  readonly from: number;
  /** Entries per unit of x: of few bits, so that places come out right in narrow formats. */
  readonly scale: number;
}

/** Numbers of a table, and the largest error between its ends. */
export interface TableValues {
  readonly values: number[];
  readonly error: number;
}

/** How many places between neighbours are looked at. */
const PLACES = 16;

/** Where the last cell of a table ends. */
export const endOf = ({ from, scale }: Spacing, cells: number): number => from + cells / scale;

/** So many cells that cover a stretch, and a little more. */
export function spacingOf(
  [from, to]: readonly [number, number],
  cells: number,
  fromZero: boolean,
): Spacing {
  for (let wanted = cells / (to - from);; wanted *= 15 / 16) {
    const unit = 2 ** (Math.floor(Math.log2(wanted)) - 3);
    const scale = Math.floor(wanted / unit) * unit;
    const start = fromZero ? 0 : Math.floor(from * scale) / scale;
    if (endOf({ from: start, scale }, cells) >= to - 1e-12) return { from: start, scale };
  }
}

type Values = (
  target: (x: number) => number,
  spacing: Spacing,
  entries: number,
  round: (x: number) => number,
  zeroFirst: boolean,
) => TableValues;

/** Values for straight lines: beside the curve by half of what a line between two of it errs. */
export const knotValues: Values = (target, { from, scale }, entries, round, zeroFirst) => {
  const x = (k: number) => from + k / scale;
  const exact = Array.from({ length: entries }, (_, k) => target(x(k)));
  const off = exact.slice(1).map((right, k) => (exact[k] + right) / 2 - target(x(k + 0.5)));
  const aside = exact.map((value, k) => {
    if (k === 0 && zeroFirst) return 0;
    const sides = [off[k - 1], off[k]].filter((side) => side !== undefined);
    return value - sides.reduce((sum, side) => sum + side, 0) / sides.length / 2;
  });
  const measured = [exact, aside].map((numbers) => {
    const values = numbers.map(round);
    let error = 0;
    for (let k = 0; k + 1 < entries; k++) {
      for (let j = 0; j <= PLACES; j++) {
        const part = j / PLACES;
        const line = values[k] + part * (values[k + 1] - values[k]);
        error = Math.max(error, Math.abs(line - target(x(k + part))));
      }
    }
    return { values, error };
  });
  return measured[1].error < measured[0].error ? measured[1] : measured[0];
};

/** Values for whole cells: the middle between the largest and the smallest of each. */
export const cellValues: Values = (target, { from, scale }, entries, round) => {
  let error = 0;
  const values = Array.from({ length: entries }, (_, k) => {
    const inside = Array.from(
      { length: PLACES + 1 },
      (_, j) => target(from + (k + j / PLACES) / scale),
    );
    const [low, high] = [Math.min(...inside), Math.max(...inside)];
    const value = round((low + high) / 2);
    error = Math.max(error, high - value, value - low);
    return value;
  });
  return { values, error };
};
