import { type NumberText, numberText, plainNumber } from "./_number_text.ts";
import { isDisplayable } from "../bundle.ts";
import type { Link } from "../texts/link.ts";
import type { Notation } from "./_table_options.ts";

/** What stands in one cell. */
export type Cell =
  | { readonly kind: "number"; readonly number: NumberText; readonly value: number | bigint }
  | { readonly kind: "tex"; readonly tex: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  | { readonly kind: "text"; readonly text: string };

/** Writes a value. */
export function cellOf(value: unknown, digits: number, notation?: Notation): Cell {
  if (typeof value === "number" || typeof value === "bigint") {
    return { kind: "number", number: numberText(value, digits, notation), value };
  }
  if (isTex(value)) return { kind: "tex", tex: value.tex };
  if (isLink(value)) return { kind: "link", text: value.text, href: value.href };
  return { kind: "text", text: textOf(value, digits) };
}

function isTex(value: unknown): value is { readonly tex: string } {
  return typeof value === "object" && value !== null && "tex" in value &&
    typeof value.tex === "string";
}

/** Made by `link`, which lets no script through: an object that only looks like one is shown as data. */
function isLink(value: unknown): value is Link {
  return isDisplayable(value) && "href" in value && "text" in value;
}

function textOf(value: unknown, digits: number): string {
  if (value === null || value === undefined) return "–";
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
  }
  if (typeof value === "number" || typeof value === "bigint") {
    return plainNumber(numberText(value, digits));
  }
  if (Array.isArray(value)) return value.map((part) => textOf(part, digits)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
