import { roundTo } from "./_round.ts";

const superscripts = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];

/**
 * A number as a reader expects it: `33,810`, `0.0125`, with four significant digits at least of what
 * is no integer; from a million on and below a ten-thousandth with a power of ten.
 */
export function written(value: number, digits = 4): string {
  if (Number.isNaN(value)) return "–";
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size === 0) return "0";
  if (size >= 1e-4 && size < 1e6) {
    // What stands before the point is written in full.
    const rounded = roundTo(size, Math.max(digits, Math.floor(Math.log10(size)) + 1));
    return sign +
      `${rounded}`.replace(/^\d{4,}/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));
  }
  const [mantissa, rounded] = size.toExponential(digits - 1).split("e").map(Number);
  const power = `${Math.abs(rounded)}`.replace(/\d/g, (digit) => superscripts[Number(digit)]);
  return `${sign}${mantissa}×10${rounded < 0 ? "⁻" : ""}${power}`;
}
