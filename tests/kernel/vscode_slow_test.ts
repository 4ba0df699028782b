/**
 * VS Code's Jupyter extension cannot be installed here: its marketplace is out of reach. So these tests
 * send what its source sends (microsoft/vscode-jupyter at 3d24702, files named at each), in its order.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Client, execution, withKernel } from "./_client.ts";

/** As `cellExecution.ts` asks for a cell. */
function asVsCode(client: Client, code: string): string {
  const message = {
    ...client.message("execute_request", {
      code,
      silent: false,
      stop_on_error: false,
      allow_stdin: true,
      store_history: true,
    }),
    metadata: { cellId: "vscode-notebook-cell:/home/me/n.ipynb#W0sZmlsZQ%3D%3D", trusted: true },
  };
  client.sendOn("shell", message);
  return message.header.msg_id;
}

Deno.test("VS Code: the kernel is there when it has answered on shell and control", async () => {
  // rawKernelConnection.node.ts sends both at once, and waits for a message on iopub too.
  await withKernel(async (client) => {
    const [control, shell] = await Promise.all([
      client.ask("kernel_info_request", {}, "control"),
      client.ask("kernel_info_request", {}),
    ]);
    for (const { reply, published } of [control, shell]) {
      assertEquals([reply.status, reply.language_info.name], ["ok", "typescript"]);
      assertEquals(reply.language_info.file_extension, ".ts");
      assert(published.length > 0);
    }
  });
});

Deno.test("VS Code: cells with its metadata, also after one that failed, as it does not stop on errors", async () => {
  await withKernel(async (client) => {
    const ids = ["const n: number = 6", "throw new Error('no')", "n * 7"]
      .map((code) => asVsCode(client, code));
    const answers = [];
    for (const id of ids) answers.push(await client.answerTo(id));
    assertEquals(answers.map(({ reply }) => reply.status), ["ok", "error", "ok"]);
    assertEquals(answers[2].outputs[0][1].data["text/plain"], "42");
    client.onInput = (prompt) => `answer to ${prompt}`;
    const asked = await client.answerTo(asVsCode(client, "prompt('Who?')"));
    assertEquals(asked.outputs[0][1].data["text/plain"], '"answer to Who? "');
  });
});

Deno.test("VS Code: a silent background cell is neither counted nor remembered", async () => {
  // helpers.ts, executeSilently
  await withKernel(async (client) => {
    await client.answerTo(asVsCode(client, "1"));
    const background = { stop_on_error: false, store_history: false };
    const { reply } = await client.execute("2", background);
    assertEquals(reply.execution_count, 1);
    const { reply: after } = await client.answerTo(asVsCode(client, "3"));
    assertEquals(after.execution_count, 2);
    const history = { hist_access_type: "tail", n: 9, output: false, raw: true };
    const { reply: kept } = await client.ask("history_request", history);
    assertEquals(kept.history.map(([, , code]: [number, number, string]) => code), ["1", "3"]);
  });
});

Deno.test("VS Code: the Stop button sends a message on control, as the kernelspec says", async () => {
  await withKernel(async (client) => {
    const id = asVsCode(client, "console.log('on'); for (;;) {}");
    await client.until(() => client.published.some(({ content }) => content.text === "on\n"));
    assertEquals((await client.ask("interrupt_request", {}, "control")).reply.status, "ok");
    assertEquals((await client.answerTo(id)).reply.ename, "Interrupted");
  });
});

Deno.test("VS Code: completions and what it inspects for each of them", async () => {
  // kernelCompletionProvider.ts asks with the cell alone; resolveCompletionItem.ts with the item put in.
  await withKernel(async (client) => {
    await client.answerTo(asVsCode(client, "const point = { across: 1, up: 2 };"));
    const { reply } = await client.ask("complete_request", { code: "point.", cursor_pos: 6 });
    assert(["across", "up"].every((name) => reply.matches.includes(name)));
    const { reply: about } = await client.ask("inspect_request", {
      code: "point.across",
      cursor_pos: 12,
      detail_level: 0,
    });
    assertMatch(about.data["text/plain"], /across: number/);
  });
});

Deno.test("VS Code: a debug session from its start to a breakpoint in a cell, and its end", async () => {
  // kernelDebugAdapterBase.ts passes DAP on as `debug_request`; kernelDebugAdapter.ts dumps cells.
  await withKernel(async (client) => {
    let seq = 0;
    const ask = async (command: string, args: object = {}) => {
      const request = { seq: ++seq, type: "request", command, arguments: args };
      const { reply } = await client.ask("debug_request", request, "control");
      assertEquals([reply.success, reply.command], [true, command], JSON.stringify(reply));
      return reply.body;
    };
    await ask("debugInfo");
    await ask("initialize", { adapterID: "x", linesStartAt1: true, columnsStartAt1: true });
    await ask("attach", { type: "Python Kernel Debug Adapter", justMyCode: true });
    const code = "let a = 1;\na += 1;\na";
    const { sourcePath } = await ask("dumpCell", { code });
    await ask("setBreakpoints", { source: { path: sourcePath }, breakpoints: [{ line: 2 }] });
    await ask("configurationDone");
    const id = asVsCode(client, code);
    const stops = () =>
      client.published.filter(({ header, content }) =>
        header.msg_type === "debug_event" && content.event === "stopped"
      );
    await client.until(() => stops().length === 1);
    const { threadId } = stops()[0].content.body;
    const { stackFrames } = await ask("stackTrace", { threadId });
    assertEquals([stackFrames[0].line, stackFrames[0].source.path], [2, sourcePath]);
    const { scopes } = await ask("scopes", { frameId: stackFrames[0].id });
    assert(scopes.length > 0);
    await ask("continue", { threadId });
    assertEquals((await client.answerTo(id)).outputs[0][1].data["text/plain"], "2");
    await ask("disconnect", { restart: false });
  });
});

Deno.test("VS Code: ipywidgets ask which comms are open", async () => {
  await withKernel(async (client) => {
    await client.ask("execute_request", execution("1"));
    const { reply } = await client.ask("comm_info_request", { target_name: "jupyter.widget" });
    assertEquals(reply, { status: "ok", comms: {} });
  });
});
