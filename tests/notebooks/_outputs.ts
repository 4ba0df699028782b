/**
 * What an executed notebook shows, for tests of its conclusions: reading the file, not running it.
 *
 * @module
 */

/** One output, in the formats it was sent in. */
export interface Output {
  /** `display_data`, `execute_result`, `stream` or `error`. */
  readonly type: string;
  /** The formats by MIME type, texts joined; a stream or an error has `text/plain` only. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A code cell that has run. */
export interface Cell {
  /** Its place among the code cells, from 1: the number that front ends show. */
  readonly number: number;
  readonly source: string;
  readonly tags: readonly string[];
  readonly outputs: readonly Output[];
}

/** A table that was shown: its caption, if any, and its rows by column head, as texts. */
export interface ShownTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

interface RawCell {
  readonly cell_type: string;
  readonly source: string | string[];
  readonly metadata: { readonly tags?: string[] };
  readonly outputs?: readonly {
    readonly output_type: string;
    readonly data?: Record<string, unknown>;
    readonly text?: string | string[];
    readonly evalue?: string;
  }[];
}

const notebooks = new URL("../../notebooks/", import.meta.url);

/**
 * The code cells of an executed notebook with their outputs.
 *
 * @param name the file's name in `notebooks/`, `"02-from-a-coin.ipynb"`
 * @throws Error if a cell with source has not run
 */
export function outputsOf(name: string): Cell[] {
  const { cells } = JSON.parse(Deno.readTextFileSync(new URL(name, notebooks))) as {
    cells: (RawCell & { execution_count?: number | null })[];
  };
  return cells.filter((cell) => cell.cell_type === "code").map((cell, i) => {
    const source = joined(cell.source) as string;
    if (source.trim() !== "" && !cell.execution_count) {
      throw new Error(`Cannot read the outputs of ${name} as code cell ${i + 1} has not run`);
    }
    const outputs = (cell.outputs ?? []).map(({ output_type, data, text, evalue }) => ({
      type: output_type,
      data: data
        ? Object.fromEntries(Object.entries(data).map(([mime, value]) => [mime, joined(value)]))
        : { "text/plain": joined(text ?? evalue ?? "") },
    }));
    return { number: i + 1, source, tags: cell.metadata.tags ?? [], outputs };
  });
}

/**
 * All tables that a notebook shows, in order.
 *
 * @param cells what {@linkcode outputsOf} gives
 */
export function tablesOf(cells: readonly Cell[]): ShownTable[] {
  return cells.flatMap(({ outputs }) => outputs).flatMap(({ data }) => {
    const markdown = data["text/html"] ? data["text/markdown"] : undefined;
    return typeof markdown === "string" ? [parsed(markdown)] : [];
  });
}

/**
 * The one table with this caption or, for one without caption, with this column head.
 *
 * @throws Error if there is none, or more than one
 */
export function tableOf(cells: readonly Cell[], captionOrColumn: string): ShownTable {
  const all = tablesOf(cells);
  const byCaption = all.filter(({ caption }) => caption === captionOrColumn);
  const found = byCaption.length > 0
    ? byCaption
    : all.filter(({ columns }) => columns.includes(captionOrColumn));
  if (found.length === 1) return found[0];
  throw new Error(`Cannot choose a table as ${found.length} have ${captionOrColumn}`);
}

/**
 * What the one cell whose source contains a text shows, as plain texts.
 *
 * @throws Error if no cell or several contain it
 */
export function textsOf(cells: readonly Cell[], source: string): string[] {
  const found = cells.filter((cell) => cell.source.includes(source));
  if (found.length !== 1) {
    throw new Error(`Cannot choose a cell as ${found.length} contain ${source}`);
  }
  return found[0].outputs.map(({ data }) => String(data["text/plain"]));
}

/** How many outputs are charts, by their still picture. */
export function chartsOf(cells: readonly Cell[]): number {
  return cells.flatMap(({ outputs }) => outputs).filter(({ data }) => "image/svg+xml" in data)
    .length;
}

/** A number as tables write it, `"−2.5×10⁻³"`; NaN for what is none. */
export function numberOf(text: string): number {
  const plain = text.replaceAll("−", "-").replace(
    /×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,
    (_, power) => `e${low(power)}`,
  );
  return plain.trim() === "" ? NaN : Number(plain);
}

function low(power: string): string {
  return [...power].map((c) => c === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)).join("");
}

function joined(text: unknown): unknown {
  return Array.isArray(text) ? text.join("") : text;
}

function parsed(markdown: string): ShownTable {
  const lines = markdown.split("\n").filter((line) => line !== "");
  const [head, , ...body] = lines.filter((line) => line.startsWith("|")).map(cellsOf);
  const caption = lines.find((line) => line.startsWith("**"))?.slice(2, -2) ?? "";
  const rows = body.map((row) => Object.fromEntries(row.map((text, i) => [head[i], text])));
  return { caption: unescaped(caption), columns: head ?? [], rows };
}

function cellsOf(line: string): string[] {
  return line.slice(1, -1).split(/(?<!\\)\|/).map((text) => unescaped(text.trim()));
}

/** Undoes what Markdown needs: entities, and backslashes outside of formulas. */
function unescaped(text: string): string {
  const plain = text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return plain.startsWith("$") ? plain : plain.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
