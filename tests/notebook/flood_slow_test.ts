import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { kernels, runCells } from "./_run.ts";

for (const kernel of kernels) {
  Deno.test(`${kernel}: a hundred thousand lines are all kept, in order`, async () => {
    const { shown } = await runCells([
      'for (let i = 0; i < 100_000; i++) console.log(i, "a line of some length"); "end"',
    ], { kernel });
    const lines = Array.from({ length: 100_000 }, (_, i) => `${i} a line of some length\n`).join(
      "",
    );
    assert(shown[0][0] === `stdout: ${lines}`, `${shown[0][0].length} characters`);
    assertEquals(shown[0].slice(1), ['"end"']);
  });

  Deno.test(`${kernel}: lines of both streams, some awaited, keep their order`, async () => {
    const { shown } = await runCells([
      `for (let i = 0; i < 3000; i++) {
         console.log("o" + i);
         if (i % 100 === 0) console.error("e" + i);
         if (i % 500 === 0) await 0;
       }`,
    ], { kernel });
    const text = shown[0].map((each) => each.replace(/^std(out|err): /, "")).join("");
    const expected = Array.from(
      { length: 3000 },
      (_, i) => `o${i}\n${i % 100 === 0 ? `e${i}\n` : ""}`,
    );
    assertEquals(text, expected.join(""));
  });

  Deno.test(`${kernel}: outputs of twenty megabytes arrive whole, and the next cell runs`, async () => {
    const { shown, failure } = await runCells([
      'console.log("x".repeat(2e7))',
      'await Deno.jupyter.display({ "text/plain": "y".repeat(2e7) }, { raw: true })',
      "3",
    ], { kernel });
    assertEquals(failure, undefined);
    assertEquals(shown.map(([text]) => text.length), ["stdout: ".length + 2e7 + 1, 2e7, 1]);
  });

  Deno.test(`${kernel}: what a cell prints beyond the limit is cut, with a word`, async () => {
    const { shown, failure } = await runCells([
      'for (let i = 0; i < 100_000; i++) console.log("0123456789"); "end"',
      '"next"',
    ], { kernel, outputLimit: 10_000 });
    assertEquals(failure, undefined);
    const text = shown[0].join("");
    assert(text.length < 11_000, `${text.length}`);
    assert(/cut after 10000|beyond 10000/.test(text));
    assertEquals(shown[1], ['"next"']);
  });
}

Deno.test("a loop that prints for ever is stopped at its time limit, with what it printed", async () => {
  const { shown, failure } = await runCells(['for (let i = 0;; i++) console.log("line", i)'], {
    timeout: 3,
    outputLimit: 1_000_000,
  });
  assertStringIncludes(failure!.message, "longer than 3 s");
  assertStringIncludes(shown[0][0], "stdout: line 0\nline 1\n");
  assert(shown[0][0].length < 1_001_000, `${shown[0][0].length}`);
});

Deno.test("displays count towards the limit", async () => {
  const { shown } = await runCells([
    'for (let i = 0; i < 100; i++) await Deno.jupyter.display(Deno.jupyter.md`${"x".repeat(1000)}`)',
  ], { outputLimit: 20_000 });
  assert(shown[0].length < 25, `${shown[0].length}`);
  assertStringIncludes(shown[0].at(-1)!, "cut after 20000 characters");
});
