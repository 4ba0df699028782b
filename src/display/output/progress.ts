import { notebookLine, silentLine, terminalLine } from "./_line.ts";
import { kernel } from "./_kernel.ts";
import { progressOn } from "./_progress_on.ts";

/** How progress is shown. */
export interface ProgressOptions {
  /** What is being done. */
  readonly title?: string;
  /** What is counted, `"inputs"`. */
  readonly unit?: string;
  /** Ends the work: the next `advance` throws its reason. */
  readonly signal?: AbortSignal;
}

/** Work under way. */
export interface Progress {
  /** How much is done. */
  readonly done: number;
  /** How much there is to do. */
  readonly total: number;
  /**
   * Says that more is done. Redraws the line at most ten times a second; awaited, it lets a notebook
   * show it.
   *
   * @param amount how much more, 1 if not given
   * @throws the signal's reason if it was aborted
   */
  advance(amount?: number): Promise<void>;
  /** Ends the line: what stays says how much was done, and no times, so that it is the same again. */
  finish(): Promise<void>;
}

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
    : Deno.stderr.isTerminal()
    ? terminalLine(Deno.stderr)
    : silentLine;
  return progressOn(line, () => performance.now(), total, options);
}
