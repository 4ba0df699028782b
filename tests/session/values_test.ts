import { assertEquals } from "@std/assert";
import { run, sessionIn } from "./_run.ts";

Deno.test("values are shown as Deno's console prints them, undefined not at all", async () => {
  await using place = await sessionIn();
  const values: [string, string | undefined][] = [
    ["NaN", "NaN"],
    ["-0", "-0"],
    ["null", "null"],
    ["-Infinity", "-Infinity"],
    ["1n", "1n"],
    ["Symbol('s')", "Symbol(s)"],
    ["undefined", undefined],
    ["'a'", '"a"'],
    ["{ a: 1 }", "{ a: 1 }"],
    ["{ const a = 1; a + 1 }", "2"],
    ["const a = 1", undefined],
    ["[1, 2].map((x: number) => x * 2)", "[ 2, 4 ]"],
    ["await Promise.resolve(5)", "5"],
    ["(class Q {})", "[class Q]"],
    ["export default 3 + 4", "7"],
  ];
  for (const [code, value] of values) {
    assertEquals((await run(place.session, code)).value, value, code);
  }
});

Deno.test("a long value is cut with a word that says how much is missing", async () => {
  await using place = await sessionIn();
  const { value } = await run(place.session, "'x'.repeat(1_500_000)");
  assertEquals(value!.length, 1_000_000 + "… 500002 more characters".length);
  assertEquals(value!.slice(1_000_000 - 3), "xxx… 500002 more characters");
});

Deno.test("values and errors have colours if they are on", async () => {
  await using place = await sessionIn({}, { colours: true });
  assertEquals((await run(place.session, "42")).value, "\x1b[33m42\x1b[39m");
  // No terminal: what is printed is as in Deno's own kernel.
  assertEquals((await run(place.session, "console.log(42)")).text, "42\n");
});

Deno.test("a value that throws when it is looked at is shown as a console shows it", async () => {
  await using place = await sessionIn();
  const code = "new Proxy({}, { get() { throw new Error('trap'); } })";
  assertEquals((await run(place.session, code)).value, "{}");
});
