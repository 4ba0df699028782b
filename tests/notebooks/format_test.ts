import { assert, assertEquals } from "@std/assert";
import { findNotebooks, readNotebook } from "@actbook/actbook/notebook";

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
