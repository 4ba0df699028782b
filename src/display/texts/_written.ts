const superscripts = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];

/** Writes so many decimals at most; making one takes a while. */
const formats = new Map<number, Intl.NumberFormat>();

function formatWith(maximumFractionDigits: number): Intl.NumberFormat {
  const known = formats.get(maximumFractionDigits);
  if (known) return known;
  const made = new Intl.NumberFormat("en", { maximumFractionDigits });
  formats.set(maximumFractionDigits, made);
  return made;
}

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
  const exponent = Number(size.toExponential().split("e")[1]);
  if (exponent >= -4 && exponent < 6) {
    return sign + formatWith(Math.max(0, digits - 1 - exponent)).format(size);
  }
  const [mantissa, rounded] = size.toExponential(digits - 1).split("e").map(Number);
  const power = `${Math.abs(rounded)}`.replace(/\d/g, (digit) => superscripts[Number(digit)]);
  return `${sign}${mantissa}×10${rounded < 0 ? "⁻" : ""}${power}`;
}
