import { ChildEndedError, type Inspector } from "./inspector.ts";
import { within } from "./within.ts";

/** Milliseconds without a turn of the event loop that tell of a loop of microtasks. */
const LOOP = 1_000;
/** Milliseconds in which most cells pause by themselves: a termination outside of a microtask is fatal. */
const FIRST = 100;

/**
 * Ends what runs of a cell. Resolves when the event loop turns again.
 *
 * A termination that meets nothing would wait for the next event and end the process with it. So it is
 * sent only when something runs, and never a second before the first has met it.
 *
 * @param halted Whether a debugger has stopped the cell and is about to let it go
 * @throws {ChildEndedError} If the process has ended
 */
export async function endCell(inspector: Inspector, cell: number, halted: boolean): Promise<void> {
  // A debugger holds it: there is something to meet, as soon as it goes on.
  if (halted) await inspector.send("Runtime.terminateExecution").catch(terminated);
  const evaluate = (expression: string, awaitPromise?: true) =>
    inspector.send("Runtime.evaluate", { expression, ...(awaitPromise && { awaitPromise }) })
      .then(({ result }) => result.value, terminated);
  const stop = () => evaluate(`__actbook.stop(${cell})`);
  let turned = false;
  const turn = evaluate("__actbook.turn()", true).then(() => turned = true);
  // From here on the cell cannot print or sleep, which ends most of what runs without force.
  await Promise.race([turn, stop()]);
  for (let since = Date.now(); !turned;) {
    await within(FIRST, turn, undefined);
    if (turned) break;
    const running = await Promise.race([turn, stop()]);
    if (running === "loading") since = Date.now();
    if (turned || running !== true && Date.now() - since < LOOP) continue;
    await inspector.send("Runtime.terminateExecution").catch(terminated);
    since = Date.now();
  }
  // A termination may be met twice: by what ran, and by the first that comes after.
  for (let well = 0; well < 2;) well = await stop() === undefined ? 0 : well + 1;
}

/** An answer that a termination has taken the place of; an error if the process has ended. */
function terminated(error: unknown): undefined {
  if (error instanceof ChildEndedError) throw error;
}
