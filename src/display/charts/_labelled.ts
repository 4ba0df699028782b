import { several } from "../texts/_words.ts";
import { printable } from "../texts/_printable.ts";
import { notedTitle } from "../drawing/_noted_title.ts";
import type { AxisTitle, Labels } from "./labels.ts";
import type { Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

const axisTitleKind = kinds.either(kinds.text, kinds.object);

/** What every chart takes. */
export const labelOptions: Known<Labels> = {
  title: kinds.text,
  alt: kinds.text,
  x: axisTitleKind,
  y: axisTitleKind,
  width: kinds.number,
  height: kinds.number,
  zone: kinds.text,
};

/** The text of an axis title: `time (ms)`. */
export function axisTitle(given: AxisTitle | undefined, otherwise: string): string {
  const title = given ?? otherwise;
  const text = typeof title === "string" ? title : `${title.title} (${title.unit})`;
  // Vega-Lite puts it in an expression in quotes, and escapes neither line breaks nor backslashes.
  return printable(text).replace(/\s+/g, " ").replaceAll("\\", "∖");
}

/** The title of a spec, with remarks on how it was drawn below. */
export function titleAndNotes(title: string | undefined, notes: readonly string[] = []): object {
  if (title === undefined && notes.length === 0) return {};
  return { title: notes.length === 0 ? title : notedTitle(title, notes) };
}

/** Says that some values are not drawn. */
export function withoutLogarithm(count: number): string {
  return `${several(count, "value")} of 0 or less, without a place on a logarithmic axis`;
}

/** The alternative text: what was given, or a sentence with title and remarks around it. */
export function altText(
  { alt, title }: Labels,
  sentence: string,
  notes: readonly string[] = [],
): string {
  if (alt !== undefined) return alt;
  return `${[title, sentence].filter((part) => part !== undefined).join(": ")}${
    notes.map((note) => ` (${note})`).join("")
  }`;
}
