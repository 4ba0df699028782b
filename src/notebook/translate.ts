/**
 * Notebooks in other languages: the prose of a translation lies in a file of its own, keyed by cell
 * and by what it translates, and the notebook is made of it and of the original.
 *
 * @module
 */

import { posix } from "node:path";
import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { cellImports } from "./_cell_imports.ts";
import { digest } from "./_digest.ts";
import { type Cell, parseNotebook } from "./ipynb.ts";
import { joinLines, splitLines } from "./_lines.ts";
import { type ProseFile, proseFile } from "./_prose_file.ts";

/** Something that keeps a translation from being whole. */
export interface TranslationProblem {
  /**
   * "missing": there is no translation; "stale": what it translates has changed; "orphaned": what it
   * translates is gone; "outdated": the notebook is not what is made of original and prose.
   */
  readonly kind: "missing" | "stale" | "orphaned" | "outdated";
  /** The cell or section; the whole file if absent. */
  readonly id?: string;
  /** The digest of what there is to translate now; for missing and stale ones. */
  readonly digest?: string;
}

/** What of a translation is not ours to write. */
export interface TranslateNotebookOptions {
  /** The folder of the original, as a path from that of the translation; `..` if absent. */
  readonly originals?: string;
  /** A module to import first, from the folder of the translation, such as `./texts.ts`. */
  readonly setup?: string;
  /** The translation as it was, whose outputs stay where the code did. */
  readonly before?: string;
}

/** A notebook in another language. */
export interface TranslatedNotebook {
  /** The contents of the file; what is not translated stands in the language of the original. */
  readonly text: string;
  /** What is missing, stale or orphaned. */
  readonly problems: readonly TranslationProblem[];
}

/**
 * A notebook with its prose in another language. Code stays as it is, except that what it imports by
 * relative paths is found from the folder of the translation.
 *
 * @param original The contents of the notebook
 * @param prose The contents of the file of prose: `<!-- translates ../a.ipynb into zh-CN -->`, and
 *     before each piece the id and the digest of its cell, `<!-- cell-01 0f3a99c2 -->`
 * @param options Where the original is, what to import first, what was shown before
 * @returns The contents of the translation, and what it lacks
 * @throws {SyntaxError} If the file of prose does not say what it translates, or has a cell twice
 * @throws {NotebookFormatError} If the original is not a notebook
 * @example
 * ```ts
 * import { proseDigest, translateNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = { cell_type: "markdown", id: "title", metadata: {}, source: ["# Squares"] };
 * const original = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
 * const prose = "<!-- translates ../a.ipynb into zh-CN -->\n" +
 *   `<!-- title ${proseDigest("# Squares")} -->\n# 平方`;
 * const { text, problems } = translateNotebook(original, prose);
 * assertEquals(JSON.parse(text).cells[0].source, ["# 平方"]);
 * assertEquals(problems, []);
 * ```
 */
export function translateNotebook(
  original: string,
  prose: string,
  options: TranslateNotebookOptions = {},
): TranslatedNotebook {
  checkOptions("translate a notebook", options, {
    originals: kinds.text,
    setup: kinds.text,
    before: kinds.text,
  });
  const { originals = "..", setup, before } = options;
  const file = readProse(prose);
  const { cells } = parseNotebook(original);
  const texts = new Map(
    cells.filter(({ type }) => type === "markdown").map((cell) => [idOf(cell), cell.source]),
  );
  const stood: StoredCell[] = before ? JSON.parse(before).cells : [];
  const shown = new Map(stood.map((cell, i) => [cell.id ?? `${i}`, cell]));
  const json = JSON.parse(original);
  json.cells = json.cells.map((stored: StoredCell, i: number) => {
    if (cells[i].type === "markdown") {
      const text = file.pieces.get(idOf(cells[i]))?.text ?? cells[i].source;
      return { ...stored, source: splitLines(text) };
    }
    return cells[i].type === "code"
      ? withOutputs(moved(stored, cells[i], originals), shown)
      : stored;
  });
  if (setup !== undefined) {
    const first = cells.findIndex(({ type }) => type === "code");
    json.cells.splice(first < 0 ? cells.length : first, 0, withOutputs(setupCell(setup), shown));
  }
  const actbook = { ...json.metadata.actbook, language: file.language, translates: file.of };
  json.metadata = { ...json.metadata, actbook };
  return { text: `${JSON.stringify(json, null, 1)}\n`, problems: compared(texts, file) };
}

/**
 * What a translation of some pieces of prose lacks.
 *
 * @internal
 */
export function compared(
  originals: ReadonlyMap<string, string>,
  { pieces }: ProseFile,
): TranslationProblem[] {
  const problems: TranslationProblem[] = [];
  for (const [id, text] of originals) {
    const digest = proseDigest(text);
    const piece = pieces.get(id);
    if (!piece || piece.text === "") problems.push({ kind: "missing", id, digest });
    else if (piece.digest !== digest) problems.push({ kind: "stale", id, digest });
  }
  for (const id of pieces.keys()) {
    if (!originals.has(id)) problems.push({ kind: "orphaned", id });
  }
  return problems;
}

/**
 * What a piece of prose is known by: the first eight digits of its SHA-256.
 *
 * @param text The prose to translate
 * @returns Eight hexadecimal digits
 * @example
 * ```ts
 * import { proseDigest } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(proseDigest("# Squares"), "af8fe79c");
 * ```
 */
export function proseDigest(text: string): string {
  return digest(text).slice(0, 8);
}

function readProse(prose: string): ProseFile {
  const file = proseFile(prose);
  if (file) return file;
  throw new SyntaxError(
    "Cannot translate as the prose must say what it translates: " +
      "<!-- translates ../a.ipynb into zh-CN -->",
  );
}

interface StoredCell {
  readonly id?: string;
  readonly source: string | string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly unknown[];
}

/** Before format 4.5 cells have no ids; then their places must do. */
function idOf({ id, index }: Cell): string {
  return id ?? `${index}`;
}

/** A code cell with what it showed before, if it is the same cell. */
function withOutputs(
  cell: StoredCell,
  shown: ReadonlyMap<string, StoredCell>,
): StoredCell {
  const before = shown.get(cell.id ?? "");
  const same = before && joinLines(before.source) === joinLines(cell.source);
  const { outputs = [], execution_count = null } = same ? before : {};
  return { ...cell, execution_count, outputs };
}

/** A cell whose relative imports are those from another folder. */
function moved(stored: StoredCell, cell: Cell, originals: string): StoredCell {
  let source = cell.source;
  for (const name of cellImports([cell]) ?? []) {
    if (!/^\.\.?\//.test(name)) continue;
    const path = posix.join(originals, name);
    const target = path.startsWith(".") ? path : `./${path}`;
    source = source.replaceAll(`"${name}"`, `"${target}"`).replaceAll(`'${name}'`, `'${target}'`);
  }
  return source === cell.source ? stored : { ...stored, source: splitLines(source) };
}

/** Builders leave it out. Of an import without a name Deno's kernel would show the module. */
function setupCell(setup: string): StoredCell & Record<string, unknown> {
  return {
    cell_type: "code",
    execution_count: null,
    id: "language",
    metadata: { jupyter: { source_hidden: true }, tags: ["remove-cell"] },
    outputs: [],
    source: [`import * as language from "${setup}";`],
  };
}
