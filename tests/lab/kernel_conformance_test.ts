import { assertEquals, assertMatch } from "@std/assert";
import { jupyter } from "./_environment.ts";
import { notebookOf } from "./_ipynb.ts";
import { type Home, makeHome, runJupyter } from "./_jupyter.ts";
import { installOwnKernel, ownKernel } from "./_own_kernel.ts";
import { tethered } from "./_processes.ts";

/** How often the protocol's own tests are run, and how many cells are executed. */
const runs = Number(Deno.env.get("LAB_RUNS") ?? 1);
const cells = Number(Deno.env.get("LAB_CELLS") ?? 200);

/** All thirteen tests of `jupyter_kernel_test`, with samples for each. */
const conformance = `
import unittest
import jupyter_kernel_test as jkt

class Kernel(jkt.KernelTests):
    kernel_name = "actbook"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('bad')"
    completion_samples = [
        {"text": "cons"},
        {"text": "Math.sq", "matches": {"sqrt"}},
        {"text": "'abc'.toUpp", "matches": {"toUpperCase"}},
        {"text": "[1,2].fin", "matches": {"find", "findIndex", "findLast", "findLastIndex"}},
    ]
    complete_code_samples = ["const a = 1", "function f() {\\n return 1\\n}", "\`a\${1}b\`",
                             "/[(]/.test('(')", "const s = '(';", "type A<T> = T extends string ? 1 : 2;"]
    incomplete_code_samples = ["function f() {", "[1,2", "const a =", "\`abc", "/* abc", "class A {", "1 +"]
    invalid_code_samples = ["let 1a = 3;", "const = 5", "a b c", "}", "foo(]", "var x = = 1"]
    code_page_something = "?Math.max"
    code_generate_error = "throw new TypeError('boom')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"}, {"code": "'a' + 'b'", "result": '"ab"'},
        {"code": "await Promise.resolve(5)", "result": "5"}, {"code": "NaN", "result": "NaN"},
        {"code": "-0", "result": "-0"}, {"code": "null", "result": "null"},
        {"code": "1n", "result": "1n"}, {"code": "Symbol('s')", "result": "Symbol(s)"},
    ]
    code_display_data = [
        {"code": "await Deno.jupyter.display(Deno.jupyter.html\`<b>x</b>\`)", "mime": "text/html"},
        {"code": "await Deno.jupyter.display(Deno.jupyter.md\`# x\`)", "mime": "text/markdown"},
        {"code": "await Deno.jupyter.display(Deno.jupyter.svg\`<svg/>\`)", "mime": "image/svg+xml"},
    ]
    code_history_pattern = "6 ?*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "await Deno.jupyter.broadcast('clear_output', { wait: false })"

class Welcome(jkt.IopubWelcomeTests):
    kernel_name = "actbook"
    support_iopub_welcome = True

del jkt.KernelTests, jkt.IopubWelcomeTests
if __name__ == "__main__":
    unittest.main()
`;

async function python(home: Home, program: string): Promise<{ success: boolean; text: string }> {
  const { success, stderr } = await tethered(`${await jupyter()}/python`, ["-c", program], {
    cwd: home.folder, // the repository's deno.json excludes the other, and then there are no types
    env: { ...home.env, ACTBOOK_HISTORY: `${home.folder}/history.jsonl` },
    clearEnv: true,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  return { success, text: new TextDecoder().decode(stderr) };
}

Deno.test("the kernel passes the protocol's own tests, all thirteen", async () => {
  await using home = await makeHome();
  await installOwnKernel(home);
  for (let run = 1; run <= runs; run++) {
    const { success, text } = await python(home, conformance);
    assertEquals(success, true, text);
    assertMatch(text, /^Ran 13 tests/m);
    assertEquals(/skipped/.test(text), false, text);
  }
});

Deno.test("nbconvert on our kernel loses no output and files none under another cell", async () => {
  await using home = await makeHome();
  await installOwnKernel(home);
  const awaited = (i: number) =>
    `console.log("L${i}"); await new Promise((r) => setTimeout(r, 1)); ${i}`;
  const sources = Array.from(
    { length: cells },
    (_, i) => i % 2 ? awaited(i) : `console.log("L${i}"); ${i}`,
  );
  const notebook = notebookOf(sources.map((code) => ({ code })), ownKernel);
  await Deno.writeTextFile(`${home.notebooks}/n.ipynb`, notebook);
  await runJupyter(home, [
    "nbconvert",
    "--execute",
    "--to",
    "notebook",
    "--output",
    "out.ipynb",
    "n.ipynb",
  ]);
  const out = JSON.parse(await Deno.readTextFile(`${home.notebooks}/out.ipynb`));
  const wrong: string[] = [];
  // deno-lint-ignore no-explicit-any
  out.cells.forEach(({ outputs }: any, i: number) => {
    const shown = outputs.map((each: { text?: string[]; data?: Record<string, string[]> }) =>
      [each.text ?? each.data?.["text/plain"]].flat().join("")
    );
    if (shown.join("|") !== `L${i}\n|${i}`) wrong.push(`${i}: ${JSON.stringify(shown)}`);
  });
  assertEquals(out.cells.length, cells);
  assertEquals(wrong, []);
});
