import { assertEquals } from "@std/assert";
import { jsonDifference, textDifference } from "../../src/notebook/_difference.ts";
import { runNotebook, verifyNotebook } from "../../src/notebook/mod.ts";
import { code, withNotebooks } from "./_notebooks.ts";

const cells = [
  "console.log('a'); console.log(Math.PI)",
  `await Deno.jupyter.broadcast("display_data", { metadata: {}, data: {
    "application/vnd.vegalite.v5+json": { data: { values: [{ x: 0, y: 0.5 }] } },
    "image/svg+xml": "<svg><path d='M0 1.25'/></svg>", "text/plain": "chart" } })`,
  code("performance.now()", [], ["skip-verify"]),
];

/** Runs the cells, changes the stored text, verifies; gives "cell, what: lines" of the differences. */
async function differences(from: string, to: string): Promise<string[]> {
  return await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    await runNotebook(path);
    const text = await Deno.readTextFile(path);
    assertEquals(text.includes(from), true);
    await Deno.writeTextFile(path, text.replace(from, to));
    const { differences, failure } = await verifyNotebook(path);
    assertEquals(failure, undefined);
    assertEquals(await Deno.readTextFile(path), text.replace(from, to));
    return differences.map(({ cell, what, lines }) => `${cell}, ${what}: ${lines.join(" ")}`);
  });
}

Deno.test("a notebook that was just run verifies, tagged timings apart", async () => {
  assertEquals(await differences("3.14", "3.14"), []);
});

Deno.test("the picture that JupyterLab stores beside a chart is no difference", async () => {
  const chart = '"image/svg+xml":';
  assertEquals(await differences(chart, `"image/png": "iVBORw0KGgo=", ${chart}`), []);
});

Deno.test("one changed digit of a text is shown", async () => {
  const found = ["1, output 1, stdout: line 2: - 3.241592653589793 + 3.141592653589793"];
  assertEquals(await differences("3.14", "3.24"), found);
});

Deno.test("one changed digit of a chart is shown by its path", async () => {
  const type = "application/vnd.vegalite.v5+json";
  const found = [`2, output 1, ${type}: .data.values[0].y: - 0.75 + 0.5`];
  assertEquals(await differences('"y": 0.5', '"y": 0.75'), found);
});

Deno.test("one changed digit of a picture is shown", async () => {
  const found = [
    "2, output 1, image/svg+xml: - <svg><path d='M0 1.26'/></svg> + <svg><path d='M0 1.25'/></svg>",
  ];
  assertEquals(await differences("1.25", "1.26"), found);
});

Deno.test("a missing output is shown", async () => {
  await withNotebooks({ n: ["1", "2; undefined"] }, async (folder) => {
    const { differences } = await verifyNotebook(`${folder}/n.ipynb`);
    const lines = ["- nothing", "+ execute_result"];
    assertEquals(differences, [{ cell: 1, what: "outputs", lines }]);
  });
});

Deno.test("a failing cell is a failure, and the cells before it are compared", async () => {
  await withNotebooks({ n: ["1", "throw new Error('x')"] }, async (folder) => {
    const { differences, failure } = await verifyNotebook(`${folder}/n.ipynb`);
    assertEquals([failure?.cell, differences.map(({ cell }) => cell)], [2, [1]]);
  });
});

Deno.test("textDifference() shows the lines from the first change to the last", () => {
  assertEquals(textDifference("a\nb\nc\n", "a\nx\nc\n"), ["line 2:", "- b", "+ x"]);
  assertEquals(textDifference("a\nc", "a\nb\nc"), ["line 2:", "+ b"]);
  assertEquals(textDifference("a\nb", "a"), ["line 2:", "- b"]);
  assertEquals(textDifference("a\n", "a"), ["the last line end differs"]);
});

Deno.test("textDifference() cuts long lines around the change", () => {
  const line = (digit: number) => "x".repeat(500) + digit + "y".repeat(500);
  const [minus, plus] = textDifference(line(1), line(2));
  assertEquals(minus, `- …${"x".repeat(30)}1${"y".repeat(30)}…`);
  assertEquals(plus, `+ …${"x".repeat(30)}2${"y".repeat(30)}…`);
});

Deno.test("textDifference() shows a few lines of many", () => {
  const many = Array.from({ length: 20 }, (_, i) => `${i}`).join("\n");
  assertEquals(textDifference("a", many, 2).slice(-3), ["+ 0", "+ 1", "+ … 18 more lines"]);
});

Deno.test("jsonDifference() finds changed, missing and added values", () => {
  assertEquals(jsonDifference({ a: [1, { b: 2 }], c: 3 }, { a: [1, { b: 4 }], d: null }), [
    ".a[1].b: - 2 + 4",
    ".c: - 3 + nothing",
    ".d: - nothing + null",
  ]);
  assertEquals(jsonDifference([1], { 0: 1 }), ['value: - [1] + {"0":1}']);
  assertEquals(jsonDifference({ a: 1 }, { a: 1 }), []);
});
