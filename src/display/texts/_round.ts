/** The powers of ten that are doubles. */
const powers = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/** A number with at most so many significant digits: shorter in JSON, the same on the screen. */
export function roundTo(value: number, digits: number): number {
  const size = Math.abs(value);
  const power = powers[digits - 1 - Math.floor(Math.log10(size))];
  if (power !== undefined && digits <= 12) {
    const scaled = size * power;
    const whole = Math.round(scaled);
    // Both are exact, so that the quotient is the double that the decimal number reads as. The product
    // is not: near a tie it may be on the wrong side.
    if (Math.abs(scaled - whole) < 0.49) return (value < 0 ? -whole : whole) / power;
  }
  return Number.isFinite(value) ? Number(value.toPrecision(Math.min(17, digits))) : value;
}
