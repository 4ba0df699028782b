/**
 * Prints the accuracy table, or puts it into the README between its markers:
 * `deno run -A tests/accuracy/table.ts [--write]`
 *
 * @module
 */

import { accuracyTable } from "./accuracy_table.ts";
import { readme, replaced } from "./readme.ts";

const table = await accuracyTable();
if (Deno.args.includes("--write")) {
  const temporary = new URL("README.tmp.md", readme);
  await Deno.writeTextFile(temporary, replaced(await Deno.readTextFile(readme), table));
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", temporary.pathname] })
    .output();
  await Deno.rename(temporary, readme);
} else {
  console.log(table);
}
