import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { inFolder, notebook } from "../export/_notebook.ts";

/** Runs the command and gives its exit code with what it printed. */
async function actbook(...args: string[]): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "-A", "src/cli/mod.ts", ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
}

Deno.test("export writes a folder of notebooks, and fails for dead links if asked to", async () => {
  await inFolder(async (folder) => {
    await notebook(folder, "a.ipynb", [{ type: "markdown", source: "[b](b.ipynb) [c](c.ipynb)" }]);
    await notebook(folder, "b.ipynb", [{ type: "markdown", source: "# B" }]);
    const output = join(folder, "docs");
    const args = ["export", folder, "--to", "md", "--flavour", "vitepress", "--output", output];
    assertEquals((await actbook(...args)).code, 0);
    assertEquals(await Deno.readTextFile(join(output, "b.md")), "# B\n");
    const { code, text } = await actbook(...args, "--check-links");
    assertEquals(code, 1);
    assertStringIncludes(text, "dead link c.ipynb: there is no file");
  });
});

Deno.test("export refuses a format that it does not know", async () => {
  const { code, text } = await actbook("export", "x.ipynb", "--to", "docx");
  assertEquals(code, 1);
  assertStringIncludes(text, "Allowed choices are md, html, pdf, slides");
});
