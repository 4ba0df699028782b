/**
 * The marks beside a y-axis: where they are, what is written at them, and how much room that takes.
 *
 * @module
 */

/** Multiples of 1, 2 or 5 times a power of ten between two ends, about as many as asked for. */
export function ticksOf([low, high]: readonly [number, number], count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power *
    (rough / power >= Math.sqrt(50)
      ? 10
      : rough / power >= Math.sqrt(10)
      ? 5
      : rough / power >= Math.SQRT2
      ? 2
      : 1);
  const first = Math.ceil(low / step);
  return Array.from(
    { length: Math.floor(high / step) - first + 1 },
    (_, k) => Number(((first + k) * step).toPrecision(12)),
  );
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** What is written at one of some marks: as many decimals as the marks need, or a power of ten. */
export function tickLabel(value: number, ticks: readonly number[]): string {
  const digits = (tick: number) => `${tick}`.split(/e-|\.|$/)[1]?.length ?? 0;
  const largest = Math.max(...ticks.map(Math.abs));
  if (value === 0 || largest >= 0.002) {
    return minus(largest < 0.002 ? "0" : value.toFixed(Math.max(...ticks.map(digits))));
  }
  const power = Math.floor(Math.log10(largest) + 1e-9);
  const exponent = [...`${-power}`].map((digit) => raised[Number(digit)]).join("");
  return `${minus(`${Number((value / 10 ** power).toPrecision(6))}`)}·10⁻${exponent}`;
}

const minus = (text: string) => text.replace("-", "−");

/** How wide characters are, for each unit of their height. */
const widths: readonly (readonly [RegExp, number])[] = [[/[⁰-⁹¹²³⁻]/, 0.45], [/[.·]/, 0.33], [
  /−/,
  0.84,
]];

/**
 * What labels need at the left of a picture. On a telephone they are written 24 units high, 9 from the
 * axis, and may reach 30 units into the space around the picture.
 */
export function marginFor(labels: readonly string[]): number {
  const widthOf = (label: string) =>
    [...label].map((one) => widths.find(([kind]) => kind.test(one))?.[1] ?? 0.64)
      .reduce((a, b) => a + b, 0);
  return Math.max(44, Math.ceil(24 * Math.max(0, ...labels.map(widthOf)) + 9 - 30));
}
