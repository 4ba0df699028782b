import { assertEquals, assertStringIncludes } from "@std/assert";
import { actbook as run, spawn, table } from "./_actbook.ts";
import { alive, code, names, withNotebooks } from "../notebook/_notebooks.ts";

const decoder = new TextDecoder();
const actbook = (...args: string[]) => run(args);

Deno.test("--help and --version explain the command", async () => {
  const help = await actbook("--help");
  assertEquals(help.exit, 0);
  for (const word of ["run", "verify", "check", "Examples:", "exit code"]) {
    assertStringIncludes(help.out, word);
  }
  const version = JSON.parse(await Deno.readTextFile("deno.json")).version;
  assertEquals((await actbook("--version")).out, `${version}\n`);
  assertStringIncludes((await actbook("verify", "--help")).out, "skip-verify");
});

Deno.test("wrong arguments are refused with exit code 1", async () => {
  for (
    const [args, message] of [
      [["run"], "missing required argument"],
      [["run", "x", "--jobs", "0"], "whole number above 0"],
      [["run", "x", "--timeout", "soon"], "number of seconds above 0"],
      [["run", "nowhere.ipynb"], "Cannot find nowhere.ipynb"],
      [["fly"], "unknown command"],
    ] as const
  ) {
    const { exit, err } = await actbook(...args);
    assertEquals(exit, 1);
    assertStringIncludes(err, message);
  }
});

Deno.test("run: troubles are told apart, and the other notebooks run", async () => {
  const notebooks = {
    a: ["1"],
    b: ["1", "\nlet x = ;"],
    c: ["Deno.exit(3)"],
    e: ["console.log(2)"],
  };
  await withNotebooks(notebooks, async (folder) => {
    await Deno.writeTextFile(`${folder}/d.ipynb`, "not a notebook");
    const { exit, out, err } = await actbook("run", folder);
    assertEquals(exit, 1);
    assertEquals(table(out), [
      "notebook cells outputs seconds result",
      `${folder}/a.ipynb 1 1 0.0 ok`,
      `${folder}/b.ipynb 2 2 0.0 failed in cell 2`,
      `${folder}/c.ipynb 1 1 0.0 failed in cell 1`,
      `${folder}/d.ipynb - - 0.0 failed`,
      `${folder}/e.ipynb 1 1 0.0 ok`,
    ]);
    assertStringIncludes(out, `Open ${folder} in JupyterLab or VS Code`);
    assertStringIncludes(err, `${folder}/b.ipynb, cell 2: SyntaxError: `);
    assertStringIncludes(err, "\n    line 2: let x = ;\n");
    assertStringIncludes(err, "exit code 3");
    assertStringIncludes(err, `Cannot read ${folder}/d.ipynb as a notebook`);
    assertEquals(err.includes("\x1b"), false);
    assertEquals(names(folder), ["a", "b", "c", "d", "e"].map((name) => `${name}.ipynb`));
  });
});

Deno.test("a shell that forces colours gets no colours into outputs and messages", async () => {
  await withNotebooks({ a: ["({ a: 1 })", "\nlet x = ;"] }, async (folder) => {
    const child = spawn(["run", folder], { FORCE_COLOR: "1" });
    const { stderr } = await child.output();
    assertStringIncludes(decoder.decode(stderr), "cell 2: SyntaxError: ");
    const text = await Deno.readTextFile(`${folder}/a.ipynb`);
    assertStringIncludes(text, '"{ a: 1 }"');
  });
});

Deno.test("run --timeout stops a cell", async () => {
  await withNotebooks({ a: ["await new Promise(() => {})"] }, async (folder) => {
    const { exit, err } = await actbook("run", folder, "--timeout", "1.5");
    assertEquals(exit, 1);
    assertStringIncludes(err, "a.ipynb, cell 1: The cell ran longer than 1.5 s and was stopped");
  });
});

Deno.test("run --output leaves the notebooks and keeps their folders", async () => {
  await withNotebooks({ a: ["1"], b: ["2"] }, async (folder) => {
    const before = await Deno.readTextFile(`${folder}/a.ipynb`);
    assertEquals((await actbook("run", folder, "--output", `${folder}/out`)).exit, 0);
    assertEquals(names(`${folder}/out`), ["a.ipynb", "b.ipynb"]);
    assertEquals(await Deno.readTextFile(`${folder}/a.ipynb`), before);
    const { exit, err } = await actbook("run", folder, "--output", `${folder}/one.ipynb`);
    assertEquals(exit, 1);
    assertStringIncludes(err, "output must be a folder");
  });
});

Deno.test("run refuses a folder it cannot write to", async () => {
  await withNotebooks({ a: ["1"] }, async (folder) => {
    const { exit, err } = await actbook("run", folder, "--output", `${folder}/a.ipynb/out`);
    assertEquals(exit, 1);
    assertStringIncludes(err, `Cannot write ${folder}/a.ipynb/out/a.ipynb: `);
  });
});

Deno.test("verify passes after run, and shows a changed digit", async () => {
  await withNotebooks(
    { a: ["Math.PI", code("Date.now()", [], ["skip-verify"])] },
    async (folder) => {
      const path = `${folder}/a.ipynb`;
      assertEquals((await actbook("run", path)).exit, 0);
      assertEquals((await actbook("verify", path)).exit, 0);
      await Deno.writeTextFile(path, (await Deno.readTextFile(path)).replace("3.14", "3.15"));
      const { exit, out, err } = await actbook("verify", path);
      assertEquals([exit, table(out)[1]], [1, `${path} 2 2 0.0 1 difference`]);
      assertStringIncludes(err, `${path}, cell 1, output 1, text/plain:`);
      assertStringIncludes(err, "    - 3.151592653589793\n    + 3.141592653589793\n");
    },
  );
});

Deno.test("check gives notebook, cell and line", async () => {
  await withNotebooks(
    { a: ["const x = 1;"], b: ["1", "\nconst s: string = 1;"] },
    async (folder) => {
      const { exit, out, err } = await actbook("check", folder);
      assertEquals([exit, table(out)[2]], [1, `${folder}/b.ipynb 2 - 0.0 1 problem`]);
      assertStringIncludes(err, `${folder}/b.ipynb, cell 2, line 2:7: Type 'number' is not`);
    },
  );
});

for (const [signal, exit] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
  Deno.test(`${signal} leaves no kernel, no temporary file and the notebook as it was`, async () => {
    const cell = 'Deno.writeTextFileSync("pid", `${Deno.pid}\\n`); await new Promise(() => {});';
    await withNotebooks({ a: [cell] }, async (folder) => {
      const before = await Deno.readTextFile(`${folder}/a.ipynb`);
      const child = spawn(["run", folder]);
      let pid = "";
      while (!pid.endsWith("\n")) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        pid = await Deno.readTextFile(`${folder}/pid`).catch(() => "");
      }
      assertEquals(alive(Number(pid)), true);
      child.kill(signal);
      const { code, stderr } = await child.output();
      assertEquals(code, exit);
      assertStringIncludes(decoder.decode(stderr), `stopped by ${signal}`);
      assertEquals(alive(Number(pid)), false);
      assertEquals(names(folder), ["a.ipynb", "pid"]);
      assertEquals(await Deno.readTextFile(`${folder}/a.ipynb`), before);
    });
  });
}
