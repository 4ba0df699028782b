import { assertEquals } from "@std/assert";
import { findNotebooks, readNotebook } from "@actbook/actbook/notebook";

/** What `deno fmt` makes of a text; notebooks it would rewrite as a whole, so cells go one by one. */
async function formatted(code: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "-q", "--no-config", "--ext", "ts", "--line-width", "100", "-"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(code));
  await writer.close();
  return new TextDecoder().decode((await child.output()).stdout);
}

Deno.test("the code cells of every notebook are formatted", async () => {
  for (const { path } of await findNotebooks(["notebooks"])) {
    const { cells } = await readNotebook(path);
    const code = cells.filter(({ type }) => type === "code");
    // A comment on either side keeps the cells apart, whatever they end with.
    const text = code.map(({ number, source }) => `// [${number}]\n${source.trim()}\n`).join("\n");
    assertEquals((await formatted(text)).split("\n"), text.split("\n"), path);
  }
});
