import { checkNotebook, findNotebooks, type Problem } from "../notebook/mod.ts";
import { takesNotebooks } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import { forNotebooks, plural } from "./_for_notebooks.ts";
import type { Act } from "./_subcommand.ts";

interface Options {
  readonly jobs: number;
}

const HELP = `
The cells of a notebook are checked together, with the rules of "deno check" and the deno.json of the
notebook's folder. Nothing is run or written.`;

/** `actbook check`. */
export function checkCommand(program: Command, act: Act): void {
  const command = program.command("check")
    .description("Check the types of the cells of notebooks.")
    .addHelpText("after", HELP);
  takesNotebooks(command)
    .action((paths: string[], options: Options) => act((signal) => check(paths, options, signal)));
}

async function check(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  const { jobs } = options;
  const notebooks = await findNotebooks(paths);
  return await forNotebooks(notebooks, { jobs, signal }, async ({ path }) => {
    const { cells, problems } = await checkNotebook(path, { signal });
    const report = problems.map((problem) => describe(path, problem));
    const result = problems.length === 0 ? "ok" : plural(problems.length, "problem");
    return { cells: `${cells}`, outputs: "-", result, report };
  });
}

function describe(path: string, { cell, line, column, file, code, message }: Problem): string {
  const place = cell === undefined ? path : `${path}, cell ${cell}, line ${line}:${column}`;
  const inModule = file === undefined ? "" : `${file}:${line}:${column}: `;
  return `${place}: ${inModule}${message}${code && ` [${code}]`}`;
}
