import { assert, assertEquals, assertMatch, assertRejects, assertThrows } from "@std/assert";
import { type Line, notebookLine, terminalLine } from "../../../src/display/output/_line.ts";
import { progressOn } from "../../../src/display/output/_progress_on.ts";

/** A line that keeps what it is told. */
function fakeLine() {
  const texts: string[] = [];
  const keep = (text: string) => Promise.resolve(void texts.push(text));
  return { texts, line: { write: keep, end: keep } satisfies Line };
}

/** A clock that goes on by so many milliseconds each time it is read. */
function clock(step: number): () => number {
  let time = -step;
  return () => time += step;
}

Deno.test("progress() shows the share, the count, the rate and the time left", async () => {
  const { texts, line } = fakeLine();
  const work = progressOn(line, clock(1000), 100, { title: "sweep", unit: "inputs" });
  await work.advance(25);
  await work.advance(25);
  assertEquals(texts, [
    "sweep: █████░░░░░░░░░░░░░░░ 25 % 25 of 100 inputs, 25 per s, 3 s left",
    "sweep: ██████████░░░░░░░░░░ 50 % 50 of 100 inputs, 25 per s, 2 s left",
  ]);
});

Deno.test("progress() redraws ten times a second at most", async () => {
  const { texts, line } = fakeLine();
  const work = progressOn(line, clock(10), 1000, {});
  for (let i = 0; i < 1000; i++) await work.advance();
  assertEquals(texts.length, 100);
});

Deno.test("progress() leaves a line without times, the same at each run", async () => {
  const { texts, line } = fakeLine();
  const work = progressOn(line, clock(333), 2, { title: "sweep" });
  await work.advance(2);
  await work.finish();
  await work.finish();
  assertEquals(texts.slice(1), ["sweep: 2 of 2"]);
});

Deno.test("progress() is cancelled by its signal, and says so", async () => {
  const { texts, line } = fakeLine();
  const controller = new AbortController();
  const work = progressOn(line, clock(1), 10, { signal: controller.signal });
  await work.advance();
  controller.abort(new RangeError("enough"));
  await assertRejects(() => work.advance(), RangeError, "enough");
  assertEquals(texts[texts.length - 1], "1 of 10, cancelled");
  assertEquals(work.done, 1);
});

Deno.test("progress() shows long times in minutes and hours", async () => {
  const { texts, line } = fakeLine();
  const work = progressOn(line, clock(60_000), 1000, {});
  await work.advance(1);
  await work.advance(100);
  assertMatch(texts[0], / 16 h 39 min left$/);
  assertMatch(texts[1], / 18 min left$/);
});

Deno.test("progress() refuses a total of nothing", () => {
  for (const total of [0, -1, NaN, Infinity]) {
    assertThrows(() => progressOn(fakeLine().line, clock(1), total, {}), RangeError, `${total}`);
  }
});

Deno.test("a line in a notebook is shown once and updated from then on", async () => {
  const sent: [string, { transient?: { display_id?: string } }][] = [];
  const line = notebookLine({
    broadcast: (type, content) => Promise.resolve(void sent.push([type, content])),
  });
  await line.write("a");
  await line.write("b");
  await line.end("c");
  assertEquals(sent.map(([type]) => type), [
    "display_data",
    "update_display_data",
    "update_display_data",
  ]);
  const ids = new Set(sent.map(([, { transient }]) => transient?.display_id));
  assertEquals(ids.size, 1);
  assert(![...ids][0]?.includes("undefined"));
});

Deno.test("a line on a terminal is written over itself and ended at last", async () => {
  let written = "";
  const line = terminalLine({
    writeSync: (bytes) => {
      written += new TextDecoder().decode(bytes);
      return bytes.length;
    },
  });
  await line.write("a");
  await line.end("b");
  assertEquals(written, "\r\x1b[2Ka\r\x1b[2Kb\n");
});
