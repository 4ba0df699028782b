import { assertEquals, assertStringIncludes } from "@std/assert";
import { kernels, runCells } from "./_run.ts";

const pause = "await new Promise((end) => setTimeout(end, 5));";

for (const kernel of kernels) {
  Deno.test(`${kernel}: what a cell writes to the process's own streams is kept, in order`, async () => {
    const { shown } = await runCells([
      `console.log("a"); process.stdout.write("b\\n"); console.log("c");
       Deno.stdout.writeSync(new TextEncoder().encode("d\\n")); console.log("e"); undefined`,
      `await Deno.stdout.write(new TextEncoder().encode("f\\n"));
       const { writable } = Deno.stdout, writer = writable.getWriter();
       await writer.write(new TextEncoder().encode("g\\n")); writer.releaseLock(); undefined`,
      `process.stderr.write("h\\n"); Deno.stderr.writeSync(new TextEncoder().encode("i\\n")); undefined`,
    ], { kernel });
    assertEquals(shown, [["stdout: a\nb\nc\nd\ne\n"], ["stdout: f\ng\n"], ["stderr: h\ni\n"]]);
  });

  Deno.test(`${kernel}: what subprocesses and workers write is kept in its cell`, async () => {
    const worker = `data:text/javascript,console.log("from a worker"); postMessage(0)`;
    const { shown, failure } = await runCells([
      `await new Deno.Command("echo", { args: ["one"], stdout: "inherit" }).spawn().status; 1`,
      `import { execSync } from "node:child_process"; execSync("echo two", { stdio: "inherit" }); 2`,
      `const worker = new Worker(\`${worker}\`, { type: "module" });
       await new Promise((end) => worker.onmessage = end); worker.terminate(); ${pause} 3`,
      "4",
    ], { kernel });
    assertEquals(failure, undefined);
    assertEquals(shown, [
      ["stdout: one\n", "1"],
      ["stdout: two\n", "2"],
      ["stdout: from a worker\n", "3"],
      ["4"],
    ]);
  });

  Deno.test(`${kernel}: a failing Deno.test fails its cell, and its report is the same each time`, async () => {
    const cells = [
      `Deno.test("well", () => { console.log("in the test"); });`,
      `Deno.test("ill", () => { throw new RangeError("too far"); });`,
    ];
    const first = await runCells(cells, { kernel });
    assertEquals(first.failure?.cell, 2);
    assertStringIncludes(first.failure!.message, "1");
    assertStringIncludes(first.shown[0].join(), "in the test");
    assertStringIncludes(first.shown[0].join(), "1 passed");
    for (const word of ["ill", "RangeError: too far", "1 failed"]) {
      assertStringIncludes(first.shown[1].join(), word);
    }
    assertEquals((await runCells(cells, { kernel })).shown, first.shown);
  });
}
