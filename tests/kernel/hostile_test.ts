import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { encode, frame, greeting, ready } from "../../src/wire/frames.ts";
import { encodeMessage } from "../../src/wire/message.ts";
import { execution, portOf, withKernel } from "./_client.ts";

const text = new TextEncoder();

/** Sends bytes on a connection of its own and closes it; gives what came back. */
async function throwAt(port: number, bytes: Uint8Array): Promise<Uint8Array> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const answer: number[] = [], buffer = new Uint8Array(4096);
  try {
    await connection.write(bytes);
    await connection.closeWrite();
    for (let n; (n = await connection.read(buffer)) !== null;) {
      answer.push(...buffer.subarray(0, n));
    }
  } catch {
    // It was closed at once.
  } finally {
    connection.close();
  }
  return new Uint8Array(answer);
}

const handshake = [...greeting(), ...ready("DEALER", "mallory")];

Deno.test("bytes of any kind neither stop the kernel nor are they answered", async () => {
  await withKernel(async (client) => {
    const port = portOf(client.connection, "shell");
    const welcome = greeting().length + ready("ROUTER" as "DEALER").length;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, polite) => {
        const sent = new Uint8Array([...polite ? handshake : [], ...bytes]);
        assert((await throwAt(port, sent)).length <= welcome + 20, "it was answered");
      }),
      { numRuns: 60 },
    );
    assertEquals((await client.execute("1 + 1")).outputs[0][1].data["text/plain"], "2");
  });
});

Deno.test("messages that are cut, doubled, changed or not signed are not run", async () => {
  await withKernel(async (client) => {
    await client.execute("var runs = 0");
    const good = () =>
      encodeMessage(client.message("execute_request", execution("runs++")), client.connection.key);
    const once = good();
    await client.sendRaw(once);
    await client.until(() => client.replies.length === 2);
    const wrong: Uint8Array[][] = [
      once, // a replay
      good().slice(0, 4),
      good().slice(1),
      [text.encode("x")],
      good().with(1, text.encode("0".repeat(64))),
      good().with(1, new Uint8Array()),
      encodeMessage(client.message("execute_request", execution("runs++")), "another key"),
      encodeMessage(client.message("execute_request", execution("runs++")), ""),
    ];
    const changed = good();
    changed[5] = text.encode(JSON.stringify(execution("runs += 100")));
    for (const parts of [...wrong, changed]) await client.sendRaw(parts);
    const { outputs } = await client.execute("runs");
    assertEquals(outputs[0][1].data["text/plain"], "1");
    assertEquals(client.replies.length, 3, "something was answered");
  });
});

Deno.test("any message with a right signature is answered or left, and the kernel goes on", async () => {
  await withKernel(async (client) => {
    const types = fc.constantFrom(
      ...["execute", "complete", "inspect", "is_complete", "history", "comm_info", "nothing"]
        .map((name) => `${name}_request`),
      "comm_open",
      "toString",
      "__proto__",
    );
    const content = fc.oneof(
      fc.record({
        code: fc.constantFrom("1", "", "let ="),
        cursor_pos: fc.integer({ min: -2, max: 9 }),
      }),
      fc.dictionary(fc.string(), fc.jsonValue()),
    );
    const messages = fc.array(fc.tuple(types, content), { minLength: 10, maxLength: 10 });
    // Should it fail, fast-check tells the seed and the messages.
    await fc.assert(
      fc.asyncProperty(messages, async (all) => {
        for (const [type, content] of all) client.sendOn("shell", client.message(type, content));
        await client.ask("kernel_info_request", {}); // what failed has aborted what waited
        assertEquals((await client.execute("1 + 1")).outputs[0][1].data["text/plain"], "2");
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

Deno.test("a cell that is no text is refused, not counted and not remembered", async () => {
  await withKernel(async (client) => {
    for (const content of [{}, { code: 5 }, { code: null }, { code: ["1"] }]) {
      const { reply } = await client.ask("execute_request", content);
      assertEquals([reply.status, reply.ename], ["error", "TypeError"]);
    }
    assertEquals((await client.execute("1")).reply.execution_count, 1);
    const { reply } = await client.ask("history_request", { hist_access_type: "tail", n: 9 });
    assertEquals(reply.history, [[1, 1, "1"]]);
  });
});

Deno.test("an unknown request is not answered", async () => {
  await withKernel(async (client) => {
    const id = client.send("make_coffee_request", {});
    await client.ask("kernel_info_request", {});
    const about = [...client.replies, ...client.published].filter(({ parent }) =>
      parent.msg_id === id
    );
    assertEquals(about, []);
  });
});

Deno.test("a frame that announces a gigabyte and does not send it takes no memory", async () => {
  await withKernel(async (client) => {
    const head = new Uint8Array(9);
    head[0] = 2;
    new DataView(head.buffer).setBigUint64(1, 2n ** 30n);
    const before = Deno.memoryUsage().rss;
    await throwAt(
      portOf(client.connection, "shell"),
      new Uint8Array([...handshake, ...head, 1, 2]),
    );
    assert(Deno.memoryUsage().rss - before < 2 ** 28);
    assertEquals((await client.execute("1")).reply.status, "ok");
  });
});

/** Runs a program as another user, which only root can; nothing if that is not possible here. */
async function asAnother(program: string): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-config", "--no-lock", program],
    uid: 65534,
    gid: 65534,
    cwd: "/",
    env: { DENO_DIR: "/nowhere" },
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout).trim();
}

const canBeAnother = Deno.build.os === "linux" && Deno.uid() === 0 &&
  await asAnother("console.log(Deno.uid())").catch(() => "") === "65534";

Deno.test({
  name: "another user of the machine cannot even listen to what is published",
  ignore: !canBeAnother,
  async fn() {
    await withKernel(async (client) => {
      const sent = [...greeting(), ...ready("SUB"), ...encode([new Uint8Array([1])])];
      const port = portOf(client.connection, "iopub");
      const handshake = greeting().length + ready("PUB").length;
      const got = await asAnother(`
        const socket = await Deno.connect({ hostname: "127.0.0.1", port: ${port} });
        const buffer = new Uint8Array(1000);
        await socket.write(new Uint8Array([${sent}])).catch(() => {});
        let got = 0;
        for (let count; (count = await socket.read(buffer).catch(() => null)) !== null;) got += count;
        console.log(got);`);
      assert(got !== "" && Number(got) <= handshake, got);
      assert((await throwAt(port, new Uint8Array(sent))).length > handshake, "nor can we");
    });
  },
});

Deno.test("heartbeats are echoed, and those of ZMTP itself answered", async () => {
  await withKernel(async (client) => {
    const beat = encode([new Uint8Array(), text.encode("beat")]);
    const requester = new Uint8Array([...greeting(), ...ready("REQ"), ...beat]);
    const echoed = await throwAt(portOf(client.connection, "hb"), requester);
    assertEquals(echoed.slice(-beat.length), beat);
    const ping = frame(new Uint8Array([...text.encode("\x04PING"), 0, 0, 120]), 4);
    const answer = await throwAt(
      portOf(client.connection, "shell"),
      new Uint8Array([...handshake, ...ping]),
    );
    assertEquals(answer.slice(-8), frame(text.encode("\x04PONGx"), 4));
  });
});
