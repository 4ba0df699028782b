import { assertEquals, assertStringIncludes } from "@std/assert";
import type { CellOutput } from "../../src/session/mod.ts";
import { run, sessionIn } from "./_run.ts";

const open = `const comms = globalThis[Symbol.for("actbook.comms")];
const comm = comms.open("talk", { hello: 1 }, { buffers: [Uint8Array.of(7)] });`;

Deno.test("a comm is opened with its data, and messages are answered in the name of its cell", async () => {
  await using at = await sessionIn();
  const { session } = at;
  const opened = await run(
    session,
    `${open}
comm.onMessage((data, [bytes]) => {
  console.log("got", data.n, bytes[0]);
  comm.send({ twice: 2 * data.n });
});`,
  );
  const [{ type, content, buffers }] = opened.outputs;
  assertEquals([type, content.target_name, content.data], ["comm_open", "talk", { hello: 1 }]);
  assertEquals(buffers, [Uint8Array.of(7)]);
  const { comm_id } = content;
  assertEquals(await session.comms(), { [comm_id]: { target_name: "talk" } });

  const elsewhere: CellOutput[] = [];
  const message = { comm_id, data: { n: 4 } };
  await session.comm("comm_msg", message, [Uint8Array.of(9)], (each) => elsewhere.push(each));
  assertEquals(elsewhere, []);
  assertEquals(opened.outputs.slice(1).map(({ type, content }) => [type, content]), [
    ["stream", { name: "stdout", text: "got 4 9\n" }],
    ["comm_msg", { comm_id, data: { twice: 8 } }],
  ]);
});

Deno.test("an error while a message is answered is shown in the cell of the comm, and nothing ends", async () => {
  await using at = await sessionIn();
  const { session } = at;
  const { outputs } = await run(
    session,
    `${open}
comm.onMessage(() => { throw new Error("no") });`,
  );
  const { comm_id } = outputs[0].content;
  await session.comm("comm_msg", { comm_id, data: {} }, [], () => {});
  assertEquals(outputs.at(-1)!.content.evalue, "no");
  assertStringIncludes(outputs.at(-1)!.content.traceback.join("\n"), "cell 1:3");
  assertEquals((await run(session, "1 + 1")).value, "2");
});

Deno.test("a front end opens comms under names that cells have registered, and no others", async () => {
  await using at = await sessionIn();
  const { session } = at;
  const { outputs } = await run(
    session,
    `globalThis[Symbol.for("actbook.comms")].register("mine", (comm, data) => {
  comm.onClose(() => console.log("closed"));
  comm.send({ seen: data });
});`,
  );
  const refused: CellOutput[] = [];
  const ask = (type: string, content: object) =>
    session.comm(type, content, [], (output) => refused.push(output));
  await ask("comm_open", { comm_id: "a", target_name: "mine", data: 5 });
  await ask("comm_close", { comm_id: "a", data: {} });
  await ask("comm_open", { comm_id: "b", target_name: "theirs", data: {} });
  await ask("comm_msg", { comm_id: "nobody", data: {} });
  assertEquals(outputs.map(({ type, content }) => [type, content.data ?? content.text]), [
    ["comm_msg", { seen: 5 }],
    ["stream", "closed\n"],
  ]);
  assertEquals(refused.map(({ type, content }) => [type, content.comm_id]), [["comm_close", "b"]]);
  assertEquals(await session.comms(), {});
});

Deno.test("an endless answer can be interrupted, and what cells have defined is kept", async () => {
  await using at = await sessionIn();
  const { session } = at;
  const { outputs } = await run(
    session,
    `${open}\ncomm.onMessage(() => { for (;;); });\nlet x = 3;`,
  );
  const { comm_id } = outputs[0].content;
  const answered = session.comm("comm_msg", { comm_id, data: {} }, [], () => {});
  while (!session.interrupt()) await new Promise((resolve) => setTimeout(resolve, 5));
  await answered;
  assertEquals((await run(session, "x")).value, "3");
});
