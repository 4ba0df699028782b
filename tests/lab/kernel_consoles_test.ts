import { assertEquals } from "@std/assert";
import { jupyter } from "./_environment.ts";
import { makeHome } from "./_jupyter.ts";
import { installOwnKernel } from "./_own_kernel.ts";
import { tethered } from "./_processes.ts";

/** Types into `jupyter console` and reads what it shows, as somebody at a terminal does. */
const session = `
import os, pexpect, sys
terminal = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
console = pexpect.spawn(sys.executable, ["-m", "jupyter_console", "--kernel", "actbook"],
                        env=terminal, encoding="utf8", timeout=300, dimensions=(40, 160))
console.logfile_read = sys.stderr

def type(text, *wanted):
    console.send(text)
    for each in wanted:
        console.expect(each)

prompt = "In .*%d.*]"
type("", "Actbook", prompt % 1)
type("const n: number = 6\\r", prompt % 2)
type("n * 7\\r", "Out", "42", prompt % 3)
type("throw new TypeError('boom')\\r", "TypeError: boom", prompt % 4)
type("prompt('Wh' + 'o?')\\r", "Who\\\\?")
type("zoe\\r", '"zoe"', prompt % 5)
type("console.log('lo' + 'op'); for (;;) {}\\r", "loop")
console.sendintr()
type("", "Interrupted", prompt % 6)
type("n + 1\\r", "Out", "7", prompt % 7)
# What was typed and what was added may come apart.
type("'abc'.toUpp\\t", "erCase")
type("()\\r", "ABC", prompt % 8)
console.sendeof()
type("", "exit")
type("y\\r", pexpect.EOF)
console.close()
print(console.exitstatus, end="")
`;

Deno.test("jupyter console shows values, errors and questions, completes, and interrupts", async () => {
  await using home = await makeHome();
  await installOwnKernel(home);
  const { stdout, stderr } = await tethered(`${await jupyter()}/python`, ["-c", session], {
    cwd: home.folder,
    env: { ...home.env, ACTBOOK_HISTORY: "off" },
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const text = new TextDecoder();
  assertEquals(text.decode(stdout), "0", text.decode(stderr));
});
