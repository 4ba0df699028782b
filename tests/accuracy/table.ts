/**
 * Prints the accuracy table, or puts it into its page:
 * `deno run -A tests/accuracy/table.ts [--write]`
 *
 * @module
 */

import { writeBlock } from "../_page.ts";
import { accuracyTable } from "./accuracy_table.ts";

/** Where the table stands. */
export const page: URL = new URL("accuracy.md", import.meta.url);

if (import.meta.main) {
  const table = await accuracyTable();
  if (Deno.args.includes("--write")) await writeBlock(page, "accuracy", table);
  else console.log(table);
}
