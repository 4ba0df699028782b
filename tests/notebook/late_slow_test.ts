import { assertEquals, assertStringIncludes } from "@std/assert";
import { kernels, runCells } from "./_run.ts";

const late = 'setTimeout(() => console.log("late"), 50); "now"';

for (const kernel of kernels) {
  Deno.test(`${kernel}: output after the last cell is kept if the run waits for it`, async () => {
    const { shown } = await runCells([late], { kernel, linger: 3 });
    assertEquals(shown, [['"now"', "stdout: late\n"]]);
  });

  Deno.test(`${kernel}: an error after the last cell fails the run if it waits`, async () => {
    const source = 'setTimeout(() => { throw new Error("too late"); }, 50); "now"';
    const { shown, failure } = await runCells([source], { kernel, linger: 3 });
    assertStringIncludes(failure!.message, "too late");
    assertEquals(shown[0].length, 2);
  });

  Deno.test(`${kernel}: prompt() is answered, and fails its cell without an answer`, async () => {
    const cells = ['prompt("Your name?")', 'confirm("Sure?")'];
    const { shown, failure } = await runCells(cells, { kernel, answers: ["Ada", "y"] });
    assertEquals([failure, shown], [undefined, [['"Ada"'], ["true"]]]);
    const without = await runCells(cells, { kernel });
    assertEquals(without.failure?.cell, 1);
    assertStringIncludes(without.failure!.message, "nobody can");
  });
}
