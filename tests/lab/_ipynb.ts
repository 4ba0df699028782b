/**
 * Notebook files, as the tests write them.
 *
 * @module
 */

/** The text of a notebook without outputs: prose for strings, code for `{ code }`. */
export function notebookOf(
  cells: readonly (string | { code: string })[],
  kernelspec = { display_name: "Deno", language: "typescript", name: "deno" },
): string {
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
      kernelspec,
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
