import { cellScript } from "./_cell_script.ts";
import { endingError } from "./_ending_error.ts";
import { callIn } from "./_in_process.ts";
import { ChildEndedError, InspectorError } from "./inspector.ts";
import { compiler, type Life } from "./_life.ts";
import type { CellResult } from "./output.ts";
import type { RanCell } from "./ran_cell.ts";
import { INTERRUPTED, type Running } from "./_running.ts";
import { syntaxError } from "./_syntax_error.ts";

type Status = CellResult["status"];

/** A cell as the process takes it. */
interface Compiled {
  readonly script: string;
  readonly completes: boolean;
  readonly ran: RanCell;
}

/**
 * Runs a cell in a process to its end, whatever that is.
 *
 * @param before Called with the cell if it parses, and waited for
 */
export async function evaluate(
  life: Life,
  running: Running,
  code: string,
  before?: (cell: RanCell) => Promise<void>,
): Promise<Status> {
  const compiled = await compile(life, running, code);
  if (!compiled) return "error";
  life.cells.push(compiled.ran);
  await before?.(compiled.ran);
  try {
    const worked = work(life, running, compiled)
      .catch((error) => waitForGood(life, running, error));
    const status = await Promise.race([worked, running.interrupted]);
    if (status === "interrupted") running.fail(INTERRUPTED);
    compiled.ran.ok = status === "ok";
    return status;
  } catch (error) {
    if (error instanceof ChildEndedError) {
      running.fail(endingError(await life.child.ended, life.exit));
      return "died";
    }
    running.fail(INTERRUPTED); // only a termination makes the inspector refuse
    return "interrupted";
  }
}

/**
 * What a cell waits for may be held by nothing, as after `await new Promise(() => {})`. The inspector
 * tells when it is collected; but such a cell waits on, until it is interrupted or the process ends.
 * V8 says the same, if rarely, of a cell that has come to its end: that leaves its marks.
 */
async function waitForGood({ child }: Life, running: Running, error: unknown): Promise<Status> {
  if (!(error instanceof InspectorError) || error.message !== "Promise was collected") throw error;
  await child.drained(running.cell);
  if (child.hasEnded) throw new ChildEndedError("Cannot wait for the cell: the process has ended");
  return statusOf(running);
}

const statusOf = ({ error }: Running): Status => error ? "error" : "ok";

async function compile(
  { scope }: Life,
  running: Running,
  code: string,
): Promise<Compiled | undefined> {
  const { cell, label } = running;
  try {
    const { compileCell } = await compiler();
    const compiled = await compileCell(code, scope), { positions, completes } = compiled;
    const script = cellScript(compiled, cell, label, running.options.silent === true);
    return { script, completes, ran: { cell, label, code, positions, ok: false } };
  } catch (error) {
    running.fail(syntaxError(error, code, label));
  }
}

async function work(
  life: Life,
  running: Running,
  { script, completes }: Compiled,
): Promise<Status> {
  const { child: { inspector }, child } = life, { cell, options } = running;
  await life.recovering;
  if (running.stopped) return "interrupted";
  const { result, exceptionDetails } = await inspector.send("Runtime.evaluate", {
    expression: script,
    replMode: true,
    awaitPromise: true,
  });
  if (running.stopped) return "interrupted";
  if (exceptionDetails) {
    const thrown = exceptionDetails.exception ?? { value: exceptionDetails.text };
    await callIn(inspector, "(x, c) => __actbook.failLater(x, c)", thrown, { value: cell });
  } else if (completes) {
    const show = `(x, c) => __actbook.showLater(x, ${options.silent === true}, c)`;
    await callIn(inspector, show, result, { value: cell });
  }
  await child.drained(cell);
  return statusOf(running);
}
