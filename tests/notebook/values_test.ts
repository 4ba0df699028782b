import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { showDropped } from "../../src/notebook/_show_dropped.ts";
import { kernels, runCells } from "./_run.ts";

const values = ["NaN", "-0", "Infinity", "-Infinity", "1n", "null", "0", '"s"', "[ 1, 2 ]"];

for (const kernel of kernels) {
  Deno.test(`${kernel}: a last value is shown as the console prints it, and undefined is not`, async () => {
    const { shown } = await runCells([...values, "undefined", "const x = NaN;"], { kernel });
    assertEquals(shown, [...values.map((value) => [value]), [], []]);
  });

  Deno.test(`${kernel}: the value may be computed, awaited, or the end of a branch`, async () => {
    const { shown } = await runCells([
      "Math.sqrt(-1)",
      "await Promise.resolve(-0)",
      "1, 2n",
      "if (1 > 0) { NaN } else { 1n }",
      "(null) // a comment",
      "const y = 3n;\ny ** 2n;",
      "({ a: NaN })",
      "{ a: 1n }",
    ], { kernel });
    assertEquals(shown, [
      ...[["NaN"], ["-0"], ["2n"], ["NaN"], ["null"], ["9n"], ["{ a: NaN }"], ["{ a: 1n }"]],
    ]);
  });

  Deno.test(`${kernel}: a rejected promise as the last value is a value`, async () => {
    const { shown, failure } = await runCells(['Promise.reject(new Error("kept"))', "2"], {
      kernel,
    });
    assertEquals(failure, undefined);
    assertStringIncludes(shown[0][0], "Promise {\n  <rejected> Error: kept");
    assertEquals(shown[1], ["2"]);
  });

  Deno.test(`${kernel}: what is printed before Deno.exit is kept, every time`, async () => {
    for (let time = 0; time < 5; time++) {
      const { shown, failure } = await runCells(['console.log("x"); Deno.exit(0)', "2"], {
        kernel,
      });
      assertEquals(shown[0][0], "stdout: x\n");
      assertMatch(failure!.message, /code 0|Deno.exit\(0\)/);
      assertEquals(shown[1], []);
    }
  });

  Deno.test(`${kernel}: a program hears of colours what it hears in JupyterLab, and none are stored`, async () => {
    const cells = [
      "Deno.noColor",
      "({ a: 1 })",
      'console.log("%cred", "color: red")',
      "[Deno.env.get('NO_COLOR')]",
    ];
    const { shown } = await runCells(cells, { kernel });
    assertEquals(shown, [["false"], ["{ a: 1 }"], ["stdout: red\n"], ["[ undefined ]"]]);
    const coloured = await runCells(["({ a: 1 })"], { kernel, colours: true });
    assertEquals(coloured.shown, [["{ a: \x1b[33m1\x1b[39m }"]]);
  });
}

Deno.test("showDropped() changes only the last expression", () => {
  const cases = [
    ["a;\nb // c", "a;\nf((b)) // c"],
    ["x = 1", "f((x = 1))"],
    ["'use strict'", "'use strict'"],
    ["function a() {}", "function a() {}"],
    ["try { a } catch { b } finally { c }", "try { f((a)) } catch { f((b)) } finally { c }"],
    ["let = ;", "let = ;"],
    ["", ""],
  ];
  for (const [source, expected] of cases) assertEquals(showDropped(source, "f"), expected);
});
