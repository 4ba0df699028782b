import { findNotebooks, outputPaths, RAISES_EXCEPTION, runNotebook } from "../notebook/mod.ts";
import { takesNotebooks, takesTimeout } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import { counts, failed, forNotebooks } from "./_for_notebooks.ts";
import type { Act } from "./_subcommand.ts";

interface Options {
  readonly jobs: number;
  readonly timeout: number;
  readonly output?: string;
}

const HELP = `
Cells run from top to bottom in a fresh Deno kernel, in the notebook's folder. Only outputs and
execution counts of the file change; it is written whole or not at all. A failing cell ends its
notebook: the file keeps what ran, and the cells after it are left without outputs. A cell tagged
"${RAISES_EXCEPTION}" may fail.`;

/** `actbook run`. */
export function runCommand(program: Command, act: Act): void {
  const command = program.command("run")
    .description("Run notebooks and store what their cells show.")
    .addHelpText("after", HELP);
  takesTimeout(takesNotebooks(command))
    .option("--output <file or folder>", "write there and leave the notebooks as they are")
    .action((paths: string[], options: Options) => act((signal) => run(paths, options, signal)));
}

async function run(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  const { jobs, timeout, output } = options;
  const notebooks = await findNotebooks(paths);
  const outputs = outputPaths(notebooks, output);
  let written = 0;
  const allWell = await forNotebooks(
    notebooks,
    { jobs, signal },
    async ({ path }, i, context) => {
      const run = await runNotebook(path, { output: outputs[i], timeout, ...context });
      written++;
      return run.failure ? failed(path, run) : { ...counts(run), result: "ok" };
    },
  );
  if (written > 0) {
    console.log(
      `\nOpen ${output ?? paths.join(", ")} in JupyterLab or VS Code to see the results.`,
    );
  }
  return allWell;
}
