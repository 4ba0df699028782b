import { escapeHtml } from "../display/texts/escape.ts";

/** Mathematics in the text, set when the site is built. */
export const math = (tex: string): string =>
  `<span class="math math-inline">${escapeHtml(tex)}</span>`;

/** Mathematics on a line of its own. */
export const displayMath = (tex: string): string =>
  `<div class="math math-display">${escapeHtml(tex)}</div>`;

/** A row of a table: HTML that is ready. */
export type Row = readonly string[];

/** A table that scrolls by itself where it is wider than the page. */
export function tableHtml(
  head: Row,
  rows: readonly Row[],
  options: { readonly caption?: string; readonly className?: string } = {},
): string {
  const { caption, className = "" } = options;
  const title = caption ? `<caption><span>${caption}</span></caption>` : "";
  const cells = (row: Row) =>
    row.map((cell, k) => k === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`).join("");
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join("");
  return `<div class="scroll" tabindex="0" role="region" aria-label="${
    escapeHtml(caption?.replace(/<[^>]*>/g, "") ?? "Table", "attribute")
  }"><table class="data ${className}">${title}<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A number as it is written: with a true minus, ∞ and few digits. */
export function numberText(value: number, digits = 17): string {
  if (Number.isNaN(value)) return "NaN";
  if (Object.is(value, -0)) return "−0";
  const text = Number.isFinite(value)
    ? `${digits < 17 ? Number(value.toPrecision(digits)) : value}`
    : "∞";
  const signed = value < 0 && text === "∞" ? "−∞" : text.replaceAll("-", "−");
  return signed.replace(/e\+?(−?\d+)/, "\u00a0·\u00a010<sup>$1</sup>");
}

/** A measured number in few digits: by a power of ten where it is large or small. */
export function briefText(value: number, digits: number): string {
  const size = Math.abs(value);
  if (value === 0 || !Number.isFinite(value) || (size >= 1e-3 && size < 1e5)) {
    return numberText(value, digits);
  }
  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  return `${numberText(Number(mantissa))}\u00a0·\u00a010<sup>${Number(power)}</sup>`.replace(
    "<sup>-",
    "<sup>−",
  );
}

export { escapeHtml };
