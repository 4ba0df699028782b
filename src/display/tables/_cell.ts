import { type NumberText, numberText, plainNumber } from "./_number_text.ts";
import { type Picture, pictureOf } from "./_pictures.ts";
import { isDisplayable } from "../bundle.ts";
import type { Link } from "../texts/link.ts";
import type { Notation } from "./_table_options.ts";
import { texInLanguage } from "../texts/_tex_in_language.ts";
import { translations } from "../texts/translations.ts";

/** What stands in one cell. */
export type Cell =
  | { readonly kind: "number"; readonly number: NumberText; readonly value: number | bigint }
  | { readonly kind: "tex"; readonly tex: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  | { readonly kind: "picture" } & Picture
  | { readonly kind: "lines"; readonly lines: readonly Cell[] }
  | { readonly kind: "text"; readonly text: string };

/** Writes a value. */
export function cellOf(value: unknown, digits: number, notation?: Notation): Cell {
  if (typeof value === "number" || typeof value === "bigint") {
    return { kind: "number", number: numberText(value, digits, notation), value };
  }
  if (isTex(value)) return { kind: "tex", tex: texInLanguage(value.tex) };
  if (isLink(value)) return { kind: "link", text: translations.of(value.text), href: value.href };
  if (isDisplayable(value)) return { kind: "picture", ...pictureOf(value) };
  if (Array.isArray(value) && value.some((part) => isTex(part) || isDisplayable(part))) {
    return { kind: "lines", lines: value.map((part) => cellOf(part, digits, notation)) };
  }
  const text = textOf(value, digits);
  return { kind: "text", text: typeof value === "object" ? text : translations.of(text) };
}

function isTex(value: unknown): value is { readonly tex: string } {
  return typeof value === "object" && value !== null && "tex" in value &&
    typeof value.tex === "string";
}

/** Made by `link`, which lets no script through: an object that only looks like one is shown as data. */
function isLink(value: unknown): value is Link {
  return isDisplayable(value) && "href" in value && "text" in value;
}

/** A value in words: what a reader would call it. */
export function textOf(value: unknown, digits: number, around: readonly unknown[] = []): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number" || typeof value === "bigint") {
    return plainNumber(numberText(value, digits));
  }
  if (typeof value === "function") return value.name === "" ? "function" : value.name;
  if (typeof value !== "object") return String(value);
  if (around.includes(value)) return "…";
  return objectText(value, (part) => textOf(part, digits, [...around, value]));
}

function objectText(value: object, write: (part: unknown) => string): string {
  if (value instanceof Date) return dateText(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Map) {
    return [...value].map(([key, part]) => `${write(key)}: ${write(part)}`).join(", ");
  }
  if (value instanceof Set || Array.isArray(value) || isTyped(value)) {
    return Array.from(value as Iterable<unknown>, write).join(", ");
  }
  // `RegExp`, `URL`, `Temporal` and classes of one's own know what they are called.
  if (!hasPlainName(value)) return String(value);
  if ("toJSON" in value && typeof value.toJSON === "function") return write(value.toJSON());
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${write(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function isTyped(value: object): boolean {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function hasPlainName(value: object): boolean {
  return !("toString" in value) || value.toString === Object.prototype.toString;
}

/** A day alone where a date is one in UTC, and the time besides where it is not. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "invalid date";
  const iso = date.toISOString();
  if (iso.endsWith("T00:00:00.000Z")) return iso.slice(0, -14);
  return iso.replace("T", " ").replace(/(?::00)?\.000Z$/, "Z");
}
