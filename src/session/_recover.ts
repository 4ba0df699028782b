import type { ChildProcess } from "./_child_process.ts";
import { endCell } from "./_end_cell.ts";

/** Milliseconds after which an interrupted process that does not answer is dealt with. */
const PATIENCE = 1_000;

/** Ends what runs of an interrupted cell; a process that does not let go of it is ended. */
export async function recover(child: ChildProcess, cell: number, halted: boolean): Promise<void> {
  const patience = [
    // A subprocess that the cell waits for without awaiting; Deno itself ignores this signal.
    setTimeout(() => child.kill("SIGINT"), PATIENCE),
    setTimeout(() => child.kill("SIGKILL"), 5 * PATIENCE),
  ];
  try {
    await endCell(child.inspector, cell, halted);
  } catch {
    // The process has ended; the next cell starts another.
  } finally {
    for (const timer of patience) clearTimeout(timer);
  }
}
