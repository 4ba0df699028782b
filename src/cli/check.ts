import { checkNotebook, findNotebooks, type Problem } from "../notebook/mod.ts";
import { type NotebooksOptions, takesNotebooks } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import { forNotebooks } from "./_for_notebooks.ts";
import { type Finding, plural } from "./_outcome.ts";
import type { Act } from "./_subcommand.ts";

const HELP = `
The cells of a notebook are checked together, with the rules of "deno check" and the deno.json of the
notebook's folder. Nothing is run or written.`;

/** `actbook check`. */
export function checkCommand(program: Command, act: Act): void {
  const command = program.command("check")
    .description("Check the types of the cells of notebooks.")
    .addHelpText("after", HELP);
  takesNotebooks(command).action((paths: string[], options: NotebooksOptions) =>
    act((signal) => check(paths, options, signal))
  );
}

async function check(
  paths: string[],
  options: NotebooksOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const notebooks = await findNotebooks(paths, { exclude: options.exclude, translations: false });
  return await forNotebooks(notebooks, { ...options, signal }, async ({ path }) => {
    const { cells, problems, notebook } = await checkNotebook(path, { signal });
    const findings = problems.map(finding);
    const ok = findings.length === 0;
    const result = ok ? "ok" : plural(findings.length, "problem");
    return { cells: `${cells}`, outputs: "-", result, ok, findings, notebook };
  });
}

function finding({ cell, index, line, column, file, code, message }: Problem): Finding {
  const place = cell === undefined ? "" : `, line ${line}:${column}: `;
  const inModule = file === undefined ? "" : `${file}:${line}:${column}: `;
  const [first, ...lines] = `${message}${code && ` [${code}]`}`.split("\n");
  return { kind: "problem", cell, index, line, title: `${place}${inModule}${first}`, lines };
}
