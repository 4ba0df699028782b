import { assertEquals, assertRejects } from "@std/assert";
import { ZmtpConnection } from "../../src/notebook/zmtp.ts";
import { encode, frame, greeting, ready } from "../../src/wire/frames.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

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
  await assertRejects(() => connection.receive(), Error, "is not ZMTP");
  connection.close();
  await done;
});
