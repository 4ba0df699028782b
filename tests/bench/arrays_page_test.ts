import { assertEquals, assertGreater } from "@std/assert";
import { block } from "../_page.ts";
import { file, type Timings } from "./arrays.ts";
import { goalLines } from "./_arrays_goals.ts";
import { file as ownFile } from "./arrays_own.ts";
import { file as threadsFile } from "./arrays_threads.ts";
import { arraysTable, ownTables, page, threadsTables } from "./arrays_page.ts";
import { countsOf, instructionsTable, page as instructions } from "./instructions.ts";

const timings: Timings = JSON.parse(await Deno.readTextFile(file));

/** Words and figures, as the formatter pads tables. */
const words = (text: string) => text.split(/[\s|:-]+/).filter(Boolean);

Deno.test("the table of arrays is made of what was measured", async () => {
  const text = await Deno.readTextFile(page);
  assertEquals(words(block(text, "arrays")!), words(arraysTable(timings)));
  assertEquals(words(block(text, "goals")!), words(goalLines(timings)));
  const own = JSON.parse(await Deno.readTextFile(ownFile));
  assertEquals(words(block(text, "own")!), words(ownTables(own)));
  const threads = JSON.parse(await Deno.readTextFile(threadsFile));
  assertEquals(words(block(text, "threads")!), words(threadsTables(threads)));
});

Deno.test("the tables of instructions are made of the kernels: run instructions.ts", async () => {
  const found = block(await Deno.readTextFile(instructions), "instructions")!;
  assertEquals(words(found), words(instructionsTable()));
});

Deno.test("instructions are counted in the loop of a kernel", () => {
  // max(0, x), and NaN where x is NaN: load, pmax, eq, select, store.
  assertEquals(countsOf("relu0 fast"), { arithmetic: 2, divisions: 0, bits: 1, memory: 2 });
  assertEquals(countsOf("sigmoid0 nearest").divisions, 2);
  assertEquals(countsOf("sigmoid0 fast").divisions, 1);
});

Deno.test("every contender was timed, on every function it has, at every size", () => {
  assertEquals(timings.sizes, [100, 10_000, 1_000_000, 10_000_000]);
  for (const [title, all] of Object.entries(timings.ns)) {
    assertGreater(
      Object.values(all).flat().filter((ns) => ns !== null && ns > 0).length,
      39,
      title,
    );
  }
});
