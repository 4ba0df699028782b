import { isDisplayable } from "../bundle.ts";
import { textOf } from "./_cell.ts";
import type { Column } from "./_table_options.ts";

/**
 * All rows as comma-separated values (RFC 4180), for programs: numbers with all their digits, dates
 * in full, nothing where nothing is.
 */
export function tableCsv(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly Column[],
): string {
  const heads = columns.map(({ key, title = key, unit }) =>
    unit === undefined ? title : `${title} (${unit})`
  );
  const lines = rows.map((row) => columns.map(({ key }) => field(row[key])));
  return [heads.map(quoted), ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

function field(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : `${value}`;
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : quoted(value.toISOString());
  }
  return quoted(words(value));
}

function words(value: unknown): string {
  if (Array.isArray(value) && value.some((part) => isDisplayable(part))) {
    return value.map(words).join("; ");
  }
  if (!isDisplayable(value)) return textOf(value, 17);
  const { tex, text, alt } = value as { tex?: unknown; text?: unknown; alt?: unknown };
  return `${tex ?? text ?? alt ?? ""}`;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
