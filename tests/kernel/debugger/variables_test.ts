import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { breakAt, type Debugged, start, withDebugger } from "./_with_debugger.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

const inspect = async ({ ask }: Debugged): Promise<Any[]> =>
  (await ask("inspectVariables")).variables;

Deno.test("variables are shown without a breakpoint, and without a debugger", async () => {
  await withDebugger({}, async (debugged) => {
    const { run, ask } = debugged;
    await run(`const a = 1, text = "x\\n", big = 2n, minus = -0, nothing = null; let none;
class Point { x = 1; get double() { return 2 * this.x; } }
const point = new Point(), list = [1, "two", { three: 3 }], map = new Map([["k", 1]]);
var old = new Error("boom"); function f(x: number, y = 2) { return x; } const g = (z) => z;
const date = new Date(0), set = new Set([1]), empty = {};
globalThis.put = true;`);
    const shown = Object.fromEntries(
      (await inspect(debugged)).map(({ name, value }) => [name, value]),
    );
    assertEquals(shown, {
      a: "1",
      text: '"x\\n"',
      big: "2n",
      minus: "-0",
      nothing: "null",
      none: "undefined",
      Point: "class Point",
      point: "Point {x: 1}",
      list: '(3) [1, "two", Object]',
      map: 'Map(1) {"k" → 1}',
      old: "Error: boom",
      f: "ƒ f(x, y = 2)",
      g: "ƒ (z)",
      date: shown.date,
      set: "Set(1) {1}",
      empty: "{}",
      put: "true",
    });
    assertMatch(shown.date, /1970/);
    assertEquals((await ask("debugInfo")).isStarted, false);
  });
});

Deno.test("values open, getters when asked, long lists in parts", async () => {
  await withDebugger({}, async (debugged) => {
    const { run, ask, request } = debugged;
    await run(`class Point { x = 1; get double() { return 2 * this.x; } }
const point = { __proto__: Point.prototype, x: 2, get y() { return 3; } };
const long = Array.from({ length: 12345 }, (_, i) => i), typed = new Float64Array(250).fill(0.5);
const map = new Map([["k", { deep: 1 }]]);`);
    const variables = await inspect(debugged);
    const open = async (variable: Any): Promise<Any[]> =>
      (await ask("variables", { variablesReference: variable.variablesReference })).variables;
    const named = (list: Any[], name: string) => list.find((each) => each.name === name);
    const show = (list: Any[]) => list.map(({ name, value }) => `${name}: ${value}`);

    const inside = await open(named(variables, "point"));
    assertEquals(show(inside).slice(0, 2), ["x: 2", "y: (getter)"]);
    assertEquals(show(await open(named(inside, "y"))), ["value: 3"]);
    const parts = await open(named(variables, "long"));
    assertEquals(parts.length, 2);
    assertEquals(parts.map(({ name }) => name), ["[0 … 9999]", "[10000 … 12344]"]);
    const elements = await open((await open(parts[1]))[23]);
    assertEquals([elements.length, show(elements)[44]], [45, "12344: 12344"]);
    const halves = await open(named(variables, "typed"));
    assertEquals(show(await open(halves[2])).at(-1), "249: 0.5");
    const [entries] = await open(named(variables, "map"));
    const [entry] = await open(entries);
    assertEquals(show(await open(entry)), ['key: "k"', "value: {deep: 1}"]);
    await inspect(debugged);
    const { success, message, body } = await request("variables", { variablesReference: 1e6 });
    assertEquals(body, { variables: [] }); // JupyterLab looks no further
    assertEquals([success, message], [false, "Cannot list 1000000: the program has gone on since"]);
  });
});

Deno.test("in a stopped cell: evaluate with types, rich values, copies to globals", async () => {
  await withDebugger({}, async (debugged) => {
    const { run, ask, event, request } = debugged;
    await run(
      `const rich = { [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>1</b>" }) };`,
    );
    assertEquals(await ask("richInspectVariables", { variableName: "rich" }), {
      data: { "text/html": "<b>1</b>" },
      metadata: {},
    });
    await start(debugged);
    const code = "function f(inner) {\n  return inner;\n}\nf({ a: 1 });";
    await breakAt(debugged, code, 2);
    const running = run(code);
    await event("stopped");
    const frame = async () => (await ask("stackTrace", { threadId: 1 })).stackFrames[0].id;
    const before = await frame();
    const evaluate = (expression: string) => request("evaluate", { expression, context: "repl" });
    assertEquals((await evaluate("(inner as { a: number }).a + 1")).body.result, "2");
    assertEquals((await evaluate("nope")).message, "ReferenceError: nope is not defined");
    assertEquals((await evaluate("inner.b = 5")).body.result, "5");
    assertNotEquals(await frame(), before); // JupyterLab shows variables anew for a new number only
    assertEquals((await ask("scopes", { frameId: before })).scopes[0].name, "Locals");
    const { data } = await ask("richInspectVariables", { variableName: "inner" });
    assertEquals(data, { "text/plain": "{ a: 1, b: 5 }" });
    assertEquals((await request("richInspectVariables", { variableName: "a()" })).success, false);
    await ask("copyToGlobals", {
      srcVariableName: "inner",
      dstVariableName: "kept",
      srcFrameId: await frame(),
    });
    await ask("continue", { threadId: 1 });
    await running;
    assertEquals((await run("kept.b")).outputs[0].content.data["text/plain"], "5");
    assertEquals((await evaluate("kept.a")).body.result, "1");
  });
});

Deno.test("unknown and mistaken requests are answered", async () => {
  await withDebugger({}, async ({ request }) => {
    for (const [command, args] of [["nope", {}], ["constructor", {}], ["stackTraces", undefined]]) {
      const { success, message } = await request(command as string, args as object);
      assertEquals([success, message], [
        false,
        `Cannot do "${command}": this debugger does not know it`,
      ]);
    }
    for (
      const command of [
        "next",
        "scopes",
        "setBreakpoints",
        "source",
        "variables",
        "copyToGlobals",
        "evaluate",
      ]
    ) {
      assertEquals((await request(command)).success, false, command);
    }
  });
});
