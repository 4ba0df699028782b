import { assertEquals } from "@std/assert";
import { runMagic } from "../../src/session/mod.ts";
import { run, sessionIn } from "./_run.ts";

/** A program that makes garbage between its microtasks, and has it collected at once. */
const COLLECTING = `setInterval(async () => {
  for (let i = 0; i < 30; i++) {
    await 0;
    globalThis.garbage = Array.from({ length: 3000 }, () => ({}));
    if (i % 10 === 0) gc({ type: "minor" });
  }
}, 0);`;

Deno.test("what the session asks for arrives, also while garbage is collected", async () => {
  await using at = await sessionIn({}, { flags: ["--v8-flags=--expose-gc"] });
  const { session } = at;
  await run(session, COLLECTING);
  const asked = (i: number) => [
    session.call("(i) => i", { value: i }),
    session.call("async (i) => { await 0; return i; }", { value: i }),
  ];
  for (let i = 0; i < 100; i++) assertEquals(await Promise.all(asked(i)), [i, i]);
});

Deno.test("a magic prints, and cells end, also while garbage is collected", async () => {
  await using at = await sessionIn({}, { flags: ["--v8-flags=--expose-gc"] });
  const { session } = at;
  await run(session, COLLECTING);
  for (let i = 0; i < 40; i++) {
    let text = "";
    await runMagic(session, `%env A=${i}`, { onOutput: ({ content }) => text += content.text });
    assertEquals(text, `A=${i}\n`);
    assertEquals((await run(session, `await 0; ${i}`)).value, `${i}`);
    assertEquals((await run(session, "if (true) { 3 }")).value, "3");
    assertEquals((await run(session, "throw new Error('x')")).result.status, "error");
  }
});
