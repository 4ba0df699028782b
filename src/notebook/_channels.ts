import { MARKER } from "./_prelude.ts";
import type { ConnectionInfo } from "./_process.ts";
import { Waiting } from "./_waiting.ts";
import { decodeMessage, encodeMessage, header, type Message } from "../wire/message.ts";
import type { SocketType, ZmtpConnection } from "./zmtp.ts";

/** What a request to run code says; silent code leaves no trace in counts and history. */
export function execution(code: string, silent: boolean): Record<string, unknown> {
  return {
    code,
    silent,
    store_history: !silent,
    user_expressions: {},
    allow_stdin: true, // how the prelude waits until its outputs are read
    stop_on_error: true,
  };
}

/** The four channels to a kernel: requests and their replies, and what it publishes. */
export class Channels {
  readonly #info: ConnectionInfo;
  readonly #session: string = crypto.randomUUID();
  readonly #connections: ZmtpConnection[] = [];
  readonly #pumps: Promise<void>[] = [];
  readonly #replies: Waiting<Message> = new Waiting();
  readonly #idle: Waiting<Message> = new Waiting();
  readonly #markers: Waiting<true> = new Waiting();
  /** Markers that came before anybody waited for them. */
  readonly #early = new Set<string>();
  readonly #onBreak: (error: unknown) => void;
  #shell!: ZmtpConnection;
  #control!: ZmtpConnection;
  #stdin!: ZmtpConnection;
  /** Called with each message about outputs, in order. */
  onOutput: (message: Message) => void = () => {};

  /**
   * @param info Ports and key
   * @param onBreak Called when a connection breaks
   */
  constructor(info: ConnectionInfo, onBreak: (error: unknown) => void) {
    this.#info = info;
    this.#onBreak = onBreak;
  }

  /** Opens all channels; `open` gives one connection. */
  async connect(
    open: (port: number, type: SocketType) => Promise<ZmtpConnection>,
  ): Promise<void> {
    const opened = async (port: number, type: SocketType) => {
      const connection = await open(port, type);
      this.#connections.push(connection);
      return connection;
    };
    this.#shell = await opened(this.#info.shell_port, "DEALER");
    this.#control = await opened(this.#info.control_port, "DEALER");
    this.#stdin = await opened(this.#info.stdin_port, "DEALER");
    const iopub = await opened(this.#info.iopub_port, "SUB");
    const reply = (message: Message) => this.#replies.deliver(message.parent.msg_id, message);
    this.#pump(this.#shell, reply);
    this.#pump(this.#control, reply);
    this.#pump(this.#stdin, (message) => this.#answer(message));
    this.#pump(iopub, (message) => this.#publish(message));
  }

  /** Asks who the kernel is; resolves once it has published that it is idle again. */
  async whenIdle(): Promise<void> {
    const { id, sent } = this.#send(this.#shell, "kernel_info_request", {});
    const idle = this.#idle.wait(id);
    await sent;
    await idle;
  }

  /** Sends code to run; gives the reply. */
  async execute(code: string, silent: boolean): Promise<Message> {
    return await this.#request(this.#shell, "execute_request", execution(code, silent));
  }

  /** Asks for an end of what runs. */
  async interrupt(): Promise<void> {
    await this.#request(this.#control, "interrupt_request", {});
  }

  /** Asks for an end of the kernel; nobody answers for sure. */
  shutDown(): void {
    this.#send(this.#control, "shutdown_request", { restart: false }).sent.catch(() => {});
  }

  /** Resolves when a marker has been published: then all outputs before it have. */
  marker(id: string): Promise<true> {
    return this.#early.delete(id) ? Promise.resolve(true) : this.#markers.wait(id);
  }

  /** Fails whoever waits, now and later. */
  fail(error: Error): void {
    for (const waiting of [this.#replies, this.#idle, this.#markers]) waiting.fail(error);
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    for (const connection of this.#connections) connection.close();
    await Promise.all(this.#pumps);
  }

  /** Hands on every message of a connection until it closes. */
  #pump(connection: ZmtpConnection, handle: (message: Message) => void): void {
    this.#pumps.push((async () => {
      try {
        for (let parts; (parts = await connection.receive()) !== null;) {
          handle(decodeMessage(parts, this.#info.key));
        }
      } catch (error) {
        this.#onBreak(error);
      }
    })());
  }

  #publish(message: Message): void {
    const { header, content, parent } = message;
    if (header.msg_type === "status") {
      if (content.execution_state === "idle") this.#idle.deliver(parent.msg_id, message);
    } else if (content.data?.[MARKER] !== undefined) {
      const id: string = content.data[MARKER];
      if (!this.#markers.deliver(id, true)) this.#early.add(id);
    } else if (header.msg_type !== "execute_input") {
      // By time, not by parent: the kernel stamps what is late with the request it has come to.
      this.onOutput(message);
    }
  }

  /** The prelude waits here until the runner has read what came before. */
  #answer({ header: request, content }: Message): void {
    if (request.msg_type !== "input_request") return;
    const reply = () => {
      const message = { header: header("input_reply", this.#session), parent: request };
      const all = { ...message, metadata: {}, content: { value: "", status: "ok" } };
      return this.#stdin.send(encodeMessage(all, this.#info.key)).catch(() => {});
    };
    const [, id] = String(content.prompt).split(MARKER);
    if (id === undefined) reply();
    else this.marker(id).then(reply, () => {});
  }

  #send(connection: ZmtpConnection, type: string, content: unknown) {
    const head = header(type, this.#session);
    const message: Message = { header: head, parent: {}, metadata: {}, content };
    return { id: head.msg_id, sent: connection.send(encodeMessage(message, this.#info.key)) };
  }

  async #request(connection: ZmtpConnection, type: string, content: unknown): Promise<Message> {
    const { id, sent } = this.#send(connection, type, content);
    const reply = this.#replies.wait(id);
    sent.catch(() => {}); // a failed write means a dead kernel, and then the reply fails
    return await reply;
  }
}
