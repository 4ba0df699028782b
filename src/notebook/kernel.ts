/**
 * Deno's Jupyter kernel, driven so that no output is lost or filed under another cell.
 *
 * @module
 */

import { Channels } from "./_channels.ts";
import { deathReason } from "./_death.ts";
import { DEFAULT_OUTPUT_LIMIT } from "./_output_limit.ts";
import { PipeReader, type PipeText } from "./_pipe_text.ts";
import { endOfCell, LAST_VALUE, preludeCode } from "./_prelude.ts";
import { type ConnectionInfo, connectionInfo, KernelProcess } from "./_process.ts";
import { showDropped } from "./_show_dropped.ts";
import { within } from "../session/within.ts";
import type { Message } from "../wire/message.ts";
import { type SocketType, ZmtpConnection } from "./zmtp.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

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
  /** How many characters a cell may show, 100 million if absent; the rest is dropped with a word. */
  readonly outputLimit?: number;
  /** What `prompt` and `confirm` are answered, in order; without an answer they throw. */
  readonly answers?: readonly string[];
}

const kernelOptions: Known<KernelOptions> = {
  cwd: kinds.needed(kinds.text),
  signal: kinds.signal,
  outputLimit: kinds.number,
  answers: kinds.list,
};

/** How to run one cell. */
export interface ExecuteOptions {
  /** Seconds after which the kernel is stopped; no limit if absent. */
  readonly timeout?: number;
  /** Called with each message about outputs, in order. */
  readonly onOutput?: (message: Message) => void;
}

const executeOptions: Known<ExecuteOptions> = { timeout: kinds.number, onOutput: kinds.callable };

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
  /** Text of processes, workers and tests: what went past the kernel to its standard output. */
  readonly pastKernel: string;
  /** The names of the tests of the cell that failed. */
  readonly failedTests: readonly string[];
}

const START_LIMIT = 60_000;
const STARTS = 3;
const SHUTDOWN_GRACE = 2_000;
const INTERRUPT_GRACE = 1_000;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A running kernel. Values come with colours, as a kernel sends them.
 *
 * @example
 * ```ts
 * import { Kernel } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const kernel = await Kernel.start({ cwd: Deno.cwd() });
 * const shown: string[] = [];
 * await kernel.execute("console.log(`${6 * 7}`)", { onOutput: ({ content }) => shown.push(content.text) });
 * await kernel.close();
 * assertEquals(shown, ["42\n"]);
 * ```
 */
export class Kernel {
  readonly #info: ConnectionInfo = connectionInfo();
  readonly #process: KernelProcess;
  readonly #channels: Channels;
  readonly #piped: PipeReader;
  readonly #options: KernelOptions;
  readonly #outputLimit: number;
  #closing = false;

  private constructor(options: KernelOptions) {
    this.#options = options;
    this.#outputLimit = options.outputLimit ?? DEFAULT_OUTPUT_LIMIT;
    this.#piped = new PipeReader(this.#outputLimit);
    this.#process = new KernelProcess(this.#info, options.cwd, (text) => this.#piped.add(text));
    this.#channels = new Channels(this.#info, (error) => this.#broken(error));
    options.signal?.addEventListener("abort", this.#abort);
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
    checkOptions("start a kernel", options, kernelOptions);
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
    await this.#channels.connect((port, type) => this.#connect(port, type, deadline));
    this.#process.forgetConnectionFile();
    // Until the subscription has arrived the kernel publishes to nobody, so ask until it is heard.
    while (!(await within(50, this.#channels.whenIdle().then(() => true), false))) {
      if (Date.now() > deadline) throw new KernelDiedError("Cannot start the kernel: no answer");
    }
    const { answers = [] } = this.#options;
    const code = preludeCode({ outputLimit: this.#outputLimit, answers });
    const { content } = await this.#channels.execute(code, true);
    if (content.status !== "ok") {
      throw new KernelDiedError(`Cannot start the kernel: ${content.ename}: ${content.evalue}`);
    }
  }

  async #connect(port: number, type: SocketType, deadline: number): Promise<ZmtpConnection> {
    while (true) {
      try {
        return await ZmtpConnection.connect(port, type);
      } catch (error) {
        if (this.#process.exitCode !== undefined) throw this.#death();
        this.#options.signal?.throwIfAborted();
        if (Date.now() > deadline) throw error;
        await sleep(5);
      }
    }
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
    checkOptions("run a cell", options, executeOptions);
    const { timeout, onOutput = () => {} } = options;
    const channels = this.#channels;
    channels.onOutput = onOutput;
    let late: CellTimeoutError | undefined;
    const stop = (seconds: number) => {
      late = new CellTimeoutError(`The cell ran longer than ${seconds} s and was stopped`);
      this.#stopLateCell(late);
    };
    const timer = timeout === undefined
      ? undefined
      : setTimeout(() => stop(timeout), timeout * 1000);
    try {
      const { content } = await channels.execute(showDropped(code, LAST_VALUE), false);
      const { text: pastKernel, failedTests } = await this.#drain();
      if (late) throw late;
      const { status, execution_count: executionCount, ename, evalue } = content;
      const known = status === "ok" ? "ok" : "error";
      return { status: known, executionCount, ename, evalue, pastKernel, failedTests };
    } finally {
      clearTimeout(timer);
      channels.onOutput = () => {};
    }
  }

  /**
   * Waits for late output, such as that of timers.
   *
   * @param seconds How long
   * @param onOutput Called with each message about outputs, in order
   * @returns What went past the kernel meanwhile
   */
  async linger(seconds: number, onOutput: (message: Message) => void): Promise<string> {
    this.#channels.onOutput = onOutput;
    await within(seconds * 1000, this.#process.ended, undefined);
    const { text } = await this.#drain();
    this.#channels.onOutput = () => {};
    return text;
  }

  /** A loop can be interrupted, and then what it printed comes; a pending await can not. */
  async #stopLateCell(error: CellTimeoutError): Promise<void> {
    const id = crypto.randomUUID();
    const ended = this.#channels.interrupt()
      .then(() => this.#channels.execute(endOfCell(id), true))
      .then(() => this.#channels.marker(id), () => {});
    await within(INTERRUPT_GRACE, ended, undefined);
    this.#fail(error);
    this.#process.kill();
  }

  /** Waits for the marks that follow the last output; gives what went past the kernel. */
  async #drain(): Promise<PipeText> {
    const id = crypto.randomUUID();
    const marker = this.#channels.marker(id);
    const piped = this.#piped.until(id);
    await this.#channels.execute(endOfCell(id), true);
    await marker;
    return await piped;
  }

  /** Shuts the kernel down, by force if it does not go within two seconds. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.#closing && this.#process.exitCode === undefined) {
      this.#closing = true;
      this.#channels.shutDown();
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
    this.#options.signal?.removeEventListener("abort", this.#abort);
    await this.#channels.close();
  }

  #abort = (): void => {
    this.#fail(this.#options.signal!.reason);
    this.#process.kill();
  };

  #fail(error: Error): void {
    this.#channels.fail(error);
    this.#piped.fail(error);
  }

  #death(): KernelDiedError {
    return new KernelDiedError(deathReason(this.#process.exitCode, this.#process.log));
  }

  /** A broken stream ends in a reset when the process dies: its exit code tells. */
  async #broken(error: unknown): Promise<void> {
    if (this.#closing || this.#process.exitCode !== undefined) return;
    await within(200, this.#process.ended, undefined);
    this.#fail(new KernelDiedError(`The connection to the kernel broke: ${error}`));
    this.#process.kill();
  }
}
