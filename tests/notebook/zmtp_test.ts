import { assert, assertEquals, assertRejects } from "@std/assert";
import { encode, frame, greeting, ready, ZmtpConnection } from "../../src/notebook/zmtp.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("greeting() is 64 bytes: signature, version 3.0, mechanism NULL", () => {
  const sent = greeting();
  assertEquals(sent.length, 64);
  assertEquals([sent[0], sent[9], sent[10], sent[11]], [0xff, 0x7f, 3, 0]);
  assertEquals(new TextDecoder().decode(sent.subarray(12, 16)), "NULL");
  assert(sent.subarray(16).every((byte) => byte === 0));
});

Deno.test("frame() writes a short length in one byte", () => {
  assertEquals([...frame(bytes("hi"), 0)], [0, 2, 104, 105]);
  assertEquals([...frame(new Uint8Array(255), 1).subarray(0, 2)], [1, 255]);
});

Deno.test("frame() writes a length above 255 in eight bytes and says so", () => {
  const sent = frame(new Uint8Array(256), 1);
  assertEquals([...sent.subarray(0, 9)], [3, 0, 0, 0, 0, 0, 0, 1, 0]);
  assertEquals(sent.length, 265);
});

Deno.test("encode() marks every part but the last as followed by more", () => {
  assertEquals([...encode([bytes("a"), bytes("b")])], [1, 1, 97, 0, 1, 98]);
});

Deno.test("ready() names the socket type", () => {
  const text = new TextDecoder().decode(ready("SUB"));
  assert(text.includes("\x05READY\x0bSocket-Type\0\0\0\x03SUB"), JSON.stringify(text));
});

/** A server that shakes hands, sends `sent` in pieces of `size` bytes and says no more. */
function serve(sent: Uint8Array, size: number): { port: number; done: Promise<void> } {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const answer = async () => {
    const connection = await listener.accept();
    listener.close();
    const pieces = [greeting(), ready("DEALER")];
    for (let at = 0; at < sent.length; at += size) pieces.push(sent.subarray(at, at + size));
    for (const piece of pieces) await connection.write(piece);
    await connection.closeWrite();
    const rest = new Uint8Array(1000);
    while (await connection.read(rest) !== null);
    connection.close();
  };
  return { port: listener.addr.port, done: answer() };
}

for (const size of [1, 7, 100_000]) {
  Deno.test(`receive() puts messages together from pieces of ${size} bytes`, async () => {
    const large = new Uint8Array(3000).fill(7);
    const messages = [[bytes("a"), large], [bytes("")], [bytes("last")]];
    const sent = messages.map(encode).flatMap((each) => [...each]);
    const { port, done } = serve(new Uint8Array(sent), size);
    const connection = await ZmtpConnection.connect(port, "DEALER");
    for (const message of messages) assertEquals(await connection.receive(), message);
    assertEquals(await connection.receive(), null);
    connection.close();
    await done;
  });
}

Deno.test("receive() skips commands", async () => {
  const sent = new Uint8Array([...frame(bytes("\x04PING"), 4), ...encode([bytes("x")])]);
  const { port, done } = serve(sent, 100);
  const connection = await ZmtpConnection.connect(port, "DEALER");
  assertEquals(await connection.receive(), [bytes("x")]);
  connection.close();
  await done;
});

Deno.test("receive() refuses bytes that are not ZMTP", async () => {
  const { port, done } = serve(bytes("HTTP/1.1 200 OK\r\n\r\n"), 100);
  const connection = await ZmtpConnection.connect(port, "DEALER");
  await assertRejects(() => connection.receive(), Error, "are not ZMTP");
  connection.close();
  await done;
});
