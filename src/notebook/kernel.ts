/**
 * Deno's Jupyter kernel, driven so that no output is lost or filed under another cell.
 *
 * @module
 */

import { decodeMessage, encodeMessage, header, type Message } from "./message.ts";
import { endOfCell, MARKER, prelude } from "./_prelude.ts";
import { type ConnectionInfo, connectionInfo, KernelProcess } from "./_process.ts";
import { Waiting } from "./_waiting.ts";
import { within } from "./_within.ts";
import { type SocketType, ZmtpConnection } from "./zmtp.ts";

/** Raised when the kernel's process has ended, for instance through `Deno.exit`. */
export class KernelDiedError extends Error {
  /** The name of the class. */
  override name = "KernelDiedError";
}

/** Raised when a cell ran longer than its limit. The kernel has been stopped. */
export class CellTimeoutError extends Error {
  /** The name of the class. */
  override name = "CellTimeoutError";
}

/** Where and until when a kernel runs. */
export interface KernelOptions {
  /** The folder the cells run in; imports and the project's deno.json are found from there. */
  readonly cwd: string;
  /** Aborting it stops the kernel at once. */
  readonly signal?: AbortSignal;
}

/** How to run one cell. */
export interface ExecuteOptions {
  /** Seconds after which the kernel is stopped; no limit if absent. */
  readonly timeout?: number;
  /** Called with each message about outputs, in order. */
  readonly onOutput?: (message: Message) => void;
}

/** The kernel's answer to a cell. */
export interface Reply {
  /** Whether the cell ran to its end. */
  readonly status: "ok" | "error";
  /** How many cells the kernel has run, this one included. */
  readonly executionCount: number;
  /** The class of the exception, when status is "error". */
  readonly ename?: string;
  /** Its message, when status is "error". */
  readonly evalue?: string;
}

const START_LIMIT = 60_000;
const STARTS = 3;
const SHUTDOWN_GRACE = 2_000;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A running kernel.
 *
 * @example
 * ```ts
 * import { Kernel } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const kernel = await Kernel.start({ cwd: Deno.cwd() });
 * const shown: string[] = [];
 * await kernel.execute("6 * 7", { onOutput: ({ content }) => shown.push(content.data["text/plain"]) });
 * await kernel.close();
 * assertEquals(shown, ["42"]);
 * ```
 */
export class Kernel {
  readonly #info: ConnectionInfo;
  readonly #process: KernelProcess;
  readonly #session: string = crypto.randomUUID();
  readonly #signal?: AbortSignal;
  readonly #connections: ZmtpConnection[] = [];
  readonly #pumps: Promise<void>[] = [];
  #shell!: ZmtpConnection;
  #control!: ZmtpConnection;
  readonly #replies: Waiting<Message> = new Waiting();
  readonly #idle: Waiting<Message> = new Waiting();
  readonly #markers: Waiting<Message> = new Waiting();
  #onOutput: (message: Message) => void = () => {};
  #closing = false;

  private constructor(options: KernelOptions) {
    this.#signal = options.signal;
    this.#info = connectionInfo();
    this.#process = new KernelProcess(this.#info, options.cwd);
    this.#signal?.addEventListener("abort", this.#abort);
    this.#process.ended.then(() => this.#fail(this.#death()));
  }

  /**
   * Starts a kernel and waits until it answers.
   *
   * @param options Where it runs
   * @returns The kernel, ready for cells; the caller must close it
   * @throws {KernelDiedError} If it does not start
   */
  static async start(options: KernelOptions): Promise<Kernel> {
    for (let attempt = 1;; attempt++) {
      options.signal?.throwIfAborted();
      const kernel = new Kernel(options);
      try {
        await kernel.#getReady();
        return kernel;
      } catch (error) {
        await kernel.#stop();
        options.signal?.throwIfAborted();
        // Another program may have taken one of the ports meanwhile.
        if (attempt === STARTS) throw error;
      }
    }
  }

  /** The process id. */
  get pid(): number {
    return this.#process.child.pid;
  }

  async #getReady(): Promise<void> {
    const deadline = Date.now() + START_LIMIT;
    this.#shell = await this.#connect(this.#info.shell_port, "DEALER", deadline);
    this.#control = await this.#connect(this.#info.control_port, "DEALER", deadline);
    const iopub = await this.#connect(this.#info.iopub_port, "SUB", deadline);
    this.#process.forgetConnectionFile();
    this.#pump(this.#shell, (message) => this.#replies.deliver(message.parent.msg_id, message));
    this.#pump(this.#control, (message) => this.#replies.deliver(message.parent.msg_id, message));
    this.#pump(iopub, (message) => this.#publish(message));
    // Until the subscription has arrived the kernel publishes to nobody, so ask until it is heard.
    while (!(await this.#heard())) {
      if (Date.now() > deadline) throw new KernelDiedError("Cannot start the kernel: no answer");
    }
    await this.#request(this.#shell, "execute_request", execution(prelude, true));
  }

  async #connect(port: number, type: SocketType, deadline: number): Promise<ZmtpConnection> {
    while (true) {
      try {
        const connection = await ZmtpConnection.connect(port, type);
        this.#connections.push(connection);
        return connection;
      } catch (error) {
        if (this.#process.exitCode !== undefined) throw this.#death();
        this.#signal?.throwIfAborted();
        if (Date.now() > deadline) throw error;
        await sleep(5);
      }
    }
  }

  async #heard(): Promise<boolean> {
    const { id, sent } = this.#send(this.#shell, "kernel_info_request", {});
    const idle = this.#idle.wait(id).then(() => true);
    await sent;
    return await within(50, idle, false);
  }

  /**
   * Runs one cell and waits until all of its outputs have arrived. Cells must run one at a time.
   *
   * @param code The source of the cell
   * @param options A time limit, and where outputs go
   * @returns The kernel's answer
   * @throws {CellTimeoutError} If the cell runs longer than the limit
   * @throws {KernelDiedError} If the process ends before the cell does
   */
  async execute(code: string, options: ExecuteOptions = {}): Promise<Reply> {
    this.#onOutput = options.onOutput ?? (() => {});
    const limit = options.timeout;
    const timer = limit === undefined ? undefined : setTimeout(() => {
      this.#fail(new CellTimeoutError(`The cell ran longer than ${limit} s and was stopped`));
      this.#process.kill();
    }, limit * 1000);
    try {
      const { content } = await this.#request(
        this.#shell,
        "execute_request",
        execution(code, false),
      );
      await this.#drain();
      const { status, execution_count: executionCount, ename, evalue } = content;
      return { status: status === "ok" ? "ok" : "error", executionCount, ename, evalue };
    } finally {
      clearTimeout(timer);
      this.#onOutput = () => {};
    }
  }

  /** Waits for the marker that follows the last output. */
  async #drain(): Promise<void> {
    const id = crypto.randomUUID();
    const marker = this.#markers.wait(id);
    await this.#request(this.#shell, "execute_request", execution(endOfCell(id), true));
    await marker;
  }

  /** Shuts the kernel down, by force if it does not go within two seconds. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.#closing && this.#process.exitCode === undefined) {
      this.#closing = true;
      this.#send(this.#control, "shutdown_request", { restart: false }).sent.catch(() => {});
      await within(SHUTDOWN_GRACE, this.#process.ended, undefined);
    }
    await this.#stop();
  }

  /** Closes the kernel at the end of an `await using` block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #stop(): Promise<void> {
    this.#closing = true;
    this.#process.kill();
    await this.#process.ended;
    this.#signal?.removeEventListener("abort", this.#abort);
    for (const connection of this.#connections) connection.close();
    await Promise.all(this.#pumps);
  }

  #abort = (): void => {
    this.#fail(this.#signal!.reason);
    this.#process.kill();
  };

  #fail(error: Error): void {
    for (const waiting of [this.#replies, this.#idle, this.#markers]) waiting.fail(error);
  }

  #death(): KernelDiedError {
    const { exitCode, log } = this.#process;
    // Downloads and warnings are told there as well.
    const last = log.split("\n").findLast((line) => /\berror\b|panicked/i.test(line));
    const reason = last ? `: ${last.trim()}` : "";
    return new KernelDiedError(`The kernel ended on its own, with exit code ${exitCode}${reason}`);
  }

  /** Hands on every message of a connection until it closes. */
  #pump(connection: ZmtpConnection, handle: (message: Message) => void): void {
    this.#pumps.push((async () => {
      try {
        for (let parts; (parts = await connection.receive()) !== null;) {
          handle(decodeMessage(parts, this.#info.key));
        }
      } catch (error) {
        if (this.#closing || this.#process.exitCode !== undefined) return;
        // A broken stream ends in a reset when the process dies: let its exit code tell.
        await within(200, this.#process.ended, undefined);
        this.#fail(new KernelDiedError(`The connection to the kernel broke: ${error}`));
        this.#process.kill();
      }
    })());
  }

  #publish(message: Message): void {
    const { header, content, parent } = message;
    if (header.msg_type === "status") {
      if (content.execution_state === "idle") this.#idle.deliver(parent.msg_id, message);
    } else if (content.data?.[MARKER] !== undefined) {
      this.#markers.deliver(content.data[MARKER], message);
    } else if (header.msg_type !== "execute_input") {
      // By time, not by parent: the kernel stamps what is late with the request it has come to.
      this.#onOutput(message);
    }
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

/** The content of a request to run code; silent code leaves no trace in counts and history. */
function execution(code: string, silent: boolean): Record<string, unknown> {
  return {
    code,
    silent,
    store_history: !silent,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
  };
}
