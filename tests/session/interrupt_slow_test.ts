import { assertEquals } from "@std/assert";
import { run, sessionIn, until } from "./_run.ts";

/** Each cell says "on" when it has begun, then does something that does not end by itself. */
const endless: Record<string, string> = {
  "a loop": "for (;;) {}",
  "a loop that catches everything": "for (;;) { try { for (;;) {} } catch {} finally {} }",
  "a microtask loop": "for (;;) { await 0; }",
  "a pending await": "await new Promise(() => {})",
  "a loop of awaits": "for (;;) { await new Promise((r) => setTimeout(r, 5)); count++; }",
  "a fetch": `const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Promise(() => {}));
    await fetch(\`http://127.0.0.1:\${server.addr.port}\`)`,
  "a question": "prompt('Who?')",
  "questions that are asked whatever is thrown": "for (;;) { try { prompt('Who?') } catch {} }",
  "a wait for another thread": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
  "a loop in a timer": "setTimeout(() => { for (;;) {} }, 5); await new Promise(() => {})",
  "a loop in an interval": "setInterval(() => { for (;;) {} }, 5); await new Promise(() => {})",
  "a loop in a timer of node:timers": "import { setTimeout as later } from 'node:timers';\n" +
    "later(() => { for (;;) {} }, 5); await new Promise(() => {})",
  "a loop in setImmediate": "setImmediate(() => { for (;;) {} }); await new Promise(() => {})",
  "a loop in nextTick": "process.nextTick(() => { for (;;) {} }); await new Promise(() => {})",
  "a loop in a server":
    `const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} },
    () => { for (;;) {} });
    await fetch(\`http://127.0.0.1:\${server.addr.port}\`)`,
  "a loop in a worker's message":
    `const worker = new Worker("data:application/javascript,postMessage(1)", { type: "module" });
    worker.onmessage = () => { for (;;) {} };
    await new Promise(() => {})`,
  "a subprocess":
    `new Deno.Command(Deno.execPath(), { args: ["eval", "setInterval(() => {}, 1e6)"] })
    .outputSync()`,
};

for (const [what, code] of Object.entries(endless)) {
  Deno.test(`an interrupt ends ${what}, and what cells have defined is kept`, async () => {
    await using place = await sessionIn();
    const { session } = place, { pid } = session;
    await run(session, "let count = 0; const kept = 7;");
    const on = Promise.withResolvers<void>();
    const errors: string[] = [];
    const running = session.run(
      `console.log("on"); await new Promise((r) => setTimeout(r, 30));\n${code}`,
      {
        onOutput: ({ type, content }) =>
          type === "error" ? errors.push(content.ename) : on.resolve(),
        onInput: () => new Promise(() => {}),
      },
    );
    await on.promise;
    await new Promise((resolve) => setTimeout(resolve, 100)); // into what does not end
    assertEquals(session.interrupt(), true);
    assertEquals((await running).status, "interrupted");
    assertEquals(errors, ["Interrupted"]);
    assertEquals((await run(session, "kept")).value, "7");
    await new Promise((resolve) => setTimeout(resolve, 30));
    const before = (await run(session, "count")).value;
    await new Promise((resolve) => setTimeout(resolve, 50));
    assertEquals((await run(session, "count")).value, before, "what is left of the cell goes on");
    assertEquals(session.pid, pid);
  });
}

Deno.test("an interrupted cell shows nothing more, and other cells go on", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const seen: string[] = [];
  await session.run(
    "let ticks = 0; setInterval(() => { if (ticks++ < 1e6) console.log('old') }, 10)",
    {
      onOutput: ({ content }) => void (content.text && seen.push("first")),
    },
  );
  const running = session.run(
    "setInterval(() => console.log('new'), 10); await new Promise(() => {})",
    {
      onOutput: ({ content }) => void (content.text && seen.push("second")),
    },
  );
  await until(() => seen.includes("second"));
  session.interrupt();
  await running;
  await run(session, "1");
  seen.length = 0;
  await until(() => seen.filter((each) => each === "first").length > 3);
  assertEquals(seen.includes("second"), false);
});

Deno.test("a cell that waits for what nothing holds waits on, also when that is collected", async () => {
  await using place = await sessionIn({}, { flags: ["--v8-flags=--expose-gc"] });
  const { session } = place;
  let ticks = 0;
  const running = session.run(
    "setInterval(() => { gc(); console.log('tick'); }, 5); await new Promise(() => {})",
    { onOutput: ({ type }) => void (type === "stream" && ticks++) },
  );
  await until(() => ticks > 10);
  assertEquals(session.busy, true);
  assertEquals(session.interrupt(), true);
  assertEquals((await running).status, "interrupted");
  const ended = session.run(
    "setTimeout(() => { gc(); Deno.exit(4); }, 50); await new Promise(() => {})",
  );
  assertEquals((await ended).status, "died");
});

Deno.test("an interrupt without a running cell does nothing", async () => {
  await using place = await sessionIn();
  assertEquals(place.session.interrupt(), false);
  assertEquals((await run(place.session, "1 + 1")).value, "2");
});

Deno.test("cells can be interrupted again and again, at any moment, and nothing is lost", async () => {
  await using place = await sessionIn();
  const { session } = place, { pid } = session;
  const kinds = [
    "for (;;) {}",
    "for (;;) { await 0; }",
    "await new Promise(() => {})",
    "for (;;) await new Promise((r) => setTimeout(r, 0))",
    "for (;;) await new Promise((r) => setImmediate(r))",
    "setInterval(async () => { await 0; }, 1); await new Promise(() => {})",
    "for (let i = 0;; i++) console.log(i)",
  ];
  await run(session, "let n = 0");
  for (let i = 0; i < 3 * kinds.length; i++) {
    const running = run(session, kinds[i % kinds.length]);
    await until(() => session.busy);
    await new Promise((resolve) => setTimeout(resolve, (i * 7) % 40));
    session.interrupt();
    assertEquals((await running).result.status, "interrupted", kinds[i % kinds.length]);
    assertEquals((await run(session, "++n")).value, `${i + 1}`, kinds[i % kinds.length]);
  }
  assertEquals(session.pid, pid);
});

Deno.test("a cell that waits for a new process is interrupted before it runs", async () => {
  await using place = await sessionIn();
  const { session } = place;
  await run(session, "Deno.exit(3)");
  const running = run(session, "console.log('ran')");
  await Promise.resolve(); // the session turns to the cell
  await until(() => session.interrupt());
  const seen = await running;
  assertEquals([seen.result.status, seen.text], ["interrupted", ""]);
  assertEquals((await run(session, "1 + 1")).value, "2");
});

Deno.test("the first cell can be interrupted at any moment, also while Node's side is loaded", async () => {
  const kinds = [
    "for (;;) {}",
    "process.pid; for (;;) {}",
    "for (;;) console.log(1)",
    "for (;;) await 0",
  ];
  for (let i = 0; i < 3 * kinds.length; i++) {
    const code = kinds[i % kinds.length];
    await using place = await sessionIn();
    const { session } = place, { pid } = session;
    await run(session, "let n = 0");
    const running = run(session, code);
    await until(() => session.busy);
    await new Promise((resolve) => setTimeout(resolve, (i * 13) % 120));
    session.interrupt();
    assertEquals((await running).result.status, "interrupted", code);
    assertEquals((await run(session, "++n")).value, "1", code);
    const node = "typeof process.stdout.write + (await import('node:fs')).existsSync('.')";
    assertEquals((await run(session, node)).value, '"functiontrue"', code);
    assertEquals(session.pid, pid, code);
  }
});
