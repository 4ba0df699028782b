/**
 * A notebook as a page: its title, and one part after the other.
 *
 * @module
 */

import type { Notebook } from "../notebook/ipynb.ts";
import { namedFold } from "./_named_fold.ts";
import { type Shown, shownOutput } from "./_shown_output.ts";
import { visibilityOf } from "./_visibility.ts";
import { wordIn } from "./_words.ts";

/** Part of a page. */
export type Part =
  | { readonly kind: "markdown"; readonly source: string; readonly attachments: Attachments }
  | { readonly kind: "code"; readonly source: string }
  | Shown
  | { readonly kind: "folded"; readonly summary: string; readonly parts: readonly Part[] };

/** Pictures that a Markdown cell carries with it, by name: MIME type to base64. */
export type Attachments = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A notebook as a page. */
export interface Page {
  /** Where the notebook lies. */
  readonly path: string;
  /** Its first heading, or its name. */
  readonly title: string;
  /** The language of its code cells; "text" if the notebook does not say. */
  readonly language: string;
  /** The language of its prose. */
  readonly prose: string;
  /** What stands on it, cell by cell. */
  readonly cells: readonly PageCell[];
  /** Outputs that no page can show, with the number of their cell and their formats. */
  readonly unseen: readonly string[];
}

/** What a page shows of one cell. */
export interface PageCell {
  readonly parts: readonly Part[];
  /** Its place in slides: "slide", "subslide", "fragment", "skip", "notes" or "". */
  readonly slide: string;
}

/** The page of a notebook, without its title. */
export function pageOf(notebook: Notebook): Omit<Page, "title"> {
  const cells = notebook.cells.map((cell) => {
    const slideshow = cell.metadata.slideshow as { readonly slide_type?: unknown } | undefined;
    const slide = typeof slideshow?.slide_type === "string" ? slideshow.slide_type : "";
    const shown = { parts: partsOf(cell, notebook.prose), slide: slide === "-" ? "" : slide };
    return { cell, shown };
  }).filter(({ shown: { parts } }) => parts.length > 0);
  return {
    path: notebook.path,
    language: notebook.kernel.language || "text",
    prose: notebook.prose,
    cells: withWholeSolutions(cells),
    unseen: notebook.cells.flatMap(unseenOf),
  };
}

/** What a reader would see in a notebook, and does not on a page. */
function unseenOf(cell: Cell, index: number): string[] {
  if (visibilityOf(cell).output === "removed") return [];
  return cell.outputs.flatMap((output) => {
    const formats = "data" in output ? Object.keys(output.data ?? {}) : [];
    return formats.length === 0 || shownOutput(output)
      ? []
      : [`an output of cell ${index + 1} has only ${formats.join(", ")}`];
  });
}

/** The sources of all prose on a page, in its order. */
export function proseOf({ cells }: Pick<Page, "cells">): string[] {
  const sources = (part: Part): string[] =>
    part.kind === "markdown"
      ? [part.source]
      : part.kind === "folded"
      ? part.parts.flatMap(sources)
      : [];
  return cells.flatMap(({ parts }) => parts).flatMap(sources);
}

type Cell = Notebook["cells"][number];

/** The cells of a page, with the code of a solution in the fold of its words. */
function withWholeSolutions(
  cells: readonly { readonly cell: Cell; readonly shown: PageCell }[],
): PageCell[] {
  const whole: PageCell[] = [];
  let open = false;
  for (const { cell, shown } of cells) {
    const solution = cell.tags.includes("solution");
    const [last] = whole.slice(-1).flatMap(({ parts }) => parts.slice(-1));
    const [own] = shown.parts;
    const continues = open && solution && cell.type === "code" && shown.slide === "";
    if (continues && last?.kind === "folded" && own?.kind === "folded") {
      const joined = { ...last, parts: [...last.parts, ...own.parts] };
      whole.push({ ...whole.pop()!, parts: [joined] });
    } else {
      whole.push(shown);
      open = solution && namedFold(cell) !== undefined;
    }
  }
  return whole;
}

function partsOf(cell: Cell, prose: string): Part[] {
  const { input, output, together, summary } = visibilityOf(cell);
  const named = together ? namedFold(cell) : undefined;
  const source = inputOf(named ? { ...cell, source: named.rest } : cell);
  const inputs = source && input !== "removed" ? [source] : [];
  const shown = cell.outputs.map(shownOutput).filter((part) => part !== undefined);
  const outputs: Part[] = output === "removed" ? [] : shown;
  if (inputs.length + outputs.length === 0) return [];
  if (together) {
    return [...wrapped([...inputs, ...outputs], true, named?.name ?? wordIn(prose, summary))];
  }
  return [
    ...wrapped(inputs, input === "folded", wordIn(prose, "Code")),
    ...wrapped(outputs, output === "folded", wordIn(prose, "Output")),
  ];
}

function wrapped(parts: readonly Part[], folded: boolean, summary: string): readonly Part[] {
  return folded && parts.length > 0 ? [{ kind: "folded", summary, parts }] : parts;
}

function inputOf({ type, source, metadata, attachments }: Cell): Part | undefined {
  if (source.trim() === "") return undefined;
  if (type === "code") return { kind: "code", source };
  if (type === "markdown") return { kind: "markdown", source, attachments };
  // A raw cell is meant for one format, if its metadata say so; for all if not.
  const format = metadata.format ?? metadata.raw_mimetype ?? "";
  if (format === "text/html") return { kind: "html", html: source };
  if (format === "text/markdown") return { kind: "markdown", source, attachments };
  // Settings for one builder or another are not for readers.
  const settings = /^---\n[^]*\n---\s*$/.test(source);
  return format === "" && !settings ? { kind: "text", text: source } : undefined;
}
