import { several } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import { ownVersion } from "./_version.ts";

const HELP = `
Cells are TypeScript, with await, imports and redeclarations, as in a notebook. A cell ends with the
line that makes it whole. Tab completes, Ctrl-C interrupts the cell, Ctrl-D ends the console.`;

/** `actbook console`. */
export function consoleCommand(program: Command): void {
  program.command("console")
    .description("Run cells in the terminal, without Jupyter.")
    .option("--permissions <flag>", "a permission flag of Deno; repeat for more", several)
    .addHelpText("after", HELP)
    .action(start);
}

async function start({ permissions = [] }: { readonly permissions?: readonly string[] }) {
  const { denoPath, History, historyPath, permissionFlags } = await import("../kernel/mod.ts");
  const { runConsole } = await import("../kernel/console.ts");
  await runConsole({
    cwd: Deno.cwd(),
    deno: denoPath(),
    permissions: permissionFlags(permissions),
    history: History.open(historyPath()),
    banner: `TypeScript on Deno ${Deno.version.deno} (Actbook ${await ownVersion()})`,
  });
}
