import { assert, assertEquals, assertStringIncludes } from "@std/assert";
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

Deno.test("export tells CI what failed: a file that is no notebook, a heading that is not there", async () => {
  await inFolder(async (folder) => {
    await notebook(folder, "a.ipynb", [{ type: "markdown", source: "# A\n\n[b](b.ipynb#None)" }]);
    await notebook(folder, "b.ipynb", [{ type: "markdown", source: "# B\n\n[a](a.ipynb#A)" }]);
    await Deno.writeTextFile(join(folder, "c.ipynb"), "{}");
    const [output, report] = [join(folder, "out"), join(folder, "report")];
    const args = ["export", folder, "--to", "md", "--output", output, "--check-links"];
    const reports = [
      "--report",
      `${report}.xml`,
      "--report",
      `${report}.json`,
      "--report",
      "github",
    ];
    const { code, text } = await actbook(...args, ...reports);
    assertEquals(code, 1);
    assertStringIncludes(text, "::error");
    const xml = await Deno.readTextFile(`${report}.xml`);
    assertStringIncludes(xml, 'tests="3" failures="2"');
    assertStringIncludes(xml, "dead link b.ipynb#None: there is no heading None");
    assertStringIncludes(xml, "it must be an object with the field nbformat");
    assertStringIncludes(await Deno.readTextFile(`${report}.json`), "there is no heading None");
    for (const name of ["a.md", "b.md"]) assert((await Deno.stat(join(output, name))).isFile);
  });
});

Deno.test("export says what is wrong with what it is given, and writes nothing", async () => {
  await inFolder(async (folder) => {
    const path = await notebook(folder, "a.ipynb", [{ type: "markdown", source: "# A" }]);
    const file = join(folder, "file");
    await Deno.writeTextFile(file, "mine");
    const wrong: readonly (readonly [string, ...string[]])[] = [
      ["there is no such file or folder", join(folder, "none.ipynb")],
      ["Cannot read", file],
      ["Allowed choices are github, vitepress", path, "--to", "md", "--flavour", "word"],
      ["must be a folder that can be written to", path, "--to", "md", "--output", file],
      ["template must be a file that can be read", path, "--template", join(folder, "none.html")],
    ];
    for (const [message, ...args] of wrong) {
      const { code, text } = await actbook("export", ...args);
      assertEquals(code, 1, message);
      assertStringIncludes(text, message);
    }
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
    assertEquals(names, ["a.ipynb", "file"]);
    assertEquals(await Deno.readTextFile(file), "mine");
  });
});

Deno.test("export --execute runs the notebooks first and exports what they show", async () => {
  await inFolder(async (folder) => {
    const path = await notebook(folder, "a.ipynb", [{ source: "console.log(6 * 7)" }]);
    const { code } = await actbook("export", path, "--to", "md", "--execute");
    assertEquals(code, 0);
    assertStringIncludes(await Deno.readTextFile(join(folder, "a.md")), "```text\n42\n```");
  });
});
