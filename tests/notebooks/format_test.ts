import { assert, assertEquals } from "@std/assert";
import { findNotebooks, readNotebook } from "@actbook/actbook/notebook";
import { markdownPackages, type mdast } from "../../src/export/_packages.ts";

/** What fits beside a picture, in JupyterLab and in exported pages, without scrolling. */
const columns = 84;

/** What `deno fmt` makes of a text; notebooks it would rewrite as a whole, so cells go one by one. */
async function formatted(code: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "-q", "--no-config", "--ext", "ts", "--line-width", `${columns}`, "-"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(code));
  await writer.close();
  return new TextDecoder().decode((await child.output()).stdout);
}

Deno.test("the code cells of every notebook are formatted", async () => {
  for (const { path } of await findNotebooks(["notebooks"], { translations: false })) {
    const { cells } = await readNotebook(path);
    const code = cells.filter(({ type }) => type === "code");
    // A comment on either side keeps the cells apart, whatever they end with.
    const text = code.map(({ number, source }) => `// [${number}]\n${source.trim()}\n`).join("\n");
    assertEquals((await formatted(text)).split("\n"), text.split("\n"), path);
  }
});

Deno.test("no code cell is longer than ten lines, or wider than a page", async () => {
  for (const { path } of await findNotebooks(["notebooks"])) {
    for (const { type, source, id } of (await readNotebook(path)).cells) {
      if (type !== "code") continue;
      const lines = source.trimEnd().split("\n");
      assert(lines.length <= 10, `${path}, ${id}: ${lines.length} lines`);
      const widest = Math.max(...lines.map((line) => [...line].length));
      assert(widest <= columns, `${path}, ${id}: ${widest} columns`);
    }
  }
});

Deno.test("no formula stands in bold or in italics, which Sphinx cannot nest", async () => {
  const { unified, parse, gfm, math } = await markdownPackages();
  const reader = unified().use(parse).use(gfm).use(math);
  const nested = (text: string) => formulasIn(reader.parse(text) as mdast.Root, false);
  assertEquals(nested("**The $a$ of Mish** and *an $x$*, **not** $y$"), ["a", "x"]);
  for (const { path } of await findNotebooks(["notebooks", "notebooks/zh"])) {
    const { cells } = await readNotebook(path);
    const prose = cells.filter(({ type }) => type === "markdown");
    for (const { source, number } of prose) assertEquals(nested(source), [], `${path} ${number}`);
  }
});

/** The formulas below a node that stand in bold or in italics. */
function formulasIn(node: mdast.Root | mdast.RootContent, marked: boolean): string[] {
  if (marked && (node.type as string) === "inlineMath") return [(node as mdast.Text).value];
  if (!("children" in node)) return [];
  const below = marked || node.type === "strong" || node.type === "emphasis";
  return node.children.flatMap((child) => formulasIn(child, below));
}
