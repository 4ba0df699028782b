import {
  type KernelName,
  readNotebook,
  runNotebook,
  type RunNotebookOptions,
} from "../../src/notebook/mod.ts";
import { withNotebooks } from "./_notebooks.ts";

/** Seconds no cell comes near to, however slow the machine. */
export const timeout = 300;

/** Both kernels. */
export const kernels: readonly KernelName[] = ["deno", "actbook"];

/** Runs a notebook of these cells; gives each cell's outputs as short texts, and what the run gave. */
export async function runCells(
  cells: readonly (string | unknown)[],
  options: RunNotebookOptions = {},
  prepare: (folder: string) => Promise<void> = async () => {},
) {
  return await withNotebooks({ n: cells }, async (folder) => {
    await prepare(folder);
    const path = `${folder}/n.ipynb`;
    const run = await runNotebook(path, { timeout, ...options });
    const { cells } = await readNotebook(run.output);
    const shown = cells.map(({ outputs }) =>
      outputs.map((output) => {
        if (output.output_type === "stream") return `${output.name}: ${output.text}`;
        if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
        return String(output.data["text/plain"]);
      })
    );
    return { ...run, shown, cells };
  });
}
