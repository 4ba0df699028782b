import { print } from "./_print.ts";
import { parseYaml } from "../notebook/_yaml.ts";
import { versionNote } from "../notebook/_version_note.ts";
import {
  findNotebooks,
  type NotebookParameters,
  type NotebookRun,
  outputPaths,
  ParameterText,
  RAISES_EXCEPTION,
  runNotebook,
  SKIP_EXECUTION,
} from "../notebook/mod.ts";
import {
  executeOptions,
  type RunningOptions,
  several,
  takesNotebooks,
  takesRunning,
} from "./_arguments.ts";
import { type Command, Option } from "./_commander.ts";
import { forNotebooks } from "./_for_notebooks.ts";
import { counts, failedResult, failureFinding, type Outcome } from "./_outcome.ts";
import type { Act } from "./_subcommand.ts";
import { unchanged } from "./_unchanged.ts";

interface Options extends RunningOptions {
  readonly output?: string;
  readonly parameter?: readonly string[];
  readonly params?: string;
  readonly onError: "keep" | "clear";
  readonly color: "strip" | "keep";
  readonly saveEach?: boolean;
  readonly recordTiming?: boolean;
}

const HELP = `
Cells run from top to bottom in a fresh kernel, in the notebook's folder. Only outputs and execution
counts of the file change; it is written whole or not at all, and never over what somebody saved
meanwhile. A failing cell ends its notebook: the file keeps what ran, and the cells after it keep what
they showed. A cell tagged "${RAISES_EXCEPTION}" may fail; one tagged "${SKIP_EXECUTION}" is not run.

A notebook that went well and has not changed since, nor the modules it imports, deno.json, the lock
file or Deno, is not run again.

With -p the cell tagged "parameters" is followed by one that sets its names anew:
  actbook run n.ipynb -p alpha=0.5 --params more.yaml --output out.ipynb`;

/** `actbook run`. */
export function runCommand(program: Command, act: Act): void {
  const command = program.command("run")
    .description("Run notebooks and store what their cells show.")
    .addHelpText("after", HELP);
  takesRunning(takesNotebooks(command))
    .option("--output <file or folder>", "write there and leave the notebooks as they are")
    .option("-p, --parameter <name=value>", "set a parameter; repeat for more", several)
    .option("--params <file>", "set the parameters of a YAML or JSON file")
    .addOption(
      new Option("--on-error <what>", "what the cells show that were not reached")
        .choices(["keep", "clear"]).default("keep"),
    )
    .addOption(
      new Option("--color <what>", "what becomes of colours in outputs")
        .choices(["strip", "keep"]).default("strip"),
    )
    .option("--save-each", "write the notebook after each cell")
    .option("--record-timing", "store in each cell when it ran")
    .action((paths: string[], options: Options) => act((signal) => run(paths, options, signal)));
}

/** Runs notebooks as the command does; says whether all went well. */
export async function run(
  paths: string[],
  options: Options,
  signal: AbortSignal,
): Promise<boolean> {
  const { output, exclude, onError, saveEach, recordTiming, quiet } = options;
  const notebooks = await findNotebooks(paths, { exclude, translations: false });
  const outputs = outputPaths(notebooks, output);
  const parameters = await parametersOf(options);
  if (parameters && output === undefined) {
    throw new Error("Cannot set parameters in place: say with --output where the notebook goes");
  }
  const colours = options.color === "keep";
  const cache = await unchanged("run", options, {
    colours,
    recordTiming,
    parameters: parameters && Object.entries(parameters).map(([name, value]) => [name, value]),
  });
  let written = 0;
  const allWell = await forNotebooks(
    notebooks,
    { ...options, signal },
    async ({ path }, i, context) => {
      const known = await cache.known(path, outputs[i]);
      if (known) return known;
      const run = await runNotebook(path, {
        ...executeOptions(options),
        ...context,
        ...{ output: outputs[i], parameters, onError, colours, saveEach, recordTiming },
      });
      written++;
      const outcome = outcomeOf(run);
      if (outcome.ok) {
        const to = { path: run.output, text: run.text };
        await cache.remember(path, output === undefined ? run.text : run.read, to);
      }
      return outcome;
    },
  );
  if (written > 0 && !quiet && !options.report?.includes("json")) {
    print(
      `\nOpen ${output ?? paths.join(", ")} in JupyterLab or VS Code to see the results.`,
    );
  }
  return allWell;
}

function outcomeOf(run: NotebookRun): Outcome {
  const { failures, conflict, output, notebook } = run;
  const note = versionNote(notebook);
  const findings = failures.map(failureFinding);
  const common = { ...counts(run), notes: note ? [note] : [], notebook };
  if (conflict) {
    const title = `it was changed during the run and is left alone; what ran is in ${output}`;
    findings.push({ kind: "failure", title, lines: [] });
    return { ...common, result: "changed meanwhile", ok: false, findings };
  }
  const ok = failures.length === 0;
  return { ...common, result: ok ? "ok" : failedResult(failures), ok, findings };
}

/** The parameters of the file, and over them those of the command line. */
async function parametersOf(
  { parameter = [], params }: Options,
): Promise<NotebookParameters | undefined> {
  if (parameter.length === 0 && params === undefined) return undefined;
  const all: Record<string, unknown> = {};
  if (params !== undefined) {
    const values = parseYaml(await Deno.readTextFile(params));
    if (typeof values !== "object" || values === null || Array.isArray(values)) {
      throw new Error(`Cannot read ${params} as parameters: it must hold names and their values`);
    }
    Object.assign(all, values);
  }
  for (const each of parameter) {
    const [, name, text] = /^([^=\s]+)=([^]*)$/.exec(each) ?? [];
    if (name === undefined) {
      throw new Error(`Cannot set a parameter: it must be name=value: current value is ${each}`);
    }
    all[name] = new ParameterText(text);
  }
  return all;
}
