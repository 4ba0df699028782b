/**
 * The `actbook` command: runs, verifies and checks notebooks. `actbook --help` explains it.
 *
 * @module
 */

import { Command, InvalidArgumentError } from "commander";
import { forEachOf } from "./notebook/_each.ts";
import { ProgressLine } from "./notebook/_progress.ts";
import { textTable } from "./notebook/_table.ts";
import { findNotebooks, outputPaths } from "./notebook/find.ts";
import { runNotebook } from "./notebook/run.ts";

/** What one notebook came to: a row of the final table, and the trouble if there was some. */
interface Outcome {
  readonly notebook: string;
  readonly cells: string;
  readonly outputs: number;
  readonly seconds: number;
  readonly result: string;
}

interface Options {
  readonly timeout: number;
  readonly jobs: number;
  readonly output?: string;
}

/** Thrown when a signal ended the work; carries the exit code a shell expects. */
class Interrupted extends Error {
  constructor(readonly exitCode: number) {
    super("Interrupted");
  }
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && value < Infinity) return value;
  throw new InvalidArgumentError("It must be a number above 0.");
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a whole number above 0.");
}

async function run(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  const notebooks = await findNotebooks(paths);
  const outputs = outputPaths(notebooks, options.output);
  const progress = new ProgressLine();
  const outcomes = await forEachOf(notebooks, options.jobs, async ({ path }, i) => {
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    progress.update(path, "starting");
    try {
      const result = await runNotebook(path, {
        output: outputs[i],
        timeout: options.timeout,
        signal,
        onCell: (cell, of) => progress.update(path, `${cell}/${of}`),
      });
      const { failure } = result;
      const shown = [...result.results.values()].reduce(
        (sum, each) => sum + each.outputs.length,
        0,
      );
      if (failure) {
        progress.finish(
          path,
          `cell ${failure.cell} failed: ${failure.message}\n    ${failure.line}`,
        );
      } else progress.finish(path, `${result.ran} cells in ${seconds().toFixed(1)} s`);
      const outcome: Outcome = {
        notebook: path,
        cells: `${result.ran}/${result.cells}`,
        outputs: shown,
        seconds: seconds(),
        result: failure ? `failed at cell ${failure.cell}` : "ok",
      };
      return outcome;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      progress.finish(path, (error as Error).message);
      return { notebook: path, cells: "0", outputs: 0, seconds: seconds(), result: "failed" };
    }
  });
  progress.clear();
  console.log(textTable(
    ["notebook", "cells", "outputs", "seconds", "result"],
    outcomes.map((each) => [
      each.notebook,
      each.cells,
      String(each.outputs),
      each.seconds.toFixed(1),
      each.result,
    ]),
  ));
  return outcomes.every(({ result }) => result === "ok");
}

if (import.meta.main) {
  const { default: config } = await import("../deno.json", { with: { type: "json" } });
  const program = new Command("actbook").version(config.version);
  program.command("run").argument("<notebook or folder...>")
    .option("--output <file or folder>")
    .option("--timeout <seconds>", "", positive, 600)
    .option("--jobs <n>", "", count, navigator.hardwareConcurrency)
    .action(async (paths: string[], options: Options) => {
      const controller = new AbortController();
      for (const [name, code] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
        Deno.addSignalListener(name, () => controller.abort(new Interrupted(code)));
      }
      try {
        Deno.exitCode = (await run(paths, options, controller.signal)) ? 0 : 1;
      } catch (error) {
        console.error(`actbook: ${(error as Error).message}`);
        Deno.exitCode = error instanceof Interrupted ? error.exitCode : 1;
      }
      Deno.exit();
    });
  await program.parseAsync(Deno.args, { from: "user" });
}
