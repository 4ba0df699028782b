import type { Notation } from "./_table_options.ts";

/** A number in writing, before signs and powers are set for a front end. */
export interface NumberText {
  /** Minus sign or nothing. */
  readonly sign: "" | "-";
  /** Digits with a point, or `∞`, or `NaN`. */
  readonly digits: string;
  /** The power of ten that multiplies it, if there is one. */
  readonly exponent?: number;
}

/**
 * Writes a number.
 *
 * `significant` shows so many significant digits, and fewer where the value is exact with fewer;
 * what stands before the point in full below 10¹²; what is below 10⁻⁴ or from 10¹² on with a power of
 * ten. `fixed`
 * shows so many decimals, `scientific` one digit before the point and `digits - 1` behind it.
 */
export function numberText(
  value: number | bigint,
  digits: number,
  notation: Notation = "significant",
): NumberText {
  if (typeof value === "bigint") {
    return { sign: value < 0n ? "-" : "", digits: `${value < 0n ? -value : value}` };
  }
  if (Number.isNaN(value)) return { sign: "", digits: "NaN" };
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  if (size === Infinity) return { sign, digits: "∞" };
  if (notation === "fixed" && size < 1e21) return { sign, digits: size.toFixed(digits) };
  if (size === 0) return { sign, digits: "0" };
  if (notation === "scientific") return { sign, ...scientific(size, digits, false) };
  if (Number.isInteger(size) && size < 1e12) return { sign, digits: `${size}` };
  if (size >= 1e12 || size < 1e-4) {
    const { digits: mantissa, exponent } = scientific(size, digits, true);
    // Rounded, it may be a ten-thousandth after all.
    if (exponent !== -4) return { sign, digits: mantissa, exponent };
  }
  const text = size.toPrecision(digits);
  return { sign, digits: exact(text.includes("e") ? size.toFixed(0) : text, size) };
}

function scientific(size: number, digits: number, shorten: boolean): Omit<NumberText, "sign"> {
  const text = size.toExponential(digits - 1);
  const [mantissa, exponent] = text.split("e");
  const same = shorten && Number(text) === size;
  return { digits: same ? withoutZeros(mantissa) : mantissa, exponent: Number(exponent) };
}

/** Zeros at the end say that digits were rounded away; an exact value needs none. */
function exact(text: string, size: number): string {
  return Number(text) === size ? withoutZeros(text) : text;
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** For terminals: `-1.2e-7`. */
export function plainNumber({ sign, digits, exponent }: NumberText): string {
  return `${sign}${digits}${exponent === undefined ? "" : `e${exponent}`}`;
}

/** For Markdown: `−1.2×10⁻⁷`. */
export function unicodeNumber({ sign, digits, exponent }: NumberText): string {
  if (exponent === undefined) return `${sign && "−"}${digits}`;
  let power = "";
  for (const character of `${exponent}`) power += superscripts[character];
  return `${sign && "−"}${digits}×10${power}`;
}

/** For HTML: `−1.2×10<sup>−7</sup>`. */
export function htmlNumber({ sign, digits, exponent }: NumberText): string {
  const power = exponent === undefined
    ? ""
    : `×10<sup style="line-height:0">${`${exponent}`.replace("-", "−")}</sup>`;
  return `${sign && "−"}${digits}${power}`;
}

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [..."-0123456789"].map((character, i) => [character, [..."⁻⁰¹²³⁴⁵⁶⁷⁸⁹"][i]]),
);

/** How many digits stand behind the point. */
export function decimalsOf(digits: string): number {
  const point = digits.indexOf(".");
  return point < 0 ? 0 : digits.length - point - 1;
}

/** Spaces as wide as the digits and the point that others in the column have behind the point. */
export function roomBehind(
  { digits }: NumberText,
  { align, decimals = 0 }: { readonly align: "left" | "right"; readonly decimals?: number },
): string {
  const own = decimalsOf(digits);
  if (align !== "right" || !/\d/.test(digits)) return "";
  const point = own === 0 && decimals > 0 ? "\u2008" : "";
  return point + "\u2007".repeat(Math.max(0, decimals - own));
}
