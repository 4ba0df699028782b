import { assertEquals } from "@std/assert";
import { compareNotebooks, parseNotebook, stripNotebook } from "../../src/notebook/mod.ts";
import { code, notebookText } from "./_notebooks.ts";

const output = { output_type: "stream", name: "stdout", text: ["x\n"] };
const ran = (source: string, tags?: string[]) => ({
  ...code(source, [output], tags) as Record<string, unknown>,
  execution_count: 3,
});
const markdown = { cell_type: "markdown", id: "m", metadata: { collapsed: true }, source: "# é" };

Deno.test("stripNotebook() takes out outputs, counts and what runs leave in metadata", () => {
  const cell = ran("1");
  const text = notebookText([{
    ...cell,
    metadata: { tags: ["a"], execution: {}, scrolled: true },
  }]);
  const clean = { ...cell, execution_count: null, outputs: [], metadata: { tags: ["a"] } };
  assertEquals(stripNotebook(text), notebookText([clean]));
});

Deno.test("stripNotebook() leaves what is stripped as it is, byte for byte", () => {
  const texts = [
    notebookText([code("1"), { ...markdown, metadata: {} }]),
    '\uFEFF{"cells":[],"metadata":{}, "nbformat":4}',
    '{"nbformat": 4, "cells": [{"cell_type":"code","source":"1","outputs":[]}]}',
  ];
  for (const text of texts) assertEquals(stripNotebook(text), text);
  const stripped = stripNotebook(notebookText([ran("1"), markdown]));
  assertEquals(stripNotebook(stripped), stripped);
});

Deno.test("stripNotebook() keeps outputs by tag, and cleans the notebook's own metadata", () => {
  const kept = [ran("1", ["keep-output"]), ran("2", ["keep_output"])];
  assertEquals(stripNotebook(notebookText(kept)), notebookText(kept));
  const mine = notebookText([ran("1", ["mine"])]);
  assertEquals(stripNotebook(mine, { keep: ["mine"] }), mine);
  const json = JSON.parse(notebookText([]));
  json.metadata.widgets = { state: 1 };
  const { metadata } = JSON.parse(stripNotebook(JSON.stringify(json, null, 1)));
  assertEquals(Object.keys(metadata), ["kernelspec"]);
});

/** The differences as short texts. */
function differences(before: unknown[], after: unknown[]): string[] {
  const read = (cells: unknown[]) => parseNotebook(notebookText(cells));
  return compareNotebooks(read(before), read(after)).map(({ before, after, type, what, lines }) =>
    `${before ?? "-"} ${after ?? "-"} ${type} ${what}: ${lines.join(" ")}`
  );
}
const named = (id: string, source: string, more = {}) => ({
  ...code(source) as object,
  id,
  ...more,
});

Deno.test("compareNotebooks() finds changed sources, outputs and types by id", () => {
  const before = [named("a", "1"), named("b", "2", { outputs: [output] }), named("c", "3")];
  const after = [
    named("a", "one"),
    named("b", "2", { outputs: [{ ...output, text: ["\x1b[31my\x1b[0m\n"] }], execution_count: 9 }),
    { cell_type: "markdown", id: "c", metadata: {}, source: "3" },
  ];
  assertEquals(differences(before, after), [
    "1 1 code source: - 1 + one",
    "2 2 code output 1, stdout: - x + y",
    "3 3 markdown type: - code + markdown",
  ]);
  assertEquals(differences(before, before), []);
});

Deno.test("compareNotebooks() finds added and removed cells, and those after them", () => {
  const before = [named("a", "1"), named("b", "2"), named("c", "3")];
  const after = [named("new", "0"), named("a", "1"), named("c", "4")];
  assertEquals(differences(before, after), [
    "- 1 code added: + 0",
    "2 - code removed: - 2",
    "3 3 code source: - 3 + 4",
  ]);
});

Deno.test("compareNotebooks() matches by source where one notebook has no ids", () => {
  const without = (source: string) => {
    const { id: _, ...cell } = code(source) as Record<string, unknown>;
    return cell;
  };
  assertEquals(differences([without("1"), without("2")], [named("x", "1"), named("y", "3")]), [
    "2 - code removed: - 2",
    "- 2 code added: + 3",
  ]);
});
