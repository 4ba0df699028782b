import { assertEquals, assertMatch } from "@std/assert";
import type { CellOutput } from "../../src/session/mod.ts";
import { run, sessionIn, until } from "./_run.ts";

Deno.test("everything a program can write to is shown, in order", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const cells: [string, string][] = [
    ["console.log('a', 1); console.log('%d', 2)", "a 1\n2\n"],
    ["process.stdout.write('b'); process.stdout.write(new Uint8Array([195]))", "b"],
    ["process.stdout.write(new Uint8Array([188]))", "ü"],
    ["Deno.stdout.writeSync(new TextEncoder().encode('c\\n')); undefined", "c\n"],
    ["await Deno.stdout.write(new TextEncoder().encode('d')); undefined", "d"],
    ["await new Blob(['e']).stream().pipeTo(Deno.stdout.writable)", "e"],
    [
      "console.log('before'); await new Deno.Command(Deno.execPath(), { args: ['eval', " +
      "'console.log(7)'], stdout: 'inherit' }).spawn().status; console.log('after')",
      "before\n7\nafter\n",
    ],
    ["for (let i = 0; i < 3; i++) { process.stdout.write(`\\r${i}`) }", "\r0\r1\r2"],
    [
      "console.table([{ a: 1 }]); console.group('g'); console.log('in'); console.groupEnd()",
      "┌───────┬───┐\n│ (idx) │ a │\n├───────┼───┤\n│     0 │ 1 │\n└───────┴───┘\ng\n  in\n",
    ],
  ];
  for (const [code, text] of cells) {
    const seen = await run(session, code);
    assertEquals(seen.text, text, `${code}\n${seen.traceback}`);
  }
});

Deno.test("stdout and stderr are told apart", async () => {
  await using place = await sessionIn();
  const { outputs } = await run(
    place.session,
    "console.log('out'); console.error('err'); console.warn('warn'); process.stderr.write('raw'); undefined",
  );
  const told = (name: string) =>
    outputs.filter(({ content }) => content.name === name).map(({ content }) => content.text).join(
      "",
    );
  assertEquals([told("stdout"), told("stderr")], ["out\n", "err\nwarn\nraw"]);
});

Deno.test("what a worker prints is shown", async () => {
  await using place = await sessionIn({
    "w.ts": "console.log('from a worker'); self.postMessage(1);",
  });
  const seen = await run(
    place.session,
    `const worker = new Worker(import.meta.resolve("./w.ts"), { type: "module" });
     await new Promise((resolve) => worker.onmessage = resolve); worker.terminate();`,
  );
  assertEquals(seen.text, "from a worker\n");
});

Deno.test("late output belongs to the cell that made it, also while another one runs", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const seen: Record<string, string> = { first: "", second: "" };
  const into = (name: string) => ({
    onOutput: ({ content }: CellOutput) => void (seen[name] += content.text ?? ""),
  });
  await session.run(
    "let go: () => void; new Promise<void>((r) => go = r).then(() => console.log('late'));" +
      "setTimeout(() => console.log('timer'), 20)",
    into("first"),
  );
  await session.run(
    "console.log('now'); go(); await new Promise((r) => setTimeout(r, 60))",
    into("second"),
  );
  await until(() => seen.first.includes("timer"));
  assertEquals(seen.first.split("\n").toSorted(), ["", "late", "timer"]);
  assertEquals(seen.second, "now\n");
});

Deno.test("a hundred thousand lines and a long text arrive whole", async () => {
  await using place = await sessionIn();
  const lines = await run(
    place.session,
    "for (let i = 0; i < 100_000; i++) console.log('line ' + i)",
  );
  assertEquals(lines.text, Array.from({ length: 100_000 }, (_, i) => `line ${i}\n`).join(""));
  const megabytes = Number(Deno.env.get("ACTBOOK_LARGE_OUTPUT") ?? 20);
  const long = await run(place.session, `console.log("0123456789".repeat(${megabytes * 1e5}))`);
  assertEquals(long.text.length, megabytes * 1e6 + 1);
  assertEquals(long.text.slice(-11), "0123456789\n");
});

Deno.test("what is printed is seen while the program computes without a pause", async () => {
  await using place = await sessionIn();
  const { session } = place;
  let text = "";
  const running = session.run("for (let i = 0; i < 20; i++) console.log(i); for (;;) {}", {
    onOutput: ({ content }) => void (text += content.text ?? ""),
  });
  await until(() => text.endsWith("19\n"));
  assertEquals(session.busy, true);
  session.interrupt();
  await running;
});

Deno.test("what a cell prints first is seen however soon it follows another's text", async () => {
  await using place = await sessionIn();
  for (let i = 0; i < 10; i++) {
    await run(place.session, "console.log('before')");
    const seen = Promise.withResolvers<string>();
    const running = place.session.run("console.log('on'); for (;;) {}", {
      onOutput: ({ content }) => seen.resolve(content.text),
    });
    const late = setTimeout(() => seen.resolve("nothing"), 60_000);
    assertEquals(await seen.promise, "on\n");
    clearTimeout(late);
    place.session.interrupt();
    await running;
  }
});

Deno.test("what a timer prints is seen while it computes, also when no cell runs", async () => {
  await using place = await sessionIn();
  const seen: string[] = [], all = Promise.withResolvers<void>();
  const late = setTimeout(() => all.resolve(), 60_000);
  await place.session.run(
    "setTimeout(() => { console.log('a'); console.log('b'); for (;;) {} }, 100)",
    {
      onOutput: ({ type, content }) => {
        if (type === "stream") seen.push(content.text);
        if (seen.join("") === "a\nb\n") all.resolve();
      },
    },
  );
  await all.promise;
  clearTimeout(late);
  assertEquals(seen.join(""), "a\nb\n");
});

Deno.test("printing without end stops at the limit, with a word", async () => {
  await using place = await sessionIn({}, { outputLimit: 10_000 });
  const { session } = place;
  let text = "";
  const running = session.run("for (;;) console.log('x'.repeat(99))", {
    onOutput: ({ content }) => void (text += content.text ?? ""),
  });
  await until(() => text.includes("not shown"));
  session.interrupt();
  await running;
  assertEquals(text.length, 10_000 + text.match(/\n….*\n$/)![0].length);
  assertMatch(text, /\n… Output of this cell beyond 10000 characters is not shown\n$/);
  assertEquals((await run(session, "console.log('next')")).text, "next\n");
});

Deno.test("displays, their updates and clear_output are told in order", async () => {
  await using place = await sessionIn();
  const { outputs } = await run(
    place.session,
    `const { display, html, broadcast } = Deno.jupyter;
     await display(html\`<i>1</i>\`, { display_id: "d" });
     console.log("between");
     await display(html\`<i>2</i>\`, { display_id: "d", update: true });
     await broadcast("clear_output", { wait: true });
     await broadcast("comm_msg", { comm_id: "c" }, { buffers: [new Uint8Array([1, 2])] });
     undefined`,
  );
  assertEquals(outputs.map(({ type }) => type), [
    "display_data",
    "stream",
    "update_display_data",
    "clear_output",
    "comm_msg",
  ]);
  assertEquals(outputs[2].content, {
    data: { "text/html": "<i>2</i>" },
    metadata: {},
    transient: { display_id: "d" },
  });
  assertEquals(outputs[4].buffers, [new Uint8Array([1, 2])]);
});

Deno.test("questions are answered by the front end, or refused with a word", async () => {
  await using place = await sessionIn();
  const asked: unknown[] = [];
  const onInput = (request: unknown) => {
    asked.push(request);
    return Promise.resolve("zoë");
  };
  const seen = await run(
    place.session,
    "[prompt('Who?', 'me'), prompt('Key', '', { password: true }), confirm('Sure'), alert('Now')].join()",
    { onInput },
  );
  assertEquals(seen.value, '"zoë,zoë,false,"');
  assertEquals(asked, [
    { prompt: "Who? [me] ", password: false },
    { prompt: "Key ", password: true },
    { prompt: "Sure [y/N] ", password: false },
    { prompt: "Now [Enter] ", password: false },
  ]);
  const refused = await run(place.session, "prompt('Who?')");
  assertMatch(refused.traceback!, /Cannot ask for input: nobody can answer here/);
});

Deno.test("tests in a cell run when it is through; a failing one fails the cell", async () => {
  await using place = await sessionIn();
  const well = await run(
    place.session,
    "Deno.test('adds', () => {}); Deno.test.ignore('not', () => {}); Deno.test({ name: 'steps', " +
      "async fn(t) { await t.step('one', () => {}) } })",
  );
  assertEquals(well.result.status, "ok");
  assertEquals(
    well.text.replace(/\d+ms/g, "0ms"),
    "adds ... ok (0ms)\nnot ... ignored\nsteps ...\n  one ... ok (0ms)\n" +
      "steps ... ok (0ms)\n\nok | 2 passed | 0 failed | 1 ignored (0ms)\n",
  );
  const badly = await run(place.session, "Deno.test('fails', () => { throw new Error('no') }); 5");
  assertEquals(badly.result.status, "error");
  assertEquals(badly.traceback, "Error: 1 test failed");
  assertMatch(badly.text, /fails => Error: no\n {4}at .*cell 2:1:34/);
});

Deno.test("what Node's subprocesses print comes after what was printed before them", async () => {
  await using place = await sessionIn();
  const script = "console.log(2)";
  const { text } = await run(
    place.session,
    `import { execFileSync, spawn, spawnSync } from "node:child_process";
for (let i = 0; i < 5; i++) {
  console.log(1);
  spawnSync(Deno.execPath(), ["eval", "${script}"], { stdio: "inherit" });
}
console.log(1);
execFileSync(Deno.execPath(), ["eval", "${script}"], { stdio: "inherit" });
console.log(1);
await new Promise((done) =>
  spawn(Deno.execPath(), ["eval", "${script}"], { stdio: "inherit" }).on("exit", done));
undefined`,
  );
  assertEquals(text.replaceAll("\n", ""), "12".repeat(7));
});

Deno.test("console.clear() clears the cell, and leaves no terminal codes", async () => {
  await using place = await sessionIn();
  const { outputs } = await run(place.session, "console.log('a'); console.clear()");
  assertEquals(outputs.map(({ type }) => type), ["stream", "clear_output"]);
  assertEquals(outputs[1].content, { wait: false });
});
