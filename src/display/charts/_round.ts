/** A number with at most so many significant digits: shorter in JSON, the same on the screen. */
export function roundTo(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
}
