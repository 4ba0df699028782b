import { assertEquals, assertThrows } from "@std/assert";
import { NotebookFormatError, parseNotebook, updateNotebook } from "../../src/notebook/ipynb.ts";
import type { Output } from "../../src/notebook/output.ts";

const outputs: Output[] = [
  { output_type: "stream", name: "stdout", text: "a\nb" },
  { output_type: "display_data", data: { "text/plain": "x", "a/b+json": { z: 1 } }, metadata: {} },
];
const results = new Map([[1, { outputs, executionCount: 1 }]]);

/** Odd on purpose: unsorted keys, unknown fields, numbers JSON.stringify would rewrite, escapes. */
const odd = `{
  "nbformat_minor": 5, "nbformat": 4,
  "custom": { "b": 1.0, "a": 1e3, "7": "\\u00e9\\/" },
  "cells": [
    {"cell_type": "markdown", "source": "# \\"T\\" [ { outputs", "attachments": {}, "unknown": [1.50]},
    {
      "source": ["x", "y"],   "outputs": [ {"output_type": "stream", "text": "]}\\\\", "name": "stdout"} ],
      "mine": {"outputs": []}, "execution_count": 12345678901234567890,
      "cell_type": "code"
    }
  ],
  "metadata": {}
}`;

Deno.test("a run changes only outputs and counts: every other byte stays", () => {
  const updated = updateNotebook(parseNotebook(odd), results);
  const expected = odd.replace(/\[ \{"output_type.*\} \]/, "OUTPUTS")
    .replace("12345678901234567890", "1");
  assertEquals(updated.replace(/\[\n {8}\{[^]*?\n {6}\]/, "OUTPUTS"), expected);
});

Deno.test("updating twice with the same outputs changes nothing", () => {
  const once = updateNotebook(parseNotebook(odd), results);
  assertEquals(updateNotebook(parseNotebook(once), results), once);
});

Deno.test("what is stored is read back as it was", () => {
  const notebook = parseNotebook(updateNotebook(parseNotebook(odd), results));
  assertEquals(notebook.cells[1].outputs, outputs);
  assertEquals(notebook.cells[1].executionCount, 1);
});

/** One code cell as Jupyter writes it: one space, sorted keys, lists of lines. */
const jupyter = (count: string, stored: string, tail = "\n") =>
  `{
 "cells": [
  {
   "cell_type": "code",
   "execution_count": ${count},
   "id": "a",
   "metadata": {},
   "outputs": ${stored},
   "source": [
    "1"
   ]
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}${tail}`;

const result: Output = {
  output_type: "execute_result",
  data: { "text/plain": "1\n2", "image/svg+xml": "<svg/>", "application/json": ["b", "a"] },
  metadata: {},
  execution_count: 1,
};
const storedResult = `[
    {
     "data": {
      "application/json": [
       "b",
       "a"
      ],
      "image/svg+xml": [
       "<svg/>"
      ],
      "text/plain": [
       "1\\n",
       "2"
      ]
     },
     "execution_count": 1,
     "metadata": {},
     "output_type": "execute_result"
    }
   ]`;

for (const tail of ["\n", "", "\r\n\r\n"]) {
  Deno.test(`outputs are laid out as Jupyter does; the end ${JSON.stringify(tail)} stays`, () => {
    const results = new Map([[0, { outputs: [result], executionCount: 1 }]]);
    const before = parseNotebook(jupyter("null", "[]", tail));
    const expected = jupyter("1", storedResult, tail);
    const usesCrLf = tail.includes("\r");
    const updated = updateNotebook(before, results);
    assertEquals(
      usesCrLf ? JSON.parse(updated) : updated,
      usesCrLf ? JSON.parse(expected) : expected,
    );
    assertEquals(updated.endsWith("}" + tail), true);
  });
}

Deno.test("Windows line ends and a byte order mark stay", () => {
  const dos = (text: string) => "\uFEFF" + text.replaceAll("\n", "\r\n");
  const results = new Map([[0, { outputs: [result], executionCount: 1 }]]);
  const updated = updateNotebook(parseNotebook(dos(jupyter("null", "[]"))), results);
  assertEquals(updated, dos(jupyter("1", storedResult)));
});

Deno.test("a notebook on one line stays on one line", () => {
  const text = '{"cells":[{"cell_type":"code","source":"1"}],"nbformat":4}';
  const updated = updateNotebook(
    parseNotebook(text),
    new Map([[0, { outputs, executionCount: 1 }]]),
  );
  assertEquals(updated.includes("\n"), false);
  assertEquals(parseNotebook(updated).cells[0].outputs, outputs);
});

Deno.test("cells are numbered as front ends number them", () => {
  const sources = [["markdown", "#"], ["code", "1"], ["code", " \n"], ["raw", "x"], ["code", "2"]];
  const cells = sources.map(([cell_type, source]) => ({ cell_type, source }));
  const notebook = parseNotebook(JSON.stringify({ cells, nbformat: 4 }));
  assertEquals(notebook.cells.map(({ number }) => number), [0, 1, 0, 0, 2]);
});

for (
  const [text, reason] of [
    ["{", "it must be JSON"],
    ["", "it must be JSON"],
    ["[]", "field nbformat"],
    ["null", "field nbformat"],
    ['{"name": "x"}', "field nbformat"],
    ['{"nbformat": 3, "worksheets": []}', "nbformat must be 4: current value is 3"],
    ['{"nbformat": 4}', "field cells must be a list"],
    ['{"nbformat": 4, "cells": [{"source": ""}]}', "cells[0] must have the fields"],
    ['{"nbformat": 4, "cells": [null]}', "cells[0] must have the fields"],
  ]
) {
  Deno.test(`parseNotebook() refuses ${text || "an empty file"}`, () => {
    const error = assertThrows(() => parseNotebook(text, "a.ipynb"), NotebookFormatError, reason);
    assertEquals(error.message.startsWith("Cannot read a.ipynb as a notebook: "), true);
  });
}
