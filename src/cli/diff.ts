import { print } from "./_print.ts";
import { compareNotebooks, type NotebookDifference, readNotebook } from "../notebook/mod.ts";
import type { Command } from "./_commander.ts";
import type { Act } from "./_subcommand.ts";

const HELP = `
Cells are matched by their ids, or by their sources where one of the notebooks has no ids. Execution
counts and colours are left out. The exit code is 0 if there is no difference, 1 if there is.`;

/** `actbook diff`. */
export function diffCommand(program: Command, act: Act): void {
  program.command("diff")
    .description("Compare two notebooks cell by cell.")
    .argument("<before>", "a notebook")
    .argument("<after>", "another")
    .addHelpText("after", HELP)
    .action((before: string, after: string) => act(() => diff(before, after)));
}

async function diff(before: string, after: string): Promise<boolean> {
  const found = compareNotebooks(await readNotebook(before), await readNotebook(after));
  for (const difference of found) {
    print(heading(difference));
    for (const line of difference.lines) print(`    ${line}`);
  }
  return found.length === 0;
}

function heading({ before, after, type, what }: NotebookDifference): string {
  const place = before === undefined || after === undefined || before === after
    ? `${after ?? before}`
    : `${before} → ${after}`;
  return `cell ${place} (${type}), ${what}:`;
}
