/**
 * The `actbook` command: runs, verifies and checks notebooks. `actbook --help` explains it.
 *
 * @module
 */

import { Command, CommanderError, InvalidArgumentError } from "commander";
import { forEachOf } from "./notebook/_each.ts";
import { ProgressLine } from "./notebook/_progress.ts";
import { textTable } from "./notebook/_table.ts";
import {
  checkNotebook,
  type Execution,
  findNotebooks,
  type FoundNotebook,
  outputPaths,
  type Problem,
  RAISES_EXCEPTION,
  runNotebook,
  SKIP_VERIFY,
  verifyNotebook,
} from "./notebook/mod.ts";

interface Options {
  readonly jobs: number;
  readonly timeout: number;
  readonly output?: string;
}

/** What one notebook came to: its row of the final table, and what there is to say about it. */
interface Outcome {
  readonly cells: string;
  readonly outputs: string;
  readonly result: string;
  readonly report?: readonly string[];
}

/** What a command does with one notebook. */
type Work = (
  notebook: FoundNotebook,
  index: number,
  context: { signal: AbortSignal; onCell: (number: number, of: number) => void },
) => Promise<Outcome>;

/** The reason of an abort by a signal, with the exit code a shell expects. */
class Interrupted extends Error {
  constructor(name: string, readonly exitCode: number) {
    super(`stopped by ${name}; notebooks that were not finished are as they were`);
  }
}

const SIGNALS: Partial<Record<Deno.Signal, number>> = Deno.build.os === "windows"
  ? { SIGINT: 130 }
  : { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const EXAMPLES = `
Examples:
  actbook run notebooks                      run every notebook below a folder, in place
  actbook run draft.ipynb --output out.ipynb leave the notebook as it is, write another
  actbook run a.ipynb b.ipynb --output out   write both into the folder out
  actbook run slow.ipynb --timeout 3600      allow each cell an hour
  actbook verify notebooks --jobs 2          run again and compare with what is stored
  actbook check notebooks                    check the types of all cells

A cell is named by its number in run order, which front ends show in brackets: [3].
The exit code is 0 if all went well, 1 if not, 130 after Ctrl-C.`;

const RUN_HELP = `
Cells run from top to bottom in a fresh Deno kernel, in the notebook's folder. Only outputs and
execution counts of the file change; it is written whole or not at all. A failing cell ends its
notebook: the file keeps what ran, and the cells after it are left without outputs. A cell tagged
"${RAISES_EXCEPTION}" may fail.`;

const VERIFY_HELP = `
Nothing is written. The outputs of a cell tagged "${SKIP_VERIFY}" are not compared: tag cells that
show timings.`;

const CHECK_HELP = `
The cells of a notebook are checked together, with the rules of "deno check" and the deno.json of the
notebook's folder. Nothing is run or written.`;

function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 2 ** 31 / 1000) return value;
  throw new InvalidArgumentError("It must be a number of seconds above 0 and below 2147483.");
}

function whole(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a whole number above 0.");
}

/** Does `work` for every notebook and prints the table; says whether all went well. */
async function forNotebooks(
  notebooks: readonly FoundNotebook[],
  jobs: number,
  signal: AbortSignal,
  work: Work,
): Promise<boolean> {
  const progress = new ProgressLine();
  const one = async (notebook: FoundNotebook, index: number) => {
    signal.throwIfAborted();
    const { path } = notebook;
    const start = performance.now();
    const onCell = (number: number, of: number) => progress.update(path, `${number}/${of}`);
    progress.update(path, "…");
    const outcome = await work(notebook, index, { signal, onCell }).catch((error): Outcome => {
      if (signal.aborted) throw error;
      return { cells: "-", outputs: "-", result: "failed", report: [error.message] };
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    progress.finish(path, `${outcome.result}, ${seconds} s`, outcome.report);
    return { path, seconds, ...outcome };
  };
  try {
    const outcomes = await forEachOf(notebooks, jobs, one);
    console.log(textTable(
      ["notebook", "cells", "outputs", "seconds", "result"],
      outcomes.map((each) => [each.path, each.cells, each.outputs, each.seconds, each.result]),
    ));
    return outcomes.every(({ result }) => result === "ok");
  } finally {
    progress.clear();
  }
}

function counts({ results, ran, cells }: Execution): Pick<Outcome, "cells" | "outputs"> {
  const outputs = [...results.values()].reduce((sum, cell) => sum + cell.outputs.length, 0);
  return { cells: ran === cells ? `${cells}` : `${ran} of ${cells}`, outputs: `${outputs}` };
}

function failed(path: string, execution: Execution): Outcome {
  const { cell, line, message } = execution.failure!;
  return {
    ...counts(execution),
    result: `failed in cell ${cell}`,
    report: [`${path}, cell ${cell}: ${message}`, `    ${line}`],
  };
}

async function run(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  const notebooks = await findNotebooks(paths);
  const outputs = outputPaths(notebooks, options.output);
  const written: string[] = [];
  const allWell = await forNotebooks(
    notebooks,
    options.jobs,
    signal,
    async ({ path }, i, context) => {
      const run = await runNotebook(path, {
        output: outputs[i],
        timeout: options.timeout,
        ...context,
      });
      written.push(run.output);
      return run.failure ? failed(path, run) : { ...counts(run), result: "ok" };
    },
  );
  const where = options.output ?? paths.join(", ");
  if (written.length > 0) {
    console.log(`\nOpen ${where} in JupyterLab or VS Code to see the results.`);
  }
  return allWell;
}

async function verify(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  const { jobs, timeout } = options;
  return await forNotebooks(
    await findNotebooks(paths),
    jobs,
    signal,
    async ({ path }, _, context) => {
      const verified = await verifyNotebook(path, { timeout, ...context });
      const { differences } = verified;
      const report = differences.flatMap(({ cell, what, lines }) => [
        `${path}, cell ${cell}, ${what}:`,
        ...lines.map((line) => `    ${line}`),
      ]);
      if (verified.failure) {
        const outcome = failed(path, verified);
        return { ...outcome, report: [...report, ...outcome.report!] };
      }
      const result = differences.length === 0 ? "ok" : plural(differences.length, "difference");
      return { ...counts(verified), result, report };
    },
  );
}

async function check(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  return await forNotebooks(
    await findNotebooks(paths),
    options.jobs,
    signal,
    async ({ path }) => {
      const { cells, problems } = await checkNotebook(path, { signal });
      const report = problems.map((problem) => describe(path, problem));
      const result = problems.length === 0 ? "ok" : plural(problems.length, "problem");
      return { cells: `${cells}`, outputs: "-", result, report };
    },
  );
}

function describe(path: string, { cell, line, column, file, code, message }: Problem): string {
  const place = cell === undefined ? path : `${path}, cell ${cell}, line ${line}:${column}`;
  const inModule = file === undefined ? "" : `${file}:${line}:${column}: `;
  return `${place}: ${inModule}${message}${code && ` [${code}]`}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The command with its three subcommands; `act` is called with what one of them should do. */
async function command(
  act: (work: (signal: AbortSignal) => Promise<boolean>) => Promise<void>,
): Promise<Command> {
  const { default: { version } } = await import("../deno.json", { with: { type: "json" } });
  const program = new Command("actbook")
    .description("Runs, verifies and checks TypeScript notebooks on Deno's Jupyter kernel.")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "explain the command")
    .addHelpText("after", EXAMPLES)
    .exitOverride();
  const add = (
    name: string,
    summary: string,
    more: string,
    work: (paths: string[], options: Options, signal: AbortSignal) => Promise<boolean>,
  ) =>
    program.command(name).description(summary)
      .argument("<notebook or folder...>", "notebooks, and folders to search for .ipynb files")
      .option("--jobs <n>", "notebooks at a time", whole, navigator.hardwareConcurrency)
      .action((paths: string[], options: Options) => act((signal) => work(paths, options, signal)))
      .addHelpText("after", more);
  const timeout = ["--timeout <seconds>", "stop a cell that runs longer", positive, 600] as const;
  add("run", "Run notebooks and store what their cells show.", RUN_HELP, run)
    .option("--output <file or folder>", "write there and leave the notebooks as they are")
    .option(...timeout);
  add("verify", "Run notebooks again and compare with what they hold.", VERIFY_HELP, verify)
    .option(...timeout);
  add("check", "Check the types of the cells of notebooks.", CHECK_HELP, check);
  return program;
}

/**
 * Runs the command.
 *
 * @param args The arguments, without the name of the program
 * @returns The exit code: 0 if all went well, 1 if not, 130 after Ctrl-C
 * @example
 * ```ts
 * import { main } from "@actbook/actbook/cli";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await main(["--version"]), 0);
 * ```
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const act = async (work: (signal: AbortSignal) => Promise<boolean>) => {
    const controller = new AbortController();
    const handlers = Object.entries(SIGNALS).map(([name, code]) => {
      const stop = () => controller.abort(new Interrupted(name, code));
      return [name as Deno.Signal, stop] as const;
    });
    for (const [name, stop] of handlers) Deno.addSignalListener(name, stop);
    try {
      exitCode = await work(controller.signal) ? 0 : 1;
    } catch (error) {
      const reason = controller.signal.aborted ? controller.signal.reason : error;
      console.error(`actbook: ${reason.message}`);
      exitCode = reason instanceof Interrupted ? reason.exitCode : 1;
    } finally {
      for (const [name, stop] of handlers) Deno.removeSignalListener(name, stop);
    }
  };
  try {
    await (await command(act)).parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode;
  }
  return exitCode;
}

if (import.meta.main) Deno.exitCode = await main(Deno.args);
