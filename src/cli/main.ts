import { acting } from "./_act.ts";
import { ownVersion } from "./_version.ts";
import { Command, CommanderError } from "./_commander.ts";
import { write } from "./_print.ts";
import { commands } from "./commands.ts";
import type { Act } from "./_subcommand.ts";

const EXAMPLES = `
Examples:
  actbook new mine                           make a folder with a first notebook
  actbook run notebooks                      run every notebook below a folder, in place
  actbook run draft.ipynb --output out.ipynb leave the notebook as it is, write another
  actbook run a.ipynb b.ipynb --output out   write both into the folder out
  actbook run slow.ipynb --timeout 3600      allow each cell an hour
  actbook verify notebooks --jobs 2          run again and compare with what is stored
  actbook check notebooks                    check the types of all cells
  actbook strip --check notebooks            refuse notebooks that hold outputs
  actbook diff before.ipynb after.ipynb      what changed, cell by cell
  actbook kernel install                     the kernel for JupyterLab and other front ends
  actbook console                            cells in the terminal

A cell is named by its number in run order, which front ends show in brackets: [3].
The exit code is 0 if all went well, 1 if not, 130 after Ctrl-C.`;

/** The command with its subcommands; `act` is called with what one of them should do. */
async function program(act: Act): Promise<Command> {
  const program = new Command("actbook")
    .description("Makes, runs, verifies and checks TypeScript notebooks on Deno's Jupyter kernel.")
    .version(await ownVersion(), "-v, --version", "print the version")
    .helpOption("-h, --help", "explain the command")
    .addHelpText("after", EXAMPLES)
    .configureOutput({ writeOut: write })
    .exitOverride();
  for (const add of commands) add(program, act);
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
  try {
    await (await program(acting((code) => exitCode = code))).parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode;
  }
  return exitCode;
}
