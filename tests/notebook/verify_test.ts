import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { jsonDifference } from "../../src/notebook/_json_difference.ts";
import { textDifference } from "../../src/notebook/_text_difference.ts";
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
  const found = ["1, output 1, stdout: line 1:   a - 3.241592653589793 + 3.141592653589793"];
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
    assertEquals(differences, [{ cell: 1, index: 0, what: "outputs", lines }]);
  });
});

Deno.test("a failing cell is a failure, and the cells before it are compared", async () => {
  await withNotebooks({ n: ["1", "throw new Error('x')"] }, async (folder) => {
    const { differences, failure } = await verifyNotebook(`${folder}/n.ipynb`);
    assertEquals([failure?.cell, differences.map(({ cell }) => cell)], [2, [1]]);
  });
});

Deno.test("textDifference() shows each change with the lines around it", () => {
  assertEquals(textDifference("a\nb\nc\n", "a\nx\nc\n"), ["line 1:", "  a", "- b", "+ x", "  c"]);
  assertEquals(textDifference("a\nc", "a\nb\nc"), ["line 1:", "  a", "+ b", "  c"]);
  assertEquals(textDifference("a\nb", "a"), ["line 1:", "  a", "- b"]);
  assertEquals(textDifference("a", "b"), ["- a", "+ b"]);
  assertEquals(textDifference("a\n", "a"), ["the last line end differs"]);
  assertEquals(textDifference("a\n", "a\n"), []);
});

Deno.test("textDifference() leaves out what is the same between two changes", () => {
  const many = (first: string, last: string) =>
    [first, ...Array.from({ length: 30 }, (_, i) => `${i}`), last].join("\n");
  assertEquals(textDifference(many("a", "b"), many("x", "y")), [
    ...["line 1:", "- a", "+ x", "  0", "  1"],
    ...["line 30:", "  28", "  29", "- b", "+ y"],
  ]);
});

Deno.test("textDifference() of texts that have nothing in common is short and quick", () => {
  const text = (word: string) => Array.from({ length: 50_000 }, (_, i) => `${word}${i}`).join("\n");
  const found = textDifference(text("a"), text("b"));
  assertEquals(found.slice(0, 2), ["line 1:", "- a0"]);
  assertEquals([found.length, found.at(-1)], [19, "+ … 49992 more lines"]);
});

Deno.test("textDifference() cuts long lines around the change", () => {
  const line = (digit: number) => "x".repeat(500) + digit + "y".repeat(500);
  const [minus, plus] = textDifference(line(1), line(2));
  assertEquals(minus, `- …${"x".repeat(30)}1${"y".repeat(30)}…`);
  assertEquals(plus, `+ …${"x".repeat(30)}2${"y".repeat(30)}…`);
});

Deno.test("textDifference() shows a few lines of many", () => {
  const many = Array.from({ length: 20 }, (_, i) => `${i}`).join("\n");
  assertEquals(textDifference("a", many).slice(-2), ["+ 7", "+ … 12 more lines"]);
  assertEquals(textDifference("a", many, 3), ["line 1:", "- a", "+ 0", "… 8 more lines"]);
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

/** Verifies one cell whose stored text is given; the lines of the differences. */
async function verifyText(
  source: string,
  stored: string,
  options: { tags?: string[]; sanitize?: string } = {},
) {
  const output = { output_type: "stream", name: "stdout", text: stored };
  return await withNotebooks({ n: [code(source, [output], options.tags)] }, async (folder) => {
    const sanitize = options.sanitize === undefined ? undefined : `${folder}/sanitize.cfg`;
    if (sanitize) await Deno.writeTextFile(sanitize, options.sanitize!);
    const { differences } = await verifyNotebook(`${folder}/n.ipynb`, { sanitize });
    return differences.flatMap(({ what, lines }) => [what, ...lines]);
  });
}

Deno.test("colours make no difference, wherever the kernel put them", async () => {
  const coloured = [{
    output_type: "execute_result",
    data: { "text/plain": ["{ a: \u001b[33m1\u001b[39m }"] },
    metadata: {},
    execution_count: 1,
  }];
  await withNotebooks({ n: [code("({ a: 1 })", coloured)] }, async (folder) => {
    assertEquals((await verifyNotebook(`${folder}/n.ipynb`)).differences, []);
  });
  assertEquals(await verifyText("console.log('%cred', 'color: red')", "red\n"), []);
});

Deno.test("patterns are replaced before comparing, as nbval has them", async () => {
  const sanitize = `# a comment
[dates]
regex: (?P<year>\\d{4})-\\d\\d-\\d\\d
replace: DATE

[seconds]
regex = \\b(\\d+)\\.\\d+ s
replace = \\1 s
`;
  const source = "console.log('2026-01-02: 3.25 s')";
  assertEquals(await verifyText(source, "2025-12-31: 3.75 s\n", { sanitize }), []);
  const [what, ...lines] = await verifyText(source, "2025-12-31: 4.75 s\n", { sanitize });
  assertEquals([what, ...lines], ["output 1, stdout", "- DATE: 4 s", "+ DATE: 3 s"]);
});

Deno.test("a file of patterns that is none is an error that names the section", async () => {
  const broken = "[a]\nregex: (\nreplace: x";
  const error = await assertRejects(() => verifyText("1", "", { sanitize: broken }), SyntaxError);
  assertStringIncludes((error as Error).message, "sanitize.cfg: [a]");
  const missing = () => verifyText("1", "", { sanitize: "[b]\nregex: x" });
  await assertRejects(missing, SyntaxError, "must have the fields regex and replace");
});

Deno.test("tags say what of a cell is compared", async () => {
  const source = "console.log('x', 1.0000000001)";
  assertEquals(await verifyText(source, "x 1\n", { tags: ["verify-tolerance=1e-9"] }), []);
  assertEquals((await verifyText(source, "x 1\n", { tags: ["verify-tolerance=1e-11"] })).length, 3);
  assertEquals((await verifyText(source, "y 1\n", { tags: ["verify-tolerance=1e-9"] })).length, 3);
  assertEquals(await verifyText(source, "y\n", { tags: ["verify-lax"] }), []);
  assertEquals((await verifyText("1", "y\n", { tags: ["verify-lax"] })).at(0), "outputs");
  assertEquals(await verifyText("1; undefined", "y\n", { tags: ["verify-ignore-stdout"] }), []);
  assertEquals(await verifyText(source, "y\n", { tags: ["nbval-ignore-output"] }), []);
  const wrong = () => verifyText(source, "x 1\n", { tags: ["verify-tolerance=much"] });
  await assertRejects(wrong, RangeError, "current value is much");
});
