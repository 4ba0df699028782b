import { assertEquals, assertMatch } from "@std/assert";
import { run, sessionIn, until } from "./_run.ts";

Deno.test("Deno.exit ends the process with a word; the next cell runs in a new one", async () => {
  await using place = await sessionIn();
  await run(place.session, "const x = 1");
  const seen = await run(place.session, "console.log('last words'); Deno.exit(3)");
  assertEquals(seen.result.status, "died");
  assertEquals(seen.text, "last words\n");
  assertMatch(seen.traceback!, /^ProcessEnded: Deno\.exit\(3\) ended the process\n.*is gone/s);
  assertEquals((await run(place.session, "typeof x")).value, '"undefined"');
  assertEquals((await run(place.session, "const x = 2; x")).value, "2");
});

Deno.test("process.exit does the same", async () => {
  await using place = await sessionIn();
  const seen = await run(place.session, "process.exit(4)");
  assertMatch(seen.traceback!, /Deno\.exit\(4\) ended the process/);
});

Deno.test("running out of memory is told as such", async () => {
  await using place = await sessionIn({}, { flags: ["--v8-flags=--max-old-space-size=60"] });
  const seen = await run(
    place.session,
    "const all = []; for (;;) all.push({ a: [1, 2, 3], n: all.length })",
  );
  assertEquals(seen.result.status, "died");
  assertMatch(seen.traceback!, /^ProcessEnded: The process ran out of memory/);
  assertEquals((await run(place.session, "1 + 1")).value, "2");
});

for (
  const [how, code, signal] of [
    ["memory", "new Array(1e9).fill(1.5)", undefined],
    ["abort", "process.abort()", "SIGABRT"],
    ["a signal", "process.kill(process.pid, 'SIGKILL'); for (;;) {}", "SIGKILL"],
  ]
) {
  Deno.test(`what was printed just before the end by ${how} is shown, and nothing of V8's`, async () => {
    await using place = await sessionIn({}, { flags: ["--v8-flags=--max-old-space-size=60"] });
    const lines = Array.from({ length: 100 }, (_, i) => `line ${i}\n`);
    const seen = await run(
      place.session,
      `for (let i = 0; i < 100; i++) (i % 10 < 5 ? console.log : console.error)("line " + i);\n${code}`,
    );
    assertEquals(seen.result.status, "died");
    assertEquals(seen.text, lines.join(""));
    if (signal) assertMatch(seen.traceback!, new RegExp(`was ended by ${signal}`));
    else assertMatch(seen.traceback!, /^ProcessEnded: The process ran out of memory$/m);
  });
}

Deno.test("a process that is killed is told with the signal", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const running = run(session, "await new Promise(() => {})");
  await until(() => session.busy);
  Deno.kill(session.pid, "SIGKILL");
  assertMatch((await running).traceback!, /^ProcessEnded: The process was ended by SIGKILL/);
  assertEquals((await run(session, "1 + 1")).value, "2");
});

Deno.test("a process that ends between cells is told in the last cell", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const errors: string[] = [];
  await session.run("setTimeout(() => Deno.exit(5), 30)", {
    onOutput: ({ type, content }) => void (type === "error" && errors.push(content.evalue)),
  });
  await until(() => errors.length > 0);
  assertEquals(errors, ["Deno.exit(5) ended the process"]);
  assertEquals((await run(session, "1 + 1")).value, "2");
});

Deno.test("restart() starts afresh, also while a cell runs", async () => {
  await using place = await sessionIn();
  const { session } = place;
  await run(session, "const x = 1");
  const running = run(session, "for (;;) {}");
  await until(() => session.busy);
  await session.restart();
  assertEquals((await running).result.status, "died");
  assertEquals((await run(session, "typeof x")).value, '"undefined"');
});

Deno.test("a broken deno.json is an error of start(), with what Deno says", async () => {
  let message = "";
  await sessionIn({ "deno.json": "{ what" }).catch((error) => message = error.message);
  assertMatch(message, /^Cannot start Deno: it ended with code 1\n/);
  assertMatch(message, /deno\.json/);
});

const isAlive = (pid: number): boolean => {
  try {
    Deno.kill(pid, 0 as unknown as Deno.Signal);
    return true;
  } catch {
    return false;
  }
};

Deno.test("close() ends the process and what it started", async () => {
  const place = await sessionIn();
  const { session } = place;
  const { value } = await run(
    session,
    "new Deno.Command(Deno.execPath(), { args: ['eval', 'for (;;) {}'] }).spawn().pid",
  );
  await place[Symbol.asyncDispose]();
  await until(() => !isAlive(session.pid) && !isAlive(Number(value)));
});

Deno.test({
  name: "nothing is left of a session whose owner is killed, not even an endless loop",
  ignore: Deno.build.os === "windows",
  async fn() {
    const program = `
      import { Session } from ${JSON.stringify(import.meta.resolve("../../src/session/mod.ts"))};
      const session = await Session.start({ cwd: Deno.cwd() });
      session.run("for (;;) {}");
      setTimeout(() => console.log(session.pid), 100);`;
    const owner = new Deno.Command(Deno.execPath(), {
      args: ["eval", program],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const { value } = await owner.stdout.pipeThrough(new TextDecoderStream()).getReader().read();
    const pid = Number(value);
    assertEquals(isAlive(pid), true);
    owner.kill("SIGKILL");
    await owner.status;
    await until(() => !isAlive(pid));
  },
});
