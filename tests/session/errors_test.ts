import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { run, sessionIn } from "./_run.ts";

Deno.test("an error is shown once, with its place in the cell and the line of code", async () => {
  await using place = await sessionIn();
  await run(place.session, "function fail(x: number) {\n  throw new TypeError(`no ${x}`);\n}");
  const { result, outputs, traceback } = await run(place.session, "const y: number = 1;\nfail(y)");
  assertEquals(result.status, "error");
  assertEquals(outputs.length, 1);
  assertEquals(
    traceback,
    "TypeError: no 1\n    at fail (cell 1:2:9)\n    at cell 2:2:1\n\n" +
      "2 |   throw new TypeError(`no ${x}`);\n  |         ^",
  );
  assertEquals(result.error, outputs[0].content);
});

Deno.test("cells are called what they are labelled", async () => {
  await using place = await sessionIn();
  const { traceback } = await run(place.session, "\nthrow new Error('x')", { label: "17" });
  assertMatch(traceback!, /at cell 17:2:7\n\n2 \| throw new Error\('x'\)\n {2}\| {7}\^$/);
});

Deno.test("a cell that does not parse shows where", async () => {
  await using place = await sessionIn();
  const { traceback, result } = await run(place.session, "let a = 1;\n\tlet b = = 2;");
  assertEquals(
    traceback,
    "SyntaxError: Unexpected token\n    at cell 1:2:10\n\n2 | \tlet b = = 2;\n  | \t        ^",
  );
  assertEquals(result.status, "error");
  assertEquals((await run(place.session, "typeof a")).value, '"undefined"');
});

Deno.test("what only the engine refuses is a syntax error of the cell too", async () => {
  await using place = await sessionIn();
  assertMatch(
    (await run(place.session, "new RegExp('(')")).traceback!,
    /^SyntaxError: Invalid regular/,
  );
  assertEquals((await run(place.session, "/(/")).result.error!.ename, "SyntaxError");
});

Deno.test("causes, aggregates and thrown values that are no errors are shown", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const cause = await run(session, "throw new Error('outer', { cause: new RangeError('inner') })");
  assertMatch(cause.traceback!, /^Error: outer\n.*\[cause\]: RangeError: inner/s);
  const all = await run(session, "throw new AggregateError([new Error('one')], 'several')");
  assertMatch(all.traceback!, /^AggregateError: several\n.*Error: one/s);
  const value = await run(session, "throw { code: 5 }");
  assertEquals(value.result.error!.ename, "Thrown");
  assertEquals(value.result.error!.evalue, "{ code: 5 }");
  const nothing = await run(session, "throw undefined");
  assertEquals(nothing.result.error!.evalue, "undefined");
  const hostile = await run(
    session,
    "throw Object.create(Error.prototype, { message: { get() { throw 1 } } })",
  );
  assertEquals(hostile.result.status, "error");
});

Deno.test("errors in timers and rejections that nobody handles fail the cell they arose in", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const wait = "await new Promise((r) => setTimeout(r, 60)); 5";
  const timer = await run(session, `setTimeout(() => { throw new Error("late") }, 5); ${wait}`);
  assertEquals([timer.result.status, timer.value], ["error", "5"]);
  assertMatch(timer.traceback!, /^Error: late\n {4}at .*cell 1:1:26/);
  const rejection = await run(session, "Promise.reject(new Error('unhandled')); 6");
  assertEquals([rejection.result.status, rejection.value], ["error", "6"]);
  const later: string[] = [];
  await session.run("setTimeout(() => { throw new Error('after') }, 20); undefined", {
    onOutput: ({ content }) => void later.push(content.evalue),
  });
  const next = await run(session, wait);
  assertEquals([next.result.status, later], ["ok", ["after"]]);
});

Deno.test("what listeners of the program deal with is no error of the cell", async () => {
  const ways: Record<string, string> = {
    "a rejection, as the web has it":
      "addEventListener('unhandledrejection', (e) => { e.preventDefault(); console.log(e.reason.message) });" +
      "void Promise.reject(new Error('no'))",
    "an error, as the web has it":
      "addEventListener('error', (e) => { e.preventDefault(); console.log(e.error.message) });" +
      "queueMicrotask(() => { throw new Error('no') })",
    "a rejection, as Node has it":
      "process.on('unhandledRejection', (e) => console.log(e.message));" +
      "void Promise.reject(new Error('no'))",
    "an error, as Node has it": "process.on('uncaughtException', (e) => console.log(e.message));" +
      "queueMicrotask(() => { throw new Error('no') })",
  };
  for (const [what, code] of Object.entries(ways)) {
    await using place = await sessionIn();
    const seen = await run(place.session, `${code};\nawait new Promise((r) => setTimeout(r, 100))`);
    assertEquals([seen.result.status, seen.text, seen.traceback], ["ok", "no\n", undefined], what);
  }
});

Deno.test("a listener that prevents nothing leaves the error to the cell", async () => {
  await using place = await sessionIn();
  const seen = await run(
    place.session,
    "addEventListener('error', () => console.log('heard'));\n" +
      "queueMicrotask(() => { throw new Error('no') }); await new Promise((r) => setTimeout(r, 50))",
  );
  assertEquals([seen.result.status, seen.text], ["error", "heard\n"]);
  assertMatch(seen.traceback!, /^Error: no\n {4}at cell 1:2:30/);
});

Deno.test("what a worker throws and nothing catches is an error of its cell, with its words", async () => {
  await using place = await sessionIn({ "w.ts": "throw new RangeError('too far');" });
  const seen = await run(
    place.session,
    `const worker = new Worker(import.meta.resolve("./w.ts"), { type: "module" });
     await new Promise((resolve) => worker.onerror = () => setTimeout(resolve, 100));`,
  );
  assertEquals(seen.result.status, "error");
  assertMatch(seen.traceback!, /^Error: RangeError: too far\n {4}at file:.*\/w\.ts:1:7/);
});

Deno.test("a rejected promise that is the value of the cell is shown and fails nothing", async () => {
  await using place = await sessionIn();
  const seen = await run(place.session, "Promise.reject(new Error('kept'))");
  assertEquals(seen.result.status, "ok");
  assertMatch(seen.value!, /^Promise {\n {2}<rejected> Error: kept/);
});

Deno.test("places in imported TypeScript are those of the file", async () => {
  const code =
    "interface A { a: number }\n\nexport function fail(a: A): never {\n  throw new Error(`${a.a}`);\n}\n";
  await using place = await sessionIn({ "m.ts": code });
  const { traceback } = await run(place.session, "import { fail } from './m.ts';\nfail({ a: 1 })");
  assertMatch(traceback!, /at fail \(file:.*\/m\.ts:4:9\)\n {4}at cell 1:2:1/);
});

Deno.test("places in cells that TypeScript has translated are those of the cell", async () => {
  await using place = await sessionIn();
  const cell =
    "/** @jsx h */\nconst h = (...a: unknown[]) => a;\n\nconst e = <b>\n  text\n</b>;\nthrow new Error('x');";
  assertMatch((await run(place.session, cell)).traceback!, /at cell 1:7:7\n\n7 \| throw/);
  const enumeration = "enum E {\n  A,\n  B,\n}\nthrow new Error(E[1]);";
  assertMatch((await run(place.session, enumeration)).traceback!, /^Error: B\n {4}at cell 2:5:7/);
});

Deno.test("places in a cell that is one object are those of the cell", async () => {
  await using place = await sessionIn();
  const { traceback } = await run(
    place.session,
    "{\n  a: 1 as number,\n  b: new Map().get('x').y,\n}",
  );
  assertMatch(traceback!, /at cell 1:3:24\n\n3 \| {3}b:/);
});

Deno.test("stacks hold nothing of what runs after a cell", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const shown = await run(
    session,
    "({\n  [Symbol.for('Jupyter.display')]() { throw new Error('no') },\n})",
  );
  assertEquals(
    shown.traceback,
    "Error: no\n    at [Jupyter.display] (cell 1:2:45)\n\n" +
      "2 |   [Symbol.for('Jupyter.display')]() { throw new Error('no') },\n" +
      "  |                                             ^",
  );
  const test = await run(session, "Deno.test('a', () => { throw new Error('no') })");
  assertMatch(test.text, /a => Error: no\n {4}at cell 2:1:30\n\n/);
});

Deno.test("an import by require says how it is written", async () => {
  await using place = await sessionIn();
  const { traceback } = await run(place.session, "1;\nimport fs = require('node:fs');");
  assertMatch(traceback!, /^SyntaxError: .* write import fs from "node:fs"\n {4}at cell 1:2:1/);
});

Deno.test("an error of a value that nothing stands before has its place too", async () => {
  await using place = await sessionIn();
  const places: [code: string, place: string][] = [
    ["nothing(1)", "1:1"],
    ["nothing(1).then()", "1:1"],
    ["[nothing(1)]", "1:1"],
    ["nothing`x`", "1:1"],
    ["/* a */ nothing(1) // b", "1:9"],
    ["1; nothing(1)", "1:4"],
    ["Math.max(nothing(1))", "1:6"],
    ["{ a: 1,\n b: nothing(1) }", "2:5"],
  ];
  for (const [code, at] of places) {
    const { traceback, result } = await run(place.session, code);
    assertStringIncludes(traceback!, `cell ${result.cell}:${at}`, code);
  }
  assertEquals((await run(place.session, "import.meta.url.length > 5")).value, "true");
});

Deno.test("what the compiler puts around a decorator is in no stack", async () => {
  await using place = await sessionIn();
  const { traceback } = await run(place.session, "@nothing class Q {}");
  assertEquals(traceback!.match(/cell 1:\d+:\d+/g), ["cell 1:1:2"]);
});
