import { assertEquals, assertThrows } from "@std/assert";
import { readConnection } from "../../src/kernel/connection.ts";
import { JupyterKernel } from "../../src/kernel/jupyter_kernel.ts";
import { Session } from "../../src/session/mod.ts";
import { ExactReader } from "../../src/session/exact_reader.ts";
import { encode, greeting, readFrame, readMessage, ready } from "../../src/wire/frames.ts";
import { decodeMessage, encodeMessage, header } from "../../src/wire/message.ts";

const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };

function reading(file: unknown) {
  const path = Deno.makeTempFileSync({ prefix: "actbook-connection-" });
  try {
    Deno.writeTextFileSync(path, JSON.stringify(file));
    return readConnection(path);
  } finally {
    Deno.removeSync(path);
  }
}

Deno.test("a connection file says where each channel listens", () => {
  const tcp = reading({
    transport: "tcp",
    ip: "127.0.0.1",
    key: "k",
    signature_scheme: "hmac-sha256",
    ...ports,
  });
  assertEquals(tcp.key, "k");
  assertEquals(tcp.addresses.control, { transport: "tcp", hostname: "127.0.0.1", port: 4 });
  if (Deno.build.os === "windows") return;
  const ipc = reading({ transport: "ipc", ip: "/tmp/kernel", key: "", ...ports });
  assertEquals(ipc.addresses.hb, { transport: "ipc", path: "/tmp/kernel-5" });
});

Deno.test("a connection file that asks for what there is not is refused", () => {
  assertThrows(() => reading({ ...ports, transport: "pgm" }), Error, "transport must be tcp");
  assertThrows(() => reading({ ...ports, hb_port: "5" }), Error, "hb_port must be a whole number");
  assertThrows(
    () => reading({ ...ports, key: "k", signature_scheme: "hmac-md5" }),
    Error,
    "signature_scheme must be hmac-sha256: current value is hmac-md5",
  );
});

Deno.test({
  name: "a kernel listens on sockets of Unix too, which are the user's alone",
  ignore: Deno.build.os === "windows",
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "actbook-ipc-" });
    const connection = reading({ transport: "ipc", ip: `${folder}/k`, key: "key", ...ports });
    const session = Session.start({ cwd: folder });
    const kernel = new JupyterKernel(connection, { session, cwd: folder, version: "1" });
    const path = `${folder}/k-1`;
    assertEquals(Deno.statSync(path).mode! & 0o777, 0o600);
    const socket = await Deno.connect({ transport: "unix", path });
    const reader = new ExactReader(socket);
    const message = {
      header: header("kernel_info_request", "s"),
      parent: {},
      metadata: {},
      content: {},
    };
    for (const bytes of [greeting(), ready("DEALER"), encode(encodeMessage(message, "key"))]) {
      await socket.write(bytes);
    }
    await reader.take(64);
    await readFrame(reader);
    const reply = decodeMessage((await readMessage(reader))!, "key");
    assertEquals([reply.header.msg_type, reply.content.status], ["kernel_info_reply", "ok"]);
    socket.close();
    await kernel.stop();
    await Deno.remove(folder, { recursive: true });
  },
});
