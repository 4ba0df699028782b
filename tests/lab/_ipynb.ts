/**
 * Notebook files, as far as the tests read and write them.
 *
 * @module
 */

/** An output as it is in a file. */
export interface SavedOutput {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly ename?: string;
  readonly evalue?: string;
}

/** A cell as it is in a file. */
export interface SavedCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly SavedOutput[];
  readonly metadata?: { readonly tags?: readonly string[] };
}

/** A notebook as it is in a file. */
export interface Notebook {
  readonly cells: readonly SavedCell[];
}

/** Reads a notebook file. */
export async function readNotebook(path: string): Promise<Notebook> {
  return JSON.parse(await Deno.readTextFile(path));
}

/** The text of a notebook without outputs: prose for strings, code for `{ code }`. */
export function notebookOf(cells: readonly (string | { code: string })[]): string {
  const value = {
    cells: cells.map((cell, index) => {
      const id = `cell-${index}`;
      return typeof cell === "string"
        ? { cell_type: "markdown", id, metadata: {}, source: lines(cell) }
        : {
          cell_type: "code",
          execution_count: null,
          id,
          metadata: {},
          outputs: [],
          source: lines(cell.code),
        };
    }),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: { file_extension: ".ts", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return JSON.stringify(value, null, 1) + "\n";
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}
