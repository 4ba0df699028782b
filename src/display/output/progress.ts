import { notebookLine, silentLine, terminalLine } from "./_line.ts";
import { kernel } from "./_kernel.ts";
import { type Progress, progressOn, type ProgressOptions } from "./_progress_on.ts";

export type { Progress, ProgressOptions } from "./_progress_on.ts";

/**
 * Shows how far work has come: one line that changes in place, in a notebook and on a terminal, with
 * rate and time left. Elsewhere it shows nothing.
 *
 * @param total how much there is to do
 * @param options title, unit, and a signal to cancel by
 * @returns what counts the work
 * @throws RangeError if `total` is not a positive number
 *
 * @example
 * ```ts
 * import { progress } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const work = progress(3, { title: "squares" });
 * for (let i = 0; i < 3; i++) await work.advance();
 * await work.finish();
 * assertEquals(work.done, 3);
 * ```
 */
export function progress(total: number, options: ProgressOptions = {}): Progress {
  const jupyter = kernel();
  const line = jupyter
    ? notebookLine(jupyter)
    : globalThis.Deno?.stderr.isTerminal()
    ? terminalLine(Deno.stderr)
    : silentLine;
  return progressOn(line, () => performance.now(), total, options);
}
