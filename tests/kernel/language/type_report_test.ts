import { assertEquals, assertStringIncludes } from "@std/assert";
import { typeReport } from "../../../src/kernel/language/type_report.ts";

const problem = {
  code: "TS2322",
  message: "Type 'string' is not …",
  line: 2,
  column: 9,
  endColumn: 10,
  text: "\tconst  n: number = '';",
};

Deno.test("a type error is told with place, line, caret and reference", () => {
  assertEquals(typeReport([problem], { label: "3" }), [
    "TS2322 Type 'string' is not …",
    "    at cell 3:2:9",
    "2 | \tconst  n: number = '';",
    "  | \t       ^",
    "https://typescript.tv/errors/#ts2322",
  ]);
  const coloured = typeReport([{ ...problem, cell: "2" }], { label: "3", colours: true });
  assertStringIncludes(coloured[0], "\x1b[33mTS2322\x1b[0m");
  assertEquals(coloured[1], "    at cell 2:2:9");
});

Deno.test("many type errors are cut with a word", () => {
  const lines = typeReport(Array(12).fill(problem), { label: "1" });
  assertEquals(lines.at(-1), "… and 2 more");
  assertEquals(lines.filter((line) => line.startsWith("TS2322")).length, 10);
});
