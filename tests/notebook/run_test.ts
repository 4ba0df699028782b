import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  type ErrorOutput,
  readNotebook,
  runNotebook,
  type RunNotebookOptions,
} from "../../src/notebook/mod.ts";
import { alive, code, names, withNotebooks } from "./_notebooks.ts";

/** Seconds no cell comes near to, however slow the machine. */
const timeout = 300;

/** Runs a notebook of these cells; gives each cell's outputs as short texts, and the failure. */
async function run(cells: (string | unknown)[], options: RunNotebookOptions = { timeout }) {
  return await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    const { failure } = await runNotebook(path, options);
    const { cells } = await readNotebook(path);
    const shown = cells.map(({ outputs }) =>
      outputs.map((output) => {
        if (output.output_type === "stream") return `${output.name}: ${output.text}`;
        if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
        return String(output.data["text/plain"]);
      })
    );
    assertEquals(names(folder), ["n.ipynb"]);
    return { shown, failure, cells };
  });
}

const awaiting = (i: number) => `await new Promise((r) => setTimeout(r, 1)); ${i}`;

Deno.test("every awaited result stays in its own cell", async () => {
  const { shown, failure } = await run(Array.from({ length: 60 }, (_, i) => awaiting(i)));
  assertEquals(failure, undefined);
  assertEquals(shown, Array.from({ length: 60 }, (_, i) => [`${i}`]));
});

Deno.test("text, display and result of one cell come in order and stay in it", async () => {
  const source = (i: number) =>
    `console.log("a${i}"); console.error("b${i}");
     await Deno.jupyter.broadcast("display_data", { data: { "text/plain": "c${i}" }, metadata: {} });
     console.log("d${i}"); ${i}`;
  const { shown } = await run(Array.from({ length: 20 }, (_, i) => source(i)));
  const expected = (i: number) => [
    `stdout: a${i}\n`,
    `stderr: b${i}\n`,
    `c${i}`,
    `stdout: d${i}\n`,
    `${i}`,
  ];
  assertEquals(shown, Array.from({ length: 20 }, (_, i) => expected(i)));
});

Deno.test("an output of five megabytes arrives whole, in its cell", async () => {
  const { shown } = await run(['console.log("x".repeat(5e6))', "1"]);
  assertEquals(shown[0][0].length, "stdout: ".length + 5e6 + 1);
  assertEquals(shown.map(({ length }) => length), [1, 1]);
});

Deno.test("display_id updates and clear_output reach back", async () => {
  const display = (type: string, text: string) =>
    `await Deno.jupyter.broadcast("${type}", { data: { "text/plain": "${text}" }, metadata: {},
      transient: { display_id: "p" } });`;
  const { shown } = await run([
    display("display_data", "0 %"),
    display("update_display_data", "100 %"),
    'console.log("old"); await Deno.jupyter.broadcast("clear_output", { wait: true }); "new"',
  ]);
  assertEquals(shown, [["100 %"], [], ['"new"']]);
});

Deno.test("cells share names, may declare them again, and may await", async () => {
  const { shown } = await run(["const x = await Promise.resolve(1);", "const x = 2;", "x + 1"]);
  assertEquals(shown, [[], [], ["3"]]);
});

const stale = [{ output_type: "stream", name: "stdout", text: "stale" }];
const failing = ["1", "// first\nthrow new TypeError('no good');", code("3", stale)];

Deno.test("a failing cell ends the notebook; what was not reached keeps what it showed", async () => {
  const { shown, failure, cells } = await run(failing);
  assertEquals(shown, [["1"], ["TypeError: no good"], ["stdout: stale"]]);
  const { cell, lineNumber, line, message, traceback } = failure!;
  assertEquals([cell, lineNumber, message], [2, 2, "TypeError: no good"]);
  assertEquals(line, "throw new TypeError('no good');");
  assertEquals(traceback, ["    at <anonymous>:2:7"]);
  assertEquals(cells.map(({ executionCount }) => executionCount), [1, 2, null]);
});

Deno.test("onError clear leaves nothing older than the run", async () => {
  const { shown } = await run(failing, { timeout, onError: "clear" });
  assertEquals(shown, [["1"], ["TypeError: no good"], []]);
});

Deno.test("a cell tagged raises-exception may fail", async () => {
  const { shown, failure } = await run([
    code("throw new Error('x')", [], ["raises-exception"]),
    "2",
  ]);
  assertEquals(failure, undefined);
  assertEquals(shown, [["Error: x"], ["2"]]);
});

Deno.test("a syntax error is recorded, which the kernel does not do", async () => {
  const { cells, failure } = await run(["const a = 1;\nlet x = ;"]);
  const [output] = cells[0].outputs as ErrorOutput[];
  assertEquals(output.ename, "SyntaxError");
  assertStringIncludes(
    output.traceback.join("\n"),
    "let x = ;\n            ^\n    at <anonymous>:2:9",
  );
  assertStringIncludes(failure!.message, "SyntaxError: ");
});

Deno.test("a package that cannot be had is named, which the kernel does not do", async () => {
  const missing = "npm:commander@15.1.0/no-such-file.js";
  const { cells, failure } = await run([`import "${missing}";`]);
  assertEquals(cells[0].outputs.length, 1);
  assertStringIncludes(failure!.message, "no-such-file");
});

Deno.test("a missing module is named by its path from the notebook", async () => {
  const { cells } = await run(['import { x } from "./missing.ts";']);
  const [output] = cells[0].outputs as ErrorOutput[];
  assertEquals(output.evalue, 'Module not found "./missing.ts".');
  assertEquals(output.traceback.join("\n").includes("file:///"), false);
});

Deno.test("an unhandled rejection fails the cell, which the kernel swallows", async () => {
  const { shown, failure } = await run(["Promise.reject(new RangeError('lost')); 3", "4"]);
  assertEquals(shown, [["3", "RangeError: lost"], []]);
  assertEquals(failure?.cell, 1);
});

Deno.test("an exception in a timer fails the cell, where the kernel would hang", async () => {
  const { shown, failure } = await run([
    "setTimeout(() => { throw new Error('late'); }, 1); await new Promise((r) => setTimeout(r, 50));",
  ]);
  assertEquals(shown, [["Error: late"]]);
  assertEquals(failure?.message, "Error: late");
});

Deno.test("a thrown value that is no Error has a traceback to show", async () => {
  const { cells } = await run(["throw 5"]);
  assertEquals((cells[0].outputs[0] as ErrorOutput).traceback, ["Error: 5"]);
});

Deno.test("Deno.exit in a cell is a failure that names the exit code", async () => {
  const { shown, failure } = await run(["1", "Deno.exit(3)", "2"]);
  assertEquals(shown[0], ["1"]);
  assertEquals(shown[1], ["KernelDiedError: The kernel ended on its own, with exit code 3"]);
  assertEquals(failure?.cell, 2);
});

for (const endless of ["await new Promise(() => {})", "for (;;);"]) {
  Deno.test(`a cell past its time limit is stopped: ${endless}`, async () => {
    const { shown, failure } = await run([`console.log(0); ${endless}`], { timeout: 2 });
    assertEquals(failure?.cell, 1);
    assertEquals(shown[0].at(-1), "CellTimeoutError: The cell ran longer than 2 s and was stopped");
  });
}

Deno.test("no kernel is left after a run", async () => {
  const { shown } = await run(["Deno.pid"]);
  assertEquals(alive(Number(shown[0][0])), false);
});

Deno.test("aborting stops the kernel and leaves the file as it was", async () => {
  await withNotebooks({ n: ["1", "await new Promise(() => {})"] }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    const before = await Deno.readTextFile(path);
    const controller = new AbortController();
    const onCell = (cell: number) => cell === 2 && controller.abort(new Error("enough"));
    const running = runNotebook(path, { signal: controller.signal, onCell });
    await assertRejects(() => running, Error, "enough");
    assertEquals(await Deno.readTextFile(path), before);
    assertEquals(names(folder), ["n.ipynb"]);
  });
});

Deno.test("a second run leaves the same bytes", async () => {
  const cells = ["console.log(Math.PI)", "({ a: [1, 2] })", awaiting(3), "throw new Error('e')"];
  await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    await runNotebook(path, { timeout });
    const first = await Deno.readTextFile(path);
    await runNotebook(path, { timeout });
    assertEquals(await Deno.readTextFile(path), first);
  });
});

Deno.test("cells run in the notebook's folder, with its imports and without colours", async () => {
  await withNotebooks(
    { n: ['import { x } from "./x.ts"; x', "({ a: 1 })", "Deno.cwd()"] },
    async (folder) => {
      await Deno.writeTextFile(`${folder}/x.ts`, "export const x: number = 7;");
      const path = `${folder}/n.ipynb`, output = `${folder}/deep/out.ipynb`;
      await runNotebook(path, { timeout, output });
      const { cells } = await readNotebook(output);
      const plain = cells.map(({ outputs: [output] }) =>
        "data" in output ? output.data["text/plain"] : undefined
      );
      assertEquals(plain, ["7", "{ a: 1 }", JSON.stringify(await Deno.realPath(folder))]);
      assertEquals((await readNotebook(path)).cells[0].outputs, []);
    },
  );
});

Deno.test("a file that cannot be written is refused before any cell runs", async () => {
  await withNotebooks({ n: ["1"] }, async (folder) => {
    let ran = 0;
    const output = `${folder}/n.ipynb/out.ipynb`;
    const running = runNotebook(`${folder}/n.ipynb`, { output, onCell: () => ran++ });
    const error = await assertRejects(() => running, Error, "Cannot write ");
    assert((error as Error).message.includes(output));
    assertEquals(ran, 0);
  });
});

Deno.test("writing through a link keeps the link", async () => {
  await withNotebooks({ n: ["1"] }, async (folder) => {
    await Deno.symlink(`${folder}/n.ipynb`, `${folder}/link.ipynb`);
    await runNotebook(`${folder}/link.ipynb`, { timeout });
    assertEquals((await Deno.lstat(`${folder}/link.ipynb`)).isSymlink, true);
    assertEquals((await readNotebook(`${folder}/n.ipynb`)).cells[0].outputs.length, 1);
  });
});
