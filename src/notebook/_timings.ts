import { setInCells } from "./_set_in_cells.ts";

/**
 * The text of a notebook whose cells say when they ran, in the metadata that JupyterLab and nbclient
 * use for it.
 *
 * @param text The notebook
 * @param timings Begin and end by index of the cell
 */
export function withTimings(
  text: string,
  timings: ReadonlyMap<number, { readonly started: Date; readonly ended: Date }>,
): string {
  return setInCells(text, (index, cell) => {
    const timing = timings.get(index);
    if (!timing) return undefined;
    const [started, ended] = [timing.started, timing.ended].map((date) => date.toISOString());
    const execution = {
      "iopub.execute_input": started,
      "iopub.status.busy": started,
      "iopub.status.idle": ended,
      "shell.execute_reply": ended,
    };
    return { metadata: { ...cell().metadata as Record<string, unknown>, execution } };
  });
}
