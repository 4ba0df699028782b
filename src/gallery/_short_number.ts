/** A number for a line of text: five significant digits at most, with a proper minus sign. */
export function shortNumber(value: number): string {
  return `${Number(value.toPrecision(5))}`.replace("-", "−").replace("Infinity", "∞");
}
