import { isMissing } from "./_guess_types.ts";

/** `-1.234,5`: points may group thousands. */
const number = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?(?:[eE][+-]?\d+)?$/;

/** `1,234`: a thousand and more, or a little more than one. */
const ambiguous = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * Whether all texts of a column are numbers with commas for points, those that stand for nothing
 * apart.
 *
 * @param texts the column
 * @param separator of the file: between commas, `1,234` in quotes may be a thousand
 */
export function haveDecimalCommas(texts: readonly string[], separator: string): boolean {
  const present = texts.map((text) => text.trim()).filter((text) => !isMissing(text));
  const withComma = present.filter((text) => text.includes(","));
  return withComma.length > 0 && present.every((text) => number.test(text)) &&
    (separator === ";" || withComma.some((text) => !ambiguous.test(text)));
}

/** The same number with a point. */
export function withPoint(text: string): string {
  return isMissing(text) ? text : text.replaceAll(".", "").replace(",", ".");
}
