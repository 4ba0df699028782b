import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { accuracyTable } from "./accuracy_table.ts";
import { block, readme, replaced } from "./readme.ts";

const text = await Deno.readTextFile(readme).catch(() => "");

Deno.test({
  name: "the README has the accuracy table as it is measured now",
  ignore: block(text) === undefined,
  fn: async () => {
    const now = unspaced(await accuracyTable());
    const written = unspaced(block(text)!);
    const differing = now.filter((line) => !written.includes(line));
    const advice = "to bring it up to date: deno run -A tests/accuracy/table.ts --write";
    assert(differing.length === 0, `${advice}\n${differing.slice(0, 5).join("\n")}`);
    assertEquals(written.length, now.length, advice);
  },
});

Deno.test("the accuracy table has a row for each order of a function", async () => {
  const table = await accuracyTable();
  assertStringIncludes(table, "| `gelu` | f |");
  assertEquals(table.split("\n").filter((line) => line.includes("| f″ |")).length > 20, true);
});

Deno.test("replaced() changes what is between the markers and nothing else", () => {
  const old = "a\n<!-- accuracy:begin -->\nold\n<!-- accuracy:end -->\nb";
  assertEquals(block(replaced(old, "new")), "new");
  assertEquals(replaced(replaced(old, "new"), "old"), replaced(old, "old"));
  assertThrows(() => replaced("no markers", "new"), Error, "Cannot write the table");
});

/** Rows and paragraphs without what `deno fmt` does to them: padded cells and broken lines. */
function unspaced(markdown: string): string[] {
  return markdown.replace(/-{2,}/g, "--").replace(/\s+/g, " ").split("| |");
}
