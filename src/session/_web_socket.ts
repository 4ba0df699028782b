import { ExactReader } from "./exact_reader.ts";
import { OrderedWriter } from "./ordered_writer.ts";

/**
 * A WebSocket client that does not wait. Deno's inspector leaves Nagle's algorithm on: its next
 * packet waits 40 ms for ours. So this end sends small ones at once, and a pong nobody asked for after
 * each message.
 */
export class QuickWebSocket {
  readonly #connection: Deno.TcpConn;
  readonly #writer: OrderedWriter;

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
    this.#writer = new OrderedWriter(connection);
  }

  /**
   * @param url Where to connect: `ws:` on this machine
   * @param onText Called with each text that arrives
   * @param onClose Called once, when the connection is gone
   * @throws {Error} If the other end refuses
   */
  static async connect(
    url: string,
    onText: (text: string) => void,
    onClose: () => void,
  ): Promise<QuickWebSocket> {
    const { hostname, port, pathname, host } = new URL(url);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    connection.setNoDelay(true);
    const socket = new QuickWebSocket(connection);
    const reader = new ExactReader(connection);
    try {
      await socket.#upgrade(reader, pathname, host);
    } catch (error) {
      socket.close();
      throw error;
    }
    socket.#read(reader, onText).catch(() => {}).then(() => {
      socket.close();
      onClose();
    });
    return socket;
  }

  async #upgrade(reader: ExactReader, path: string, host: string): Promise<void> {
    const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
    const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\n` +
      `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`;
    await this.#writer.write(new TextEncoder().encode(request));
    let head = "";
    while (!head.endsWith("\r\n\r\n")) {
      const byte = await reader.take(1);
      if (byte === null) break;
      head += String.fromCharCode(byte[0]);
    }
    if (!/^HTTP\/1\.1 101 /.test(head)) {
      throw new Error(`Cannot open ${host}: it answered ${head.split("\r\n")[0] || "nothing"}`);
    }
  }

  async #read(reader: ExactReader, onText: (text: string) => void): Promise<void> {
    const PONG = new Uint8Array([0x8a, 0x80, 0, 0, 0, 0]);
    let pieces: Uint8Array[] = [];
    for (let head; (head = await reader.take(2)) !== null;) {
      const length = await frameLength(head[1] & 127, reader);
      const body = length === null ? null : await reader.take(length);
      const code = head[0] & 15, last = (head[0] & 128) !== 0;
      if (body === null || code === 8) return;
      this.#writer.write(PONG);
      if (code > 2) continue;
      pieces.push(body);
      if (!last) continue;
      const decoder = new TextDecoder();
      const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join("");
      pieces = [];
      onText(text + decoder.decode());
    }
  }

  /** Sends a text, after what was sent before. The mask is 0, which the protocol allows. */
  send(text: string): void {
    const body = new TextEncoder().encode(text), size = body.length;
    const head = size < 126 ? 6 : size < 65_536 ? 8 : 14;
    const bytes = new Uint8Array(head + size), view = new DataView(bytes.buffer);
    bytes[0] = 0x81;
    bytes[1] = 0x80 | (head === 6 ? size : head === 8 ? 126 : 127);
    if (head === 8) view.setUint16(2, size);
    if (head === 14) view.setBigUint64(2, BigInt(size));
    bytes.set(body, head);
    this.#writer.write(bytes);
  }

  /** Closes the connection. Safe to call twice. */
  close(): void {
    try {
      this.#connection.close();
    } catch {
      // Closed before.
    }
  }
}

/** A frame's length, from the seven bits of its head or from what follows it. */
async function frameLength(bits: number, reader: ExactReader): Promise<number | null> {
  if (bits < 126) return bits;
  const bytes = await reader.take(bits === 126 ? 2 : 8);
  if (bytes === null) return null;
  const view = new DataView(bytes.buffer);
  return bits === 126 ? view.getUint16(0) : Number(view.getBigUint64(0));
}
