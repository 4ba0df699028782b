import { exporterOf, exportFormats, type ExportOptions, flavours } from "../export/mod.ts";
import { findNotebooks } from "../notebook/mod.ts";
import { type RunningOptions, takesNotebooks, takesRunning } from "./_arguments.ts";
import { type Command, Option } from "./_commander.ts";
import { forNotebooks } from "./_for_notebooks.ts";
import { type Finding, plural } from "./_outcome.ts";
import { run } from "./run.ts";
import type { Act } from "./_subcommand.ts";

interface Options extends ExportOptions, RunningOptions {
  readonly checkLinks?: boolean;
  readonly execute?: boolean;
}

const HELP = `
Outputs are exported as they are stored: run the notebooks before, or give --execute, which runs them
in place first. Links between notebooks that are exported together become links between their pages.

What a reader sees of a cell is what its tags say, as Jupyter Book and nbconvert read them: hide-input,
hide-output, hide-cell, remove-input, remove-output, remove-cell, collapse, and solution.

Scripts in outputs are dropped from Markdown unless --scripts is given. A PDF needs Chromium: on the
PATH, or named by CHROMIUM. Slides follow the roles that front ends give to cells.`;

/** `actbook export`. */
export function exportCommand(program: Command, act: Act): void {
  const command = program.command("export")
    .description("Write notebooks as Markdown for documentation, as pages, PDF or slides.")
    .addOption(new Option("--to <format>", "what to write").choices(exportFormats).default("html"))
    .addOption(
      new Option("--flavour <builder>", "for which builder Markdown is meant")
        .choices(Object.keys(flavours)).default("github"),
    )
    .option("--output <folder>", "write there, instead of beside each notebook")
    .option("--assets <folder>", "where pictures of Markdown go, seen from the folder of the pages")
    .option(
      "--template <file>",
      "a page of your own with {{language}}, {{title}}, {{style}}, {{content}}",
    )
    .option("--scripts", "keep scripts in outputs")
    .option("--no-live", "leave out what makes charts live")
    .option("--check-links", "fail if a link leads to no file or heading")
    .option("--execute", "run the notebooks first, in place; the options of run say how")
    .addHelpText("after", HELP);
  takesRunning(takesNotebooks(command))
    .action((paths: string[], options: Options) =>
      act((signal) => exportAll(paths, options, signal))
    );
}

async function exportAll(
  paths: string[],
  options: Options,
  signal: AbortSignal,
): Promise<boolean> {
  const { exclude, execute, checkLinks = false } = options;
  if (execute) {
    const inPlace = { ...options, output: undefined, report: [], onError: "keep" } as const;
    if (!await run(paths, { ...inPlace, color: "strip" }, signal)) return false;
  }
  const notebooks = await findNotebooks(paths, { exclude });
  const { to, flavour, output, assets, scripts, live, template } = options;
  const exporter = await exporterOf(
    notebooks,
    { to, flavour, output, assets, scripts, live, template },
  );
  return await forNotebooks(exporter.pages, { ...options, signal }, async ({ path }) => {
    const { files, dead, unseen } = await exporter.one(path);
    const links = dead.map(({ url, reason }) => `dead link ${url}: ${reason}`);
    const lost = unseen.map((what) => `${what}, which no page can show`);
    const told = [...links, ...lost];
    const outcome = { cells: "-", outputs: plural(files.length, "file") };
    if (!checkLinks || dead.length === 0) {
      return { ...outcome, result: "ok", ok: true, notes: told };
    }
    const findings = links.map((title): Finding => ({ kind: "problem", title, lines: [] }));
    return {
      ...outcome,
      result: plural(dead.length, "dead link"),
      ok: false,
      findings,
      notes: lost,
    };
  });
}
