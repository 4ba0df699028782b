import { assert, assertEquals, assertMatch } from "@std/assert";
import { Client, execution, withKernel } from "./_client.ts";

Deno.test("a cell is answered in the protocol's order: busy, code, outputs, reply, idle", async () => {
  await withKernel(async (client) => {
    const { reply, published } = await client.execute("console.log('a');\n6 * 7");
    assertEquals(published.map(({ header }) => header.msg_type), [
      "status",
      "execute_input",
      "stream",
      "execute_result",
      "status",
    ]);
    assertEquals(published.map(({ content }) => content), [
      { execution_state: "busy" },
      { code: "console.log('a');\n6 * 7", execution_count: 1 },
      { name: "stdout", text: "a\n" },
      { execution_count: 1, data: { "text/plain": "42" }, metadata: {} },
      { execution_state: "idle" },
    ]);
    assertEquals(reply, { execution_count: 1, status: "ok", payload: [], user_expressions: {} });
  });
});

Deno.test("cells that are sent at once run in order, each with its own outputs", async () => {
  await withKernel(async (client) => {
    const count = Number(Deno.env.get("ACTBOOK_PIPELINED") ?? 100);
    const ids = Array.from(
      { length: count },
      (_, i) => client.send("execute_request", execution(`console.log("L${i}"); await 0; ${i}`)),
    );
    for (const [i, id] of ids.entries()) {
      const { outputs } = await client.answerTo(id);
      assertEquals(outputs.map(([, content]) => content.text ?? content.data["text/plain"]), [
        `L${i}\n`,
        `${i}`,
      ]);
    }
  });
});

Deno.test("after an error, cells that wait are aborted, unless they are told to go on", async () => {
  await withKernel(async (client) => {
    const failing = "await new Promise((r) => setTimeout(r, 100)); throw new Error('x')";
    const send = (code: string, more = {}) => client.send("execute_request", execution(code, more));
    const first = [send(failing), send("console.log('no')"), send("1")];
    const statuses = async (ids: string[]) =>
      await Promise.all(ids.map(async (id) => (await client.answerTo(id)).reply.status));
    assertEquals(await statuses(first), ["error", "aborted", "aborted"]);
    const { reply } = await client.answerTo(first[1]);
    assertEquals(reply, { status: "aborted" }, "what did not run has no number");
    assertEquals((await client.execute("1 + 1")).reply.status, "ok");
    const second = [send(failing, { stop_on_error: false }), send("1")];
    assertEquals(await statuses(second), ["error", "ok"]);
  });
});

Deno.test("silent cells and those without history are not counted, silent ones show no value", async () => {
  await withKernel(async (client) => {
    const silent = await client.execute("5", { silent: true });
    assertEquals([silent.outputs, silent.reply.execution_count], [[], 0]);
    const apart = await client.execute("6", { store_history: false });
    assertEquals([apart.outputs[0][1].data["text/plain"], apart.reply.execution_count], ["6", 0]);
    assertEquals((await client.execute("7")).reply.execution_count, 1);
  });
});

Deno.test("late output carries the header of the cell that made it", async () => {
  await withKernel(async (client) => {
    const late = client.send(
      "execute_request",
      execution("setTimeout(() => console.log('late'), 30); undefined"),
    );
    await client.answerTo(late);
    await client.execute("await new Promise((r) => setTimeout(r, 80))");
    await client.until(() => client.published.some(({ content }) => content.text === "late\n"));
    const message = client.published.find(({ content }) => content.text === "late\n")!;
    assertEquals(message.parent.msg_id, late);
  });
});

Deno.test("a question is asked of the client whose cell asks", async () => {
  await withKernel(async (client) => {
    client.onInput = (prompt) => `answer to ${prompt}`;
    const { outputs } = await client.execute("prompt('Who?')", { allow_stdin: true });
    assertEquals(outputs[0][1].data["text/plain"], '"answer to Who? "');
    const refused = await client.execute("prompt('Who?')");
    assertMatch(refused.reply.evalue, /^Cannot ask for input/);
  });
});

Deno.test("an interrupt by message ends the running cell, and those that wait are aborted", async () => {
  await withKernel(async (client) => {
    await client.execute("const kept = 7");
    const running = client.send("execute_request", execution("console.log('on'); for (;;) {}"));
    const waiting = client.send("execute_request", execution("1"));
    await client.until(() => client.published.some(({ content }) => content.text === "on\n"));
    assertEquals((await client.ask("interrupt_request", {}, "control")).reply, { status: "ok" });
    const { reply, outputs } = await client.answerTo(running);
    assertEquals([reply.status, reply.ename], ["error", "Interrupted"]);
    assertEquals(outputs.at(-1)![0], "error");
    assertEquals((await client.answerTo(waiting)).reply.status, "aborted");
    assertEquals((await client.execute("kept")).outputs[0][1].data["text/plain"], "7");
  });
});

Deno.test("the kernel outlives the process of its cells", async () => {
  await withKernel(async (client) => {
    const { reply } = await client.execute("Deno.exit(3)");
    assertEquals([reply.status, reply.ename], ["error", "ProcessEnded"]);
    assertEquals((await client.execute("1 + 1")).outputs[0][1].data["text/plain"], "2");
  });
});

Deno.test("user expressions are evaluated after the cell, each on its own", async () => {
  await withKernel(async (client) => {
    const { reply } = await client.execute("const a = 5", {
      user_expressions: { double: "a * 2", gone: "nothing.here" },
    });
    assertEquals(reply.user_expressions.double.data, { "text/plain": "10" });
    assertEquals(reply.user_expressions.gone.ename, "ReferenceError");
  });
});

Deno.test("broadcasts reach the front end as they are, buffers included", async () => {
  await withKernel(async (client) => {
    const { published } = await client.execute(
      "await Deno.jupyter.broadcast('comm_msg', { comm_id: 'c', data: {} }, { metadata: { m: 1 }, " +
        "buffers: [new Uint8Array([1, 2, 3])] })",
    );
    const message = published.find(({ header }) => header.msg_type === "comm_msg")!;
    assertEquals(message.metadata, { m: 1 });
    assertEquals(message.buffers, [new Uint8Array([1, 2, 3])]);
  });
});

Deno.test("what the kernel is, and whether code is complete", async () => {
  await withKernel(async (client) => {
    const { reply } = await client.ask("kernel_info_request", {});
    assertEquals([reply.implementation, reply.implementation_version], ["actbook", "1.2.3"]);
    assertEquals(reply.language_info.name, "typescript");
    assertEquals((await client.ask("is_complete_request", { code: "const a =" })).reply, {
      status: "incomplete",
      indent: "",
    });
    assertEquals((await client.ask("kernel_info_request", {}, "control")).reply.status, "ok");
  });
});

Deno.test("a cell may ask about a name: ?name, name? and ??name", async () => {
  await withKernel(async (client) => {
    await client.execute("/** Adds one. */\nfunction increment(x: number) {\n  return x + 1;\n}");
    const paged = async (code: string) =>
      (await client.execute(code)).reply.payload[0].data["text/plain"] as string;
    assertMatch(await paged("?increment"), /increment\(x: number\): number[^]*Adds one/);
    assertMatch(await paged("increment?"), /Adds one/);
    assertMatch(await paged("??increment"), /cell 1:1?[^]*return x \+ 1/);
    assertMatch(await paged("?nothingAtAll"), /Nothing is known about `nothingAtAll`/);
  });
});

Deno.test("completions know types and what values have at run time", async () => {
  await withKernel(async (client) => {
    await client.execute(
      "const point: any = { northing: 1, easting: 2 }; const π = { radius: 3 };",
    );
    const ask = async (code: string) =>
      (await client.ask("complete_request", { code, cursor_pos: [...code].length })).reply;
    assert((await ask("'abc'.toUpp")).matches.includes("toUpperCase"));
    assertEquals((await ask("point.no")).matches, ["northing"]);
    const offset = await ask("'😀'; π.rad");
    assertEquals([offset.matches, offset.cursor_start, offset.cursor_end], [["radius"], 7, 10]);
    const hover = await client.ask("inspect_request", {
      code: "Math.max",
      cursor_pos: 8,
      detail_level: 0,
    });
    assertMatch(hover.reply.data["text/plain"], /max\(\.\.\.values: number\[\]\): number/);
  });
});

Deno.test("a shutdown is answered, then the kernel is gone", async () => {
  await withKernel(async (client, kernel) => {
    const { pid } = await kernel.session;
    const { reply } = await client.ask("shutdown_request", { restart: false }, "control");
    assertEquals(reply, { status: "ok", restart: false });
    await kernel.stopped;
    let alive = true;
    try {
      Deno.kill(pid, 0 as unknown as Deno.Signal);
    } catch {
      alive = false;
    }
    assertEquals(alive, false);
  });
});

Deno.test("a question ends when its front end goes away, and the kernel goes on", async () => {
  await withKernel(async (client) => {
    const other = await Client.connect(client.connection);
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    other.onInput = () => {
      resolve();
      other.close();
      return "";
    };
    const id = other.send("execute_request", execution("prompt('Who?')", { allow_stdin: true }));
    await asked;
    const published = (wanted: (content: Record<string, unknown>) => boolean) =>
      client.until(() =>
        client.published.some(({ parent, content }) => parent.msg_id === id && wanted(content))
      );
    await published(({ evalue }) => evalue === "Cannot ask for input: the front end is gone");
    // What is asked before the failed cell has ended is refused with it.
    await published(({ execution_state: state }) => state === "idle");
    assertEquals((await client.execute("1 + 1")).outputs[0][1].data["text/plain"], "2");
  });
});

Deno.test("a service that never answers holds up the cells once, not with each question", async () => {
  const patience = { answer: 400, completions: 400, soon: 1, check: 1 };
  await withKernel(async (client) => {
    const ask = (cursor_pos: number) =>
      client.send("inspect_request", { code: "unknowns", cursor_pos, detail_level: 0 });
    const began = Date.now();
    const ids = Array.from({ length: 200 }, (_, i) => ask(i % 9));
    for (const id of ids) assertEquals((await client.answerTo(id)).reply.found, false);
    // 200 times 400 ms would be 80 s.
    assert(Date.now() - began < 40_000);
  }, { patience, deno: "/nowhere/deno" });
});

Deno.test("a name that types say nothing about is inspected by its value, at once", async () => {
  const patience = { answer: 60_000, completions: 60_000, soon: 1_000, check: 1 };
  await withKernel(async (client) => {
    await client.execute("const point: any = { across: 1, get up() { console.log('ran') } };");
    const began = Date.now();
    const { reply } = await client.ask("inspect_request", {
      code: "f(point.across)",
      cursor_pos: 10,
      detail_level: 0,
    });
    assertEquals(reply.data["text/plain"].trim(), "1");
    const whole = await client.ask("inspect_request", { code: "point", cursor_pos: 5 });
    assertEquals(whole.reply.data["text/plain"].trim(), "{ across: 1, up: [Getter] }");
    assertEquals(whole.outputs, []);
    assert(Date.now() - began < 50_000);
  }, { patience, deno: "/nowhere/deno" });
});
