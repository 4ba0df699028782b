import { assertEquals } from "@std/assert";
import { execution, withKernel } from "./_client.ts";

Deno.test("a cell is debugged over the control channel, and can be interrupted where it stopped", async () => {
  await withKernel(async (client) => {
    let seq = 0;
    const ask = async (command: string, args: object = {}) => {
      const request = { type: "request", seq: ++seq, command, arguments: args };
      const { reply } = await client.ask("debug_request", request, "control");
      assertEquals([reply.success, reply.request_seq], [true, seq], reply.message);
      return reply.body;
    };
    const stopped = () =>
      client.until(() =>
        client.published.some(({ header, content }) =>
          header.msg_type === "debug_event" && content.event === "stopped"
        )
      );
    assertEquals((await client.ask("kernel_info_request", {})).reply.supported_features, [
      "debugger",
    ]);
    await client.execute("const seen: number[] = [];");
    assertEquals(
      (await ask("inspectVariables")).variables.map(({ name }: { name: string }) => name),
      ["seen"],
    );
    await ask("initialize");
    await ask("attach");
    const code = "for (let i = 0; i < 3; i++) {\n  seen.push(i);\n}";
    const { sourcePath } = await ask("dumpCell", { code });
    await ask("setBreakpoints", { source: { path: sourcePath }, breakpoints: [{ line: 2 }] });
    const id = client.send("execute_request", execution(code));
    await stopped();
    const { stackFrames } = await ask("stackTrace", { threadId: 1 });
    assertEquals(
      stackFrames.map(({ name, line }: { name: string; line: number }) => `${name}:${line}`),
      ["cell 2:2"],
    );
    await client.ask("interrupt_request", {}, "control");
    assertEquals((await client.answerTo(id)).reply.ename, "Interrupted");
    await ask("disconnect");
    assertEquals((await client.execute("seen.length")).outputs[0][1].data["text/plain"], "0");
  });
});
