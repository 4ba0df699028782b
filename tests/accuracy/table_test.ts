import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { accuracyTable } from "./accuracy_table.ts";
import { block, replaced } from "../_page.ts";
import { page } from "./table.ts";

Deno.test("the page on accuracy has the table as it is measured now", async () => {
  const now = unspaced(await accuracyTable());
  const written = unspaced(block(await Deno.readTextFile(page), "accuracy")!);
  const differing = now.filter((line) => !written.includes(line));
  const advice = "to bring it up to date: deno run -A tests/accuracy/table.ts --write";
  assert(differing.length === 0, `${advice}\n${differing.slice(0, 5).join("\n")}`);
  assertEquals(written.length, now.length, advice);
});

Deno.test("the accuracy table has a row for each order of a function", async () => {
  const table = await accuracyTable();
  assertStringIncludes(table, "| `gelu` | f |");
  assertEquals(table.split("\n").filter((line) => line.includes("| f″ |")).length > 20, true);
});

Deno.test("replaced() changes what is between the markers and nothing else", () => {
  const old = "a\n<!-- accuracy:begin -->\nold\n<!-- accuracy:end -->\nb";
  assertEquals(block(replaced(old, "accuracy", "new"), "accuracy"), "new");
  assertEquals(
    replaced(replaced(old, "accuracy", "new"), "accuracy", "old"),
    replaced(old, "accuracy", "old"),
  );
  assertThrows(() => replaced("no markers", "accuracy", "new"), Error, "Cannot write");
});

/** Rows and paragraphs without what `deno fmt` does to them: padded cells and broken lines. */
function unspaced(markdown: string): string[] {
  return markdown.replace(/-{2,}/g, "--").replace(/\s+/g, " ").split("| |");
}
