import { assertEquals, assertGreater } from "@std/assert";
import { block } from "../_page.ts";
import { file, type Timings } from "./arrays.ts";
import { arraysTable, page } from "./arrays_page.ts";

const timings: Timings = JSON.parse(await Deno.readTextFile(file));

/** Words and figures, as the formatter pads tables. */
const words = (text: string) => text.split(/[\s|:-]+/).filter(Boolean);

Deno.test("the table of arrays is made of what was measured", async () => {
  assertEquals(words(block(await Deno.readTextFile(page), "arrays")!), words(arraysTable(timings)));
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
