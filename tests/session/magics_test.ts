import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type CellOutput, runMagic, type Session } from "../../src/session/mod.ts";
import { run, sessionIn } from "./_run.ts";

/** Runs a magic and gives what it printed, the value it showed, its error and what replaces it. */
async function magic(session: Session, code: string) {
  const outputs: CellOutput[] = [];
  const result = await runMagic(session, code, { onOutput: (each) => outputs.push(each) });
  const of = (type: string) => outputs.filter((each) => each.type === type);
  return {
    result,
    text: of("stream").map(({ content }) => content.text).join(""),
    value: of("execute_result")[0]?.content.data["text/plain"],
    error: result?.error?.evalue,
  };
}

Deno.test("what is no magic is left to be run as TypeScript", async () => {
  await using at = await sessionIn();
  for (const code of ["5 % 3", "", "// %who", "`\n%who\n`"]) {
    assertEquals((await magic(at.session, code)).result, undefined, code);
  }
});

Deno.test("%time and %%time run code, show its value, and tell how long it took", async () => {
  await using at = await sessionIn();
  const { session } = at;
  const line = await magic(session, "%time 6 * 7");
  assertEquals(line.value, "42");
  assertMatch(line.text, /^Took [\d.]+ (?:ms|s)\n$/);
  const whole = await magic(session, "%%time\nlet kept = 1;\nkept + 1");
  assertEquals(whole.value, "2");
  assertEquals((await run(session, "kept")).value, "1");
  const failing = await magic(session, "%time null.x");
  assertEquals(failing.result?.result?.status, "error");
});

Deno.test("%who lists what cells declared, %reset forgets it", async () => {
  await using at = await sessionIn();
  const { session } = at;
  assertEquals((await magic(session, "%who")).text, "Nothing is declared\n");
  await run(session, "const a = 1; function b() {} globalThis.c = 2");
  assertEquals((await magic(session, "%who")).text.trim().split(/\s+/).sort(), ["a", "b", "c"]);
  await magic(session, "%reset");
  assertEquals((await magic(session, "%who")).text, "Nothing is declared\n");
  assertStringIncludes((await run(session, "a")).traceback!, "a is not defined");
});

Deno.test("%env tells and sets, %memory and %permissions tell", async () => {
  await using at = await sessionIn({}, { permissions: ["--allow-read", "--allow-env"] });
  const { session } = at;
  assertEquals((await magic(session, "%env NO_SUCH")).text, "NO_SUCH is not set\n");
  assertEquals((await magic(session, "%env A=b=c")).text, "A=b=c\n");
  assertEquals((await run(session, 'Deno.env.get("A")')).value, '"b=c"');
  assertMatch((await magic(session, "%env")).text, /^A=b=c$/m);
  assertMatch(
    (await magic(session, "%memory")).text,
    /^[\d.]+ MiB in all, [\d.]+ MiB of [\d.]+ MiB/,
  );
  const { text } = await magic(session, "%permissions");
  assertMatch(text, /^read {4}granted$/m);
  assertMatch(text, /^net {5}(?:prompt|denied)$/m);
});

Deno.test("%load gives the text of a file, from the notebook's folder, or says that there is none", async () => {
  await using at = await sessionIn({ "a.ts": "const a = 1;\n" });
  const { session } = at;
  assertEquals((await magic(session, "%load a.ts")).result?.replacement, "const a = 1;\n");
  assertStringIncludes((await magic(session, "%load b.ts")).error!, "No such file");
});

Deno.test("%help lists them, and others say what they are in Deno", async () => {
  await using at = await sessionIn();
  const { session } = at;
  const { text } = await magic(session, "%help");
  for (const name of ["time", "memory", "who", "reset", "env", "load", "permissions"]) {
    assertStringIncludes(text, `%${name}`);
  }
  const pip = await magic(session, "%pip install numpy");
  assertStringIncludes(pip.error!, 'in Deno it is import … from "npm:package"');
  assertStringIncludes((await magic(session, "%%who\nx")).error!, "it is written %who");
  assertStringIncludes((await magic(session, "%who\nx")).error!, "it is written %who");
  assertStringIncludes((await magic(session, "%constructor")).error!, "the magics are");
});

Deno.test("what Node's side of the runtime adds when it is loaded is no name of the program's", async () => {
  await using place = await sessionIn();
  await run(place.session, "const mine = process.pid");
  assertEquals(await place.session.names(), ["mine"]);
});
