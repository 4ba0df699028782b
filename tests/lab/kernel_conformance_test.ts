import { assertEquals, assertMatch } from "@std/assert";
import { jupyter } from "./_environment.ts";
import { type Home, makeHome } from "./_jupyter.ts";
import { installOwnKernel } from "./_own_kernel.ts";
import { tethered } from "./_processes.ts";

/** How often the protocol's own tests are run. */
const runs = Number(Deno.env.get("LAB_RUNS") ?? 1);

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
