/**
 * The part of ZeroMQ's wire protocol (ZMTP 3.0, https://rfc.zeromq.org/spec/23/) that a Jupyter
 * client needs: one TCP connection, no encryption, as a DEALER or a SUB socket.
 *
 * @module
 */

/**
 * The kinds of socket a Jupyter client opens: DEALER to ask, SUB to listen.
 *
 * @internal
 */
export type SocketType = "DEALER" | "SUB";

/**
 * One message: its parts in order.
 *
 * @internal
 */
export type Multipart = Uint8Array[];

const MORE = 1, LONG = 2, COMMAND = 4;
const GREETING_LENGTH = 64;
/** Deno's kernel never sends more in one part; a larger length means the stream is out of step. */
const MAX_PART = 2 ** 30;

const ascii = new TextEncoder();

/**
 * The 64 bytes each side sends first: signature, version 3.0, mechanism NULL.
 *
 * @returns The greeting of a client
 * @internal
 */
export function greeting(): Uint8Array {
  const bytes = new Uint8Array(GREETING_LENGTH);
  bytes[0] = 0xff;
  bytes[8] = 1; // the old 2.0 length field, as libzmq fills it
  bytes[9] = 0x7f;
  bytes[10] = 3;
  bytes.set(ascii.encode("NULL"), 12);
  return bytes;
}

/**
 * The READY command that ends the NULL handshake: a list of named properties.
 *
 * @param type The kind of this end's socket
 * @returns The command as one frame
 * @internal
 */
export function ready(type: SocketType): Uint8Array {
  const properties: [string, string][] = [["Socket-Type", type]];
  if (type === "DEALER") properties.push(["Identity", ""]);
  const body: number[] = [5, ...ascii.encode("READY")];
  for (const [name, value] of properties) {
    body.push(name.length, ...ascii.encode(name));
    body.push(0, 0, 0, value.length, ...ascii.encode(value));
  }
  return frame(new Uint8Array(body), COMMAND);
}

/**
 * One frame: flags, length in one byte or in eight, then the body.
 *
 * @param body The content, of any length
 * @param flags 1 when more parts follow, 4 for a command, 0 otherwise
 * @returns The bytes to send
 * @internal
 */
export function frame(body: Uint8Array, flags: number): Uint8Array {
  const long = body.length > 255;
  const head = long ? 9 : 2;
  const bytes = new Uint8Array(head + body.length);
  bytes[0] = flags | (long ? LONG : 0);
  if (long) new DataView(bytes.buffer).setBigUint64(1, BigInt(body.length));
  else bytes[1] = body.length;
  bytes.set(body, head);
  return bytes;
}

/**
 * The frames of a message, ready to send in one write.
 *
 * @param parts At least one part
 * @returns The bytes to send
 * @internal
 */
export function encode(parts: Multipart): Uint8Array {
  const frames = parts.map((part, i) => frame(part, i < parts.length - 1 ? MORE : 0));
  return concat(frames, frames.reduce((sum, each) => sum + each.length, 0));
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Reads exact numbers of bytes from a stream that delivers them in pieces of any size. */
class ByteReader {
  #chunks: Uint8Array[] = [];
  #length = 0;
  readonly #source: ReadableStreamDefaultReader<Uint8Array>;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#source = stream.getReader();
  }

  /** The next `count` bytes, or null if the stream ends before. */
  async take(count: number): Promise<Uint8Array | null> {
    while (this.#length < count) {
      const { value, done } = await this.#source.read();
      if (done) return null;
      this.#chunks.push(value);
      this.#length += value.length;
    }
    const all = this.#chunks.length === 1 ? this.#chunks[0] : concat(this.#chunks, this.#length);
    this.#length -= count;
    this.#chunks = this.#length > 0 ? [all.subarray(count)] : [];
    return all.subarray(0, count);
  }
}

/**
 * One side of a ZeroMQ connection.
 *
 * @internal
 */
export class ZmtpConnection {
  readonly #connection: Deno.Conn;
  readonly #reader: ByteReader;
  #writing: Promise<void> = Promise.resolve();

  private constructor(connection: Deno.Conn) {
    this.#connection = connection;
    this.#reader = new ByteReader(connection.readable);
  }

  /**
   * Connects to a listening ZeroMQ socket and shakes hands. A SUB socket subscribes to everything.
   *
   * @param port TCP port on this machine
   * @param type The kind of this end's socket
   * @returns The open connection
   * @throws {Deno.errors.ConnectionRefused} If nothing listens there
   * @throws {Error} If the other end does not speak ZMTP 3 or refuses
   */
  static async connect(port: number, type: SocketType): Promise<ZmtpConnection> {
    const tcp = await Deno.connect({ hostname: "127.0.0.1", port });
    tcp.setNoDelay(true);
    const connection = new ZmtpConnection(tcp);
    try {
      await connection.#shakeHands(port, type);
    } catch (error) {
      connection.close();
      throw error;
    }
    return connection;
  }

  async #shakeHands(port: number, type: SocketType): Promise<void> {
    await this.#write(greeting());
    const theirs = await this.#reader.take(GREETING_LENGTH);
    if (theirs === null || theirs[0] !== 0xff || theirs[10] < 3) {
      throw new Error(`Cannot talk to port ${port}: it does not speak ZMTP 3`);
    }
    await this.#write(ready(type));
    const reply = await this.#frame();
    if (reply === null || !(reply.flags & COMMAND) || reply.body[1] !== 0x52 /* R of READY */) {
      throw new Error(`Cannot talk to port ${port}: the handshake was refused`);
    }
    if (type === "SUB") await this.send([new Uint8Array([1])]);
  }

  /**
   * Sends one message. Messages leave in the order of the calls.
   *
   * @param parts At least one part
   */
  send(parts: Multipart): Promise<void> {
    return this.#write(encode(parts));
  }

  /**
   * The next message.
   *
   * @returns Its parts, or null when the other end has closed the connection
   * @throws {Error} If what arrives is not ZMTP
   */
  async receive(): Promise<Multipart | null> {
    const parts: Multipart = [];
    while (true) {
      const next = await this.#frame();
      if (next === null) return null;
      if (next.flags & COMMAND) continue;
      parts.push(next.body);
      if (!(next.flags & MORE)) return parts;
    }
  }

  /** Closes the connection. Safe to call twice. */
  close(): void {
    try {
      this.#connection.close();
    } catch {
      // Already closed.
    }
  }

  /** Writes wait for each other: two writes in flight could interleave. */
  #write(bytes: Uint8Array): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      for (let at = 0; at < bytes.length;) at += await this.#connection.write(bytes.subarray(at));
    });
    return this.#writing;
  }

  async #frame(): Promise<{ flags: number; body: Uint8Array } | null> {
    const head = await this.#reader.take(2);
    if (head === null) return null;
    const flags = head[0];
    let length = head[1];
    if (flags & LONG) {
      const rest = await this.#reader.take(7);
      if (rest === null) return null;
      length = Number(new DataView(concat([head.subarray(1), rest], 8).buffer).getBigUint64(0));
    }
    if (flags > (MORE | LONG | COMMAND) || length > MAX_PART) {
      throw new Error("Cannot read from the kernel: the bytes it sent are not ZMTP");
    }
    const body = await this.#reader.take(length);
    return body === null ? null : { flags, body };
  }
}
