import { assertEquals } from "@std/assert";
import { breakAt, start, withDebugger } from "./_with_debugger.ts";

Deno.test("a breakpoint in a cell stops it; steps go by lines, over awaits and into functions", async () => {
  await withDebugger({}, async (debugged) => {
    const { run, event, ask, stack, scope } = debugged;
    await run(
      "const base: number = 10;\nfunction grow(k: number) {\n  const grown = k + base;\n  return grown;\n}",
    );
    await start(debugged);
    const code =
      "let m: number = 1;\nm = grow(m);\nawait new Promise((r) => setTimeout(r, 5));\nm += 1;\nm";
    const { sourcePath, breakpoints } = await breakAt(debugged, code, 2);
    assertEquals(
      breakpoints.map((
        { line, verified }: { line: number; verified: boolean },
      ) => [line, verified]),
      [[2, true]],
    );

    const running = run(code);
    const { body } = await event("stopped");
    assertEquals(body, { reason: "breakpoint", threadId: 1, allThreadsStopped: true });
    const { stoppedThreads, breakpoints: known } = await ask("debugInfo");
    assertEquals([stoppedThreads, known], [[1], [{
      source: sourcePath,
      breakpoints: [{ line: 2 }],
    }]]);
    assertEquals(await stack(), ["cell 2 2"]);
    const { stackFrames: [{ source }] } = await ask("stackTrace", { threadId: 1 });
    assertEquals(source.path, sourcePath);
    assertEquals((await ask("source", { source: { path: sourcePath } })).content, code);
    assertEquals(await scope("Globals"), ["base: 10", "m: 1", "grow: ƒ grow(k)"]);

    const step = async (command: string) => {
      await ask(command, { threadId: 1 });
      assertEquals((await event("stopped")).body.reason, "step");
      return await stack();
    };
    assertEquals(await step("stepIn"), ["grow 3", "cell 2 2"]);
    assertEquals(await scope("Locals"), ["k: 1", "grown: (no value yet)"]);
    assertEquals(await step("next"), ["grow 4", "cell 2 2"]);
    assertEquals(await step("stepOut"), ["cell 2 3"]); // the assignment is done
    assertEquals(await step("next"), ["cell 2 4"]);
    await ask("continue", { threadId: 1 });
    await event("continued");
    const { status, outputs } = await running;
    assertEquals([status, outputs.at(-1)?.content.data["text/plain"]], ["ok", "12"]);
  });
});

Deno.test("steps do not lead into the runtime, nor past the end of a cell", async () => {
  await withDebugger({}, async (debugged) => {
    const { run, event, ask, stack } = debugged;
    await start(debugged);
    const code =
      "console.log(1);\nconst text = JSON.stringify([1].map((x) => x));\nconsole.log(2);";
    await breakAt(debugged, code, 1);
    const running = run(code);
    await event("stopped");
    const seen: string[] = [];
    while (seen.at(-1) !== "cell 1 3") {
      await ask("stepIn", { threadId: 1 });
      await event("stopped");
      seen.push((await stack())[0]);
    }
    assertEquals(seen, ["cell 1 2", "cell 1 2", "cell 1 2", "cell 1 3"]); // the callback among them
    await ask("next", { threadId: 1 });
    assertEquals((await running).status, "ok");
  });
});

Deno.test("breakpoints in files: before they are loaded and after, compiled or not, and when they change", async () => {
  const tools =
    "interface P {\n  a: number;\n}\n\nexport function twice(\n  x: number,\n): number {\n  const y: number = 2 * x;\n  return y;\n}\n";
  const plain = "\nexport function half(x) {\n  const y = x / 2;\n  return y;\n}\n";
  await withDebugger({ "tools.ts": tools, "plain.js": plain }, async (debugged) => {
    const { run, event, ask, stack, scope, folder } = debugged;
    await start(debugged);
    const set = (name: string, ...lines: number[]) =>
      ask("setBreakpoints", {
        source: { path: `${folder}/${name}` },
        breakpoints: lines.map((line) => ({ line })),
      });
    await set("tools.ts", 8);
    await set("plain.js", 4);
    await run('import { twice } from "./tools.ts"; import { half } from "./plain.js";');
    let running = run("twice(4)");
    await event("stopped");
    assertEquals(await stack(), ["twice 8", "cell 2 1"]);
    assertEquals(await scope("Locals"), ["x: 4", "y: (no value yet)"]);
    const { modules } = await ask("modules");
    assertEquals(modules.map(({ name }: { name: string }) => name).toSorted(), [
      "plain.js",
      "tools.ts",
    ]);
    assertEquals((await ask("source", { source: { path: `${folder}/tools.ts` } })).content, tools);
    await ask("continue", { threadId: 1 });
    await running;

    running = run("half(4)");
    await event("stopped");
    assertEquals(await stack(), ["half 4", "cell 3 1"]);
    await ask("continue", { threadId: 1 });
    await running;

    const { breakpoints } = await set("tools.ts", 6);
    assertEquals(breakpoints[0].line, 8); // the next line that runs
    await set("tools.ts");
    await set("plain.js");
    assertEquals((await run("twice(4) + half(4)")).status, "ok");

    await set("tools.ts", 9);
    await Deno.writeTextFile(`${folder}/tools.ts`, tools.replace("2 * x", "3 * x"));
    await Deno.utime(`${folder}/tools.ts`, new Date(), new Date(Date.now() + 5000));
    running = run('import { twice } from "./tools.ts"; twice(4)');
    await event("stopped");
    assertEquals(await scope("Locals"), ["x: 4", "y: 12"]);
    await ask("continue", { threadId: 1 });
    await running;
  });
});

Deno.test("exceptions stop the program: all of them, or those that no catch waits for", async () => {
  await withDebugger({}, async (debugged) => {
    const { run, event, ask, stack } = debugged;
    const { exceptionBreakpointFilters } = await start(debugged);
    assertEquals(exceptionBreakpointFilters.length, 2);
    await run("async function fail() {\n  await 1;\n  throw new RangeError('no');\n}");
    const stopsAt = async (code: string) => {
      const running = run(code);
      const { body } = await event("stopped");
      assertEquals([body.reason, body.text], ["exception", "RangeError: no"]);
      const where = await stack();
      const { exceptionId } = await ask("exceptionInfo", { threadId: 1 });
      assertEquals(exceptionId, "RangeError");
      await ask("continue", { threadId: 1 });
      await running;
      return where;
    };
    const caught = "try {\n  await fail();\n} catch {}";
    await ask("setExceptionBreakpoints", { filters: ["uncaught"] });
    assertEquals(await stopsAt("1;\nthrow new RangeError('no');"), ["cell 2 2"]);
    assertEquals(await stopsAt("await fail();"), ["fail 3"]);
    assertEquals((await run(caught)).status, "ok");
    await ask("setExceptionBreakpoints", { filters: ["raised"] });
    assertEquals(await stopsAt(caught), ["fail 3"]);
    await ask("setExceptionBreakpoints", { filters: [] });
    assertEquals((await run("throw 1")).status, "error");
  });
});

Deno.test("conditions; breakpoints outlive the process; a stopped cell can be interrupted", async () => {
  await withDebugger({}, async (debugged) => {
    const { run, event, ask, scope, session, debug } = debugged;
    await start(debugged);
    const code = "for (let i = 0; i < 9; i++) {\n  void i;\n}";
    const { sourcePath } = await ask("dumpCell", { code });
    await ask("setBreakpoints", {
      source: { path: sourcePath },
      breakpoints: [{ line: 2, condition: "i === 7" }],
    });
    let running = run(code);
    await event("stopped");
    assertEquals(await scope("Locals"), ["i: 7"]);
    session.interrupt();
    await debug.release();
    assertEquals((await running).status, "interrupted");

    await session.restart();
    running = run(code);
    await event("stopped");
    assertEquals(await scope("Locals"), ["i: 7"]);
    await ask("disconnect", { restart: false, terminateDebuggee: false });
    assertEquals((await running).status, "ok");
    assertEquals((await ask("debugInfo")).isStarted, false);
    assertEquals((await run(code)).status, "ok");
  });
});
