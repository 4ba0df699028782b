import { assertEquals } from "@std/assert";
import { Readable, Writable } from "node:stream";
import { runConsole } from "../../src/kernel/console.ts";
import { History } from "../../src/kernel/mod.ts";

/** What the console shows for lines of input. */
async function consoled(lines: string[], history = History.open()): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-console-" });
  let text = "";
  try {
    await runConsole({
      cwd: folder,
      colours: false,
      banner: "banner",
      history,
      input: Readable.from(lines.map((line) => `${line}\n`)),
      output: new Writable({
        write(chunk, _, done) {
          text += chunk;
          done();
        },
      }),
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return text;
}

Deno.test("the console runs cells line by line and shows what they show", async () => {
  const history = History.open();
  const shown = await consoled([
    "const a: number = 1",
    "a + 1",
    "function f() {",
    "  return console.log('in f');",
    "}",
    "f()",
    "await Deno.jupyter.display(Deno.jupyter.html`<b>x</b>`)",
    "prompt('Who?')",
    "me",
    "[1,",
    "",
    "throw new RangeError('no')",
  ], history);
  assertEquals(
    shown,
    'banner\n2\nin f\n[text/html]\n"me"\n' +
      "SyntaxError: Unexpected token\n    at cell 7:2:1\n\n2 | \n  | ^\n" +
      "RangeError: no\n    at cell 8:1:7\n\n1 | throw new RangeError('no')\n  |       ^\n",
  );
  const codes = history.find({ hist_access_type: "tail" }).map(({ code }) => code);
  assertEquals(codes.slice(0, 3), [
    "const a: number = 1",
    "a + 1",
    "function f() {\n  return console.log('in f');\n}",
  ]);
});
