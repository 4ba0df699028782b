import { assertEquals, assertStringIncludes } from "@std/assert";
import { newProject } from "../../src/cli/_new_project.ts";
import { readNotebook } from "../../src/notebook/mod.ts";
import { walk } from "../_walk.ts";

const made = [".github/workflows/notebooks.yml", ".gitignore", "deno.json", "my-function.ipynb"];

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-test-" }));
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Starts Deno and gives its exit code and what it printed. */
async function deno(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

function actbookNew(folder: string) {
  return deno(".", "run", "--quiet", "--no-check", "-A", "src/cli/mod.ts", "new", folder);
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const path of walk(folder, "")) {
    files[path.slice(folder.length + 1)] = await Deno.readTextFile(path);
  }
  return files;
}

Deno.test("new: the notebook it makes runs, checks and verifies, by the tasks it makes", async () => {
  await inFolder(async (parent) => {
    const folder = `${parent}/deep/mine`;
    assertEquals((await actbookNew(folder)).code, 0);
    assertEquals(Object.keys(await filesIn(folder)).sort(), made);
    for (const task of ["notebooks", "check", "verify"]) {
      const { code, stdout, stderr } = await deno(folder, "task", task);
      assertEquals(code, 0, `${task}: ${stdout}${stderr}`);
      assertStringIncludes(stdout, "ok");
      assertEquals(stderr.includes("Warning"), false, stderr);
    }
    const { cells } = await readNotebook(`${folder}/my-function.ipynb`);
    const kinds = cells.flatMap(({ outputs }) => outputs)
      .map((output) => "data" in output ? Object.keys(output.data)[0] : output);
    assertEquals(kinds, ["application/vnd.vegalite.v5+json", "text/html"]);
  });
});

Deno.test("new: where one of its files is, it writes none and says so", async () => {
  for (const name of made) {
    await inFolder(async (folder) => {
      await Deno.mkdir(`${folder}/.github/workflows`, { recursive: true });
      await Deno.writeTextFile(`${folder}/${name}`, "mine");
      await Deno.writeTextFile(`${folder}/other.txt`, "mine too");
      const before = await filesIn(folder);
      const { code, stderr } = await actbookNew(folder);
      assertEquals(code, 1);
      assertStringIncludes(stderr, `there is ${name}`);
      assertEquals(await filesIn(folder), before);
    });
  }
});

Deno.test("new: a folder with other things in it gets the files, and keeps its own", async () => {
  await inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/other.txt`, "mine");
    assertEquals((await actbookNew(folder)).code, 0);
    const { "other.txt": other, ...rest } = await filesIn(folder);
    assertEquals(other, "mine");
    assertEquals(Object.keys(rest).sort(), made);
  });
});

Deno.test("new: a project of the package names it at its version, and needs no checkout", () => {
  const files = newProject({ version: "1.2.3" }, "2.9.6");
  const { imports, tasks, links } = JSON.parse(files["deno.json"]);
  assertEquals(imports, { "@actbook/actbook": "npm:@actbook/actbook@1.2.3" });
  assertEquals(tasks.verify.command, "deno run -A npm:@actbook/actbook@1.2.3 verify .");
  assertEquals(links, undefined);
  assertEquals(
    files[".github/workflows/notebooks.yml"],
    `name: notebooks
on: [push, pull_request]

jobs:
  notebooks:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npx -y deno@2.9.6 task check
      - run: npx -y deno@2.9.6 task verify
`,
  );
});
