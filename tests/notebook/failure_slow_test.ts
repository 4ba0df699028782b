import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { deathReason } from "../../src/notebook/_death.ts";
import { readNotebook } from "../../src/notebook/mod.ts";
import { actbook } from "../cli/_actbook.ts";
import { withNotebooks } from "./_notebooks.ts";
import { kernels, runCells } from "./_run.ts";

for (const kernel of kernels) {
  Deno.test(`${kernel}: a failure names the line that failed, as the source has it`, async () => {
    const cells = [
      "interface Point {\n  x: number;\n}\n\n// a comment\nconst p: Point =\n  { x: 1 };\n\nthrow new Error(`at ${p.x}`);",
    ];
    const { failure } = await runCells(cells, { kernel });
    assertEquals([failure!.lineNumber, failure!.line], [9, "throw new Error(`at ${p.x}`);"]);
  });

  Deno.test(`${kernel}: the line lies in a function if the cell holds it, else where it is called`, async () => {
    const f = "type A = string;\n\nfunction f(a: A): never {\n  throw new TypeError(a);\n}";
    const same = await runCells([`${f}\n\nf("x");`], { kernel });
    assertEquals([same.failure!.lineNumber, same.failure!.line], [4, "  throw new TypeError(a);"]);
    const other = await runCells([f, '\n\n// here\nf("x");'], { kernel });
    assertEquals([other.failure!.cell, other.failure!.line], [2, 'f("x");']);
    assert(other.failure!.traceback.some((line) => / at f /.test(line)));
  });

  Deno.test(`${kernel}: a syntax error names its line`, async () => {
    const { failure } = await runCells(["const a = 1;\n\nlet b = ;"], { kernel });
    assertEquals([failure!.lineNumber, failure!.line], [3, "let b = ;"]);
  });

  Deno.test(`${kernel}: a death by memory is called that`, async () => {
    const source = `console.log("before");
      const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5));`;
    await withNotebooks({ n: [source] }, async (folder) => {
      const env = { DENO_V8_FLAGS: "--max-old-space-size=100" };
      const { exit, err } = await actbook(["run", `${folder}/n.ipynb`, "--kernel", kernel], env);
      assertEquals(exit, 1);
      assertMatch(err, /memory/);
      if (kernel === "deno") {
        const { cells: [{ outputs }] } = await readNotebook(`${folder}/n.ipynb`);
        assertStringIncludes(JSON.stringify(outputs), '"text":"before\\n"');
      }
    });
  });

  Deno.test(`${kernel}: a magic of IPython is told what it is in Deno`, async () => {
    const magics = ["%%timeit\nf()", "!ls -la", "%cd ..", "!pip install x"];
    const words = ["performance.now", 'Deno.Command("ls"', "Deno.chdir", 'Deno.Command("pip"'];
    for (const [i, source] of magics.entries()) {
      const { failure } = await runCells([source], { kernel });
      assertStringIncludes(failure!.message, words[i]);
    }
    assertEquals((await runCells(["const done = 0;\n!done"], { kernel })).shown, [["true"]]);
    const { failure } = await runCells(["!undeclared\nother"], { kernel });
    assertStringIncludes(failure!.message, "undeclared");
  });
}

Deno.test("a broken deno.json is told with its causes", async () => {
  const prepare = (folder: string) => Deno.writeTextFile(`${folder}/deno.json`, "{ broken");
  const error = await runCells(["1"], {}, prepare).then(() => undefined, (error) => error);
  assertStringIncludes(error.message, "deno.json");
  assertStringIncludes(error.message, "Caused by:");
});

Deno.test("deathReason() tells the last lines from the error on, without stacks", () => {
  const log = "Download npm:x\nerror: Failed reading\n\nCaused by:\n    no such file\n" +
    "Stack backtrace:\n   0: <unknown>\n";
  assertEquals(
    deathReason(1, log),
    "The kernel ended on its own, with exit code 1: error: Failed reading\nCaused by:\n    no such file",
  );
  assertEquals(
    deathReason(133, "# Fatal JavaScript out of memory: Reached heap limit\n#\n"),
    "The kernel ended on its own, with exit code 133: " +
      "out of memory",
  );
  assertEquals(deathReason(3, "Warning unstable"), "The kernel ended on its own, with exit code 3");
});
