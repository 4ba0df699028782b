import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { proseDigest, translateFolder, translateNotebook } from "@actbook/actbook/notebook";
import { code, notebookText } from "./_notebooks.ts";
import { actbook } from "../cli/_actbook.ts";

const markdown = (id: string, source: string) => ({
  cell_type: "markdown",
  id,
  metadata: {},
  source,
});
const cell = (id: string, source: string, outputs: unknown[] = []) => ({
  ...code(source, outputs) as object,
  id,
});

const head = "<!-- translates ../a.ipynb into zh-CN -->\n";
const piece = (id: string, of: string, text: string) =>
  `<!-- ${id} ${proseDigest(of)} -->\n\n${text}\n\n`;

const cells = [
  markdown("title", "# Squares"),
  cell("data", 'import data from "./data.json" with { type: "json" };\ndata'),
  markdown("end", "That is all."),
  cell("more", "1 + 1"),
];
const prose = head + piece("title", "# Squares", "# 平方") +
  piece("end", "That is all.", "就这些。");

Deno.test("a translation has the prose of its file and the code of the original", () => {
  const { text, problems } = translateNotebook(notebookText(cells), prose);
  const { cells: made, metadata } = JSON.parse(text);
  assertEquals(made.map(({ source }: { source: string }) => [source].flat().join("")), [
    "# 平方",
    'import data from "../data.json" with { type: "json" };\ndata',
    "就这些。",
    "1 + 1",
  ]);
  assertEquals(metadata.actbook, { language: "zh-CN", translates: "../a.ipynb" });
  assertEquals(metadata.kernelspec.name, "deno");
  assertEquals(problems, []);
});

Deno.test("outputs stay where the code did, and no others are taken over", () => {
  const output = { output_type: "stream", name: "stdout", text: ["2\n"] };
  const ran = [...cells.slice(0, 3), cell("more", "1 + 1", [output])];
  const before = notebookText([cell("more", "1 + 1", [output]), cell("data", "old", [output])]);
  const made = translateNotebook(notebookText(ran), prose, { before });
  const outputs = JSON.parse(made.text).cells.map((cell: { outputs?: unknown[] }) => cell.outputs);
  assertEquals(outputs, [undefined, [], undefined, [output]]);
  const again = translateNotebook(notebookText(ran), prose, { before: made.text });
  assertEquals(again.text, made.text);
  const fresh = JSON.parse(translateNotebook(notebookText(ran), prose).text);
  assertEquals(fresh.cells[3].outputs, []);
});

Deno.test("what is imported first comes before the first code cell, and is in no built page", () => {
  const { text } = translateNotebook(notebookText(cells), prose, { setup: "./texts.ts" });
  const [, setup] = JSON.parse(text).cells;
  assertEquals(setup.source, ['import * as language from "./texts.ts";']);
  assertEquals(setup.metadata.tags, ["remove-cell"]);
});

Deno.test("what is missing, stale or orphaned is told, and what there is stands", () => {
  const changed = [markdown("title", "# Cubes"), markdown("new", "New."), cells[1]];
  const { text, problems } = translateNotebook(notebookText(changed), prose);
  assertEquals(problems, [
    { kind: "stale", id: "title", digest: proseDigest("# Cubes") },
    { kind: "missing", id: "new", digest: proseDigest("New.") },
    { kind: "orphaned", id: "end" },
  ]);
  const sources = JSON.parse(text).cells.map(({ source }: { source: string[] }) => source);
  assertEquals(sources.slice(0, 2), [["# 平方"], ["New."]]);
});

Deno.test("prose that says nothing of its original, or has a cell twice, is refused", () => {
  const original = notebookText(cells);
  assertThrows(() => translateNotebook(original, "# 平方"), SyntaxError, "translates");
  assertThrows(() => translateNotebook(original, prose + prose), SyntaxError, "title comes twice");
});

/** A folder with a notebook, a page, and translations of both. */
async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-test-" });
  try {
    await Deno.mkdir(`${folder}/zh`);
    await Deno.writeTextFile(`${folder}/a.ipynb`, notebookText(cells));
    await Deno.writeTextFile(`${folder}/README.md`, "Words.\n\n# A page\n\nMore.\n");
    await Deno.writeTextFile(`${folder}/zh/a.md`, prose);
    await Deno.writeTextFile(
      `${folder}/zh/README.md`,
      "<!-- translates ../README.md into zh-CN -->\n" + piece("top", "Words.", "文字。") +
        piece("a-page", "# A page\n\nMore.", "# 一页"),
    );
    await use(`${folder}/zh`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a folder of translations is made once, and then is as it should be", async () => {
  await withFolder(async (folder) => {
    const notebook = `${folder}/a.ipynb`;
    assertEquals((await translateFolder(folder)).problems, [{ path: notebook, kind: "outdated" }]);
    const made = await translateFolder(folder, { write: true });
    assertEquals(made, { files: 2, changed: [notebook], problems: [] });
    assertEquals(await translateFolder(folder), { files: 2, changed: [], problems: [] });
  });
});

Deno.test("nothing in a folder of translations falls behind unnoticed", async () => {
  await withFolder(async (folder) => {
    await translateFolder(folder, { write: true });
    const kinds = async () =>
      (await translateFolder(folder)).problems.map(({ path, kind, id = "" }) =>
        `${path.slice(folder.length + 1)} ${kind} ${id}`.trim()
      );
    await Deno.writeTextFile(`${folder}/../README.md`, "Words.\n\n# A page\n\nOther.\n");
    await Deno.writeTextFile(`${folder}/../b.ipynb`, notebookText(cells));
    await Deno.writeTextFile(`${folder}/c.ipynb`, notebookText(cells));
    assertEquals(await kinds(), ["README.md stale a-page", "b.ipynb missing", "c.ipynb orphaned"]);
    const [title, data, end, more] = cells;
    await Deno.writeTextFile(`${folder}/../a.ipynb`, notebookText([title, data, end]));
    assertEquals((await kinds()).includes("a.ipynb outdated"), true);
    await Deno.writeTextFile(`${folder}/../a.ipynb`, notebookText([title, data, more]));
    assertEquals((await kinds()).includes("a.md orphaned end"), true);
    await Deno.remove(`${folder}/../a.ipynb`);
    assertEquals((await kinds()).includes("a.md orphaned"), true);
  });
});

Deno.test("translate says what to write, and its exit code whether anything is left to do", async () => {
  await withFolder(async (folder) => {
    const checked = await actbook(["translate", "--check", folder]);
    assertEquals(checked.exit, 1);
    assertStringIncludes(checked.out, "a.ipynb: not what is made of the original and the prose");
    assertEquals((await actbook(["translate", folder])).exit, 0);
    assertEquals((await actbook(["translate", "--check", folder])).exit, 0);
    await Deno.writeTextFile(`${folder}/../README.md`, "Words.\n\n# A page\n\nMore.\n\n## New\n");
    const told = await actbook(["translate", folder]);
    assertStringIncludes(
      told.out,
      `README.md: new: not translated; write <!-- new ${proseDigest("## New")} -->`,
    );
    assertEquals(told.exit, 1);
  });
});
