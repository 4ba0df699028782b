/**
 * The client's end of a ZeroMQ connection: one TCP connection, no encryption, as a DEALER or a SUB
 * socket.
 *
 * @module
 */

import { ExactReader } from "../session/exact_reader.ts";
import {
  encode,
  greeting,
  type Multipart,
  readFrame,
  readGreeting,
  readMessage,
  ready,
  readyProperties,
  type SocketType,
} from "../wire/frames.ts";

export type { SocketType };

/**
 * One side of a ZeroMQ connection.
 *
 * @internal
 */
export class ZmtpConnection {
  readonly #connection: Deno.Conn;
  readonly #reader: ExactReader;
  #writing: Promise<void> = Promise.resolve();

  private constructor(connection: Deno.Conn) {
    this.#connection = connection;
    this.#reader = new ExactReader(connection);
  }

  /**
   * Connects to a listening ZeroMQ socket and shakes hands. A SUB socket subscribes to everything.
   *
   * @param port TCP port on this machine
   * @param type The kind of this end's socket
   * @param identity The name of a DEALER, by which a kernel finds its other channels
   * @returns The open connection
   * @throws {Deno.errors.ConnectionRefused} If nothing listens there
   * @throws {Error} If the other end does not speak ZMTP 3 or refuses
   */
  static async connect(
    port: number,
    type: SocketType,
    identity?: string,
  ): Promise<ZmtpConnection> {
    const tcp = await Deno.connect({ hostname: "127.0.0.1", port });
    tcp.setNoDelay(true);
    const connection = new ZmtpConnection(tcp);
    try {
      await connection.#shakeHands(port, type, identity);
    } catch (error) {
      connection.close();
      throw error;
    }
    return connection;
  }

  async #shakeHands(port: number, type: SocketType, identity?: string): Promise<void> {
    await this.#write(greeting());
    if (!await readGreeting(this.#reader)) {
      throw new Error(`Cannot talk to port ${port}: it does not speak ZMTP 3`);
    }
    await this.#write(ready(type, identity));
    const reply = await readFrame(this.#reader);
    if (reply === null || !readyProperties(reply)) {
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
  receive(): Promise<Multipart | null> {
    return readMessage(this.#reader);
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
}
