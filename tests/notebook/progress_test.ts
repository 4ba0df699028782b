import { assertEquals } from "@std/assert";
import { forEachOf } from "../../src/notebook/_each.ts";
import { ProgressLine } from "../../src/notebook/_progress.ts";
import { textTable } from "../../src/notebook/_table.ts";

/** What is written to a terminal of 20 columns, or to a file. */
function written(isTerminal: boolean, use: (progress: ProgressLine) => void): string {
  let text = "";
  const decoder = new TextDecoder();
  use(
    new ProgressLine({
      isTerminal: () => isTerminal,
      columns: () => 20,
      writeSync: (bytes) => (text += decoder.decode(bytes)).length,
    }),
  );
  return text;
}

const story = (progress: ProgressLine) => {
  progress.update("a", "1/2");
  progress.update("a", "2/2");
  progress.finish("a", "ok", ["more"]);
};

Deno.test("elsewhere than on a terminal progress is plain lines", () => {
  assertEquals(written(false, story), "a: started\na: ok\nmore\n");
});

Deno.test("on a terminal one line is written over", () => {
  const start = "\r\x1b[K";
  assertEquals(
    written(true, story),
    `${start}a 1/2${start}a 2/2${start}a: ok\nmore\n${start}`,
  );
});

Deno.test("on a terminal the line is cut to the width", () => {
  const text = written(true, (progress) => progress.update("a-rather-long-name", "100/200"));
  assertEquals(text, "\r\x1b[Ka-rather-long-name…");
});

Deno.test("textTable() aligns numbers to the right", () => {
  assertEquals(
    textTable(["notebook", "n", "result"], [["a", "10", "ok"], ["b", "5", "failed"]]),
    "notebook   n  result\na         10  ok\nb          5  failed",
  );
});

Deno.test("forEachOf() keeps the order and never has more at work than asked", async () => {
  let now = 0, most = 0;
  const results = await forEachOf([30, 1, 20, 2], 2, async (ms, i) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, ms));
    now--;
    return `${i}:${ms}`;
  });
  assertEquals([results, most], [["0:30", "1:1", "2:20", "3:2"], 2]);
});
