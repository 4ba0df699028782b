import { type Command, InvalidArgumentError, Option } from "./_commander.ts";
import { isReport } from "./_reports.ts";

/** A number of seconds that a timer can wait. */
export function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 2 ** 31 / 1000) return value;
  throw new InvalidArgumentError("It must be a number of seconds above 0 and below 2147483.");
}

/** A count. */
export function whole(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a whole number above 0.");
}

function reports(name: string, before: readonly string[] = []): string[] {
  if (isReport(name)) return [...before, name];
  throw new InvalidArgumentError("It must be github, json, or a file that ends in .xml or .json.");
}

/** Collects an option that may be given several times. */
export function several(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** What goes over notebooks. */
export interface NotebooksOptions {
  readonly jobs: number;
  readonly exclude?: readonly string[];
  readonly quiet?: boolean;
  readonly report?: readonly string[];
}

/** Gives a subcommand the notebooks it is about. */
export function takesNotebooks(command: Command): Command {
  return command
    .argument(
      "<notebook or folder...>",
      "notebooks, and folders to search for .ipynb files, but not for translations",
    )
    .option("--exclude <glob>", "leave out notebooks, such as **/draft-*; repeat for more", several)
    .option("--jobs <n>", "notebooks at a time", whole, navigator.hardwareConcurrency)
    .option("--quiet", "tell only what is wrong")
    .option(
      "--report <kind>",
      "also report to a JUnit file (.xml), to JSON (a .json file, or json), or to github; repeat for more",
      reports,
    );
}

/** How notebooks are run. */
export interface RunningOptions extends NotebooksOptions {
  readonly timeout: number;
  readonly notebookTimeout?: number;
  readonly kernel?: "deno" | "actbook";
  readonly allowErrors?: boolean;
  readonly answer?: readonly string[];
  readonly linger?: number;
  readonly maxOutput: number;
  readonly show?: boolean;
  readonly fresh?: boolean;
  readonly depends?: readonly string[];
}

/** Gives a subcommand what says how cells run. */
export function takesRunning(command: Command): Command {
  return command
    .option("--timeout <seconds>", "stop a cell that runs longer", seconds, 600)
    .option("--notebook-timeout <seconds>", "stop a notebook that runs longer", seconds)
    .addOption(
      new Option("--kernel <name>", "run on this kernel, not on the one that the notebook names")
        .choices(["deno", "actbook"]),
    )
    .option("--allow-errors", "run the cells after one that fails too")
    .option("--answer <text>", "what prompt() gets; repeat for more", several)
    .option("--linger <seconds>", "wait for late output after the last cell", seconds)
    .option("--max-output <megabytes>", "cut what a cell shows beyond", whole, 100)
    .option("--show", "show outputs while cells run")
    .option("--fresh", "run what is unchanged too")
    .option(
      "--depends <file>",
      "a data file: a change of it is one of the notebooks; repeat for more",
      several,
    );
}

/** The same as the library has it. */
export function executeOptions(options: RunningOptions) {
  const { timeout, notebookTimeout, kernel, allowErrors, answer, linger, maxOutput } = options;
  const outputLimit = maxOutput * 1_000_000;
  return { timeout, notebookTimeout, kernel, allowErrors, answers: answer, linger, outputLimit };
}
