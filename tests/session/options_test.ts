import { assertEquals, assertRejects } from "@std/assert";
import { Session } from "../../src/session/mod.ts";
import { sessionIn } from "./_run.ts";

// deno-lint-ignore no-explicit-any -- options that are wrong on purpose have no type
const start = (options: any) => Session.start(options);

Deno.test("a session refuses options that it does not know, or that are of the wrong kind", async () => {
  await assertRejects(
    () => start({ cwd: ".", colors: false }),
    TypeError,
    "Cannot start a session as there is no option colors, perhaps colours is meant",
  );
  await assertRejects(() => start({}), TypeError, "cwd must be a text");
  await assertRejects(() => start({ cwd: ".", flags: "-A" }), TypeError, "flags must be a list");
});

Deno.test("so does a cell, and the session goes on", async () => {
  await using place = await sessionIn();
  // deno-lint-ignore no-explicit-any
  const run = (options: any) => place.session.run("1", options);
  await assertRejects(() => run({ onOutputs() {} }), TypeError, "perhaps onOutput is meant");
  await assertRejects(() => run({ label: 3 }), TypeError, "label must be a text");
  assertEquals((await run({})).status, "ok");
});
