import { assertEquals, assertStringIncludes } from "@std/assert";
import { code, notebookText, withNotebooks } from "../notebook/_notebooks.ts";
import { actbook, actbookArgs } from "./_actbook.ts";

const output = [{ output_type: "stream", name: "stdout", text: ["x\n"] }];
const cells = [code("1", output), code("2", output, ["keep-output"])];

Deno.test("strip --check tells which notebooks hold outputs, strip takes them out", async () => {
  await withNotebooks({ a: cells, b: ["1"] }, async (folder) => {
    const path = `${folder}/a.ipynb`;
    const checked = await actbook(["strip", "--check", folder]);
    assertEquals([checked.exit, checked.out], [1, `${path} holds outputs\n`]);
    assertEquals((await actbook(["strip", folder])).out, `${path}\n`);
    assertEquals((await actbook(["strip", "--check", folder])).exit, 0);
    const counts = JSON.parse(await Deno.readTextFile(path)).cells
      .map(({ outputs }: { outputs: unknown[] }) => outputs.length);
    assertEquals(counts, [0, 1]);
  });
});

Deno.test("strip is a filter from standard input, as Git wants one", async () => {
  await withNotebooks({ a: cells }, async (folder) => {
    const git = async (...args: string[]) => {
      const { success, stdout, stderr } = await new Deno.Command("git", {
        args: ["-c", "user.name=a", "-c", "user.email=a@b", ...args],
        cwd: folder,
      }).output();
      if (!success) throw new Error(new TextDecoder().decode(stderr));
      return new TextDecoder().decode(stdout);
    };
    const root = Deno.cwd();
    const entry = actbookArgs.map((arg) => arg.endsWith(".ts") ? `${root}/${arg}` : arg).join(" ");
    await git("init", "-q");
    await git("config", "filter.actbook.clean", `${Deno.execPath()} ${entry} strip`);
    await Deno.writeTextFile(`${folder}/.gitattributes`, "*.ipynb filter=actbook\n");
    await git("add", ".");
    const [, kept] = cells;
    const first = code("1") as Record<string, unknown>;
    const { id } = cells[0] as { id: string };
    assertEquals(await git("show", ":a.ipynb"), notebookText([{ ...first, id }, kept]));
    assertEquals((await Deno.readTextFile(`${folder}/a.ipynb`)).split('"x\\n"').length, 3);
  });
});

Deno.test("diff tells cells and outputs as a person reads them, with exit code 1", async () => {
  await withNotebooks({ a: cells, b: cells }, async (folder) => {
    const [a, b] = ["a", "b"].map((name) => `${folder}/${name}.ipynb`);
    assertEquals((await actbook(["diff", a, b])).exit, 0);
    const text = (await Deno.readTextFile(a)).replace('"source": "1"', '"source": "one"')
      .replace('"x\\n"', '"y\\n"');
    await Deno.writeTextFile(b, text);
    const { exit, out } = await actbook(["diff", a, b]);
    assertEquals(exit, 1);
    assertEquals(
      out,
      "cell 1 (code), source:\n    - 1\n    + one\ncell 1 (code), output 1, stdout:\n    - x\n    + y\n",
    );
    const { err } = await actbook(["diff", a, `${folder}/c.ipynb`]);
    assertStringIncludes(err, "c.ipynb");
  });
});
