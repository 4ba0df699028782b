import { assertEquals, assertMatch } from "@std/assert";
import { execution, withKernel } from "./_client.ts";

const wrong = "const text: string = 1;\ntext";
const report = [
  "TS2322 Type 'number' is not assignable to type 'string'.",
  "    at cell 2:1:7",
  "1 | const text: string = 1;",
  "  |       ^^^^",
  "https://typescript.tv/errors/#ts2322",
  "",
].join("\n");

Deno.test("type errors are told before the cell runs, where somebody sits in front of it", async () => {
  await withKernel(async (client) => {
    await client.ask("inspect_request", { code: "Math", cursor_pos: 4 }); // the service has started
    await client.execute("const n: number = 1; n;", { allow_stdin: true });
    const { outputs, reply } = await client.execute(wrong, { allow_stdin: true });
    assertEquals(outputs.map(([type, { name, text }]) => [type, name, text]), [
      ["stream", "stderr", report],
      ["execute_result", undefined, undefined],
    ]);
    assertEquals(reply.status, "ok");
    assertEquals((await client.execute(wrong)).outputs.length, 1); // nobody there
  });
});

Deno.test("after Run All, all that is wrong is told with the last cell", async () => {
  await withKernel(async (client) => {
    await client.ask("inspect_request", { code: "Math", cursor_pos: 4 });
    const codes = ["await new Promise((r) => setTimeout(r, 300));", wrong, "text.nope"];
    const ids = codes.map((code) =>
      client.send("execute_request", execution(code, { allow_stdin: true }))
    );
    const answers = [];
    for (const id of ids) answers.push(await client.answerTo(id));
    assertEquals(answers[1].outputs.map(([type]) => type), ["execute_result"]);
    const { name, text } = answers[2].outputs[0][1];
    assertEquals(name, "stderr");
    assertMatch(text, /TS2322 [^]*at cell 2:1:7[^]*TS2339 [^]*at cell 3:1:6/);
  });
});

Deno.test("%types and the notebook's metadata set what becomes of type errors", async () => {
  await withKernel(async (client) => {
    const refused = await client.execute(wrong);
    assertEquals(refused.reply.ename, "TypeCheckError");
    assertEquals(refused.outputs.map(([type]) => type), ["error"]);
    assertEquals((await client.execute("%types off")).reply.status, "ok");
    assertEquals(
      (await client.execute("typeof text")).outputs[0][1].data["text/plain"],
      '"undefined"',
    );
    assertEquals((await client.execute(wrong, { allow_stdin: true })).outputs.length, 1);
    assertEquals((await client.execute("%types")).outputs[0][1].text, "off\n");
    const { reply } = await client.execute("%types maybe");
    assertMatch(reply.evalue, /must be one of off, warn, error: current value is maybe$/);
  }, { types: "error" });
});
