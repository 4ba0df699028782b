import { answerInput } from "./_answer_input.ts";
import { endingError } from "./_ending_error.ts";
import { evaluate } from "./_evaluate.ts";
import { FlushSoon } from "./_flush_soon.ts";
import { callIn, namesIn } from "./_in_process.ts";
import type { Inspector, InspectorResult } from "./inspector.ts";
import { type Life, startLife } from "./_life.ts";
import type { CellOutput, CellResult } from "./output.ts";
import { outputOf } from "./_output_of.ts";
import type { RanCell } from "./ran_cell.ts";
import { recover } from "./_recover.ts";
import { Running } from "./_running.ts";
import {
  checkRunOptions,
  checkSessionOptions,
  type RunOptions,
  type SessionOptions,
} from "./session_options.ts";

/**
 * Runs cells of TypeScript one after another in a Deno process of its own. Each cell's outputs are
 * complete when its result is there.
 *
 * @example
 * ```ts
 * import { Session } from "@actbook/actbook/session";
 * import { assertEquals } from "@std/assert";
 *
 * await using session = await Session.start({ cwd: Deno.cwd(), colours: false });
 * await session.run("const x: number = 6");
 * const shown: unknown[] = [];
 * await session.run("x * 7", { onOutput: ({ content }) => shown.push(content.data) });
 * assertEquals(shown, [{ "text/plain": "42" }]);
 * ```
 */
export class Session implements AsyncDisposable {
  readonly #options: SessionOptions;
  #life!: Life;
  #count = 0;
  #running?: Running;
  /** The cell that waits for a new process, which it can be kept from. */
  #waiting?: Running;
  /** What the next cell has to wait for: the one before it, or a new process. */
  #before: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly #sinks = new Map<number, (output: CellOutput) => void>();
  readonly #texts = new FlushSoon();

  /** Called with the inspector of each process, before its first cell. */
  onProcess?: (inspector: Inspector) => void;
  /** Called with each cell that parses, and waited for, before it runs. */
  onCell?: (cell: RanCell) => Promise<void>;

  private constructor(options: SessionOptions) {
    this.#options = options;
    this.onProcess = options.onProcess;
    this.onCell = options.onCell;
  }

  /**
   * Starts the process of the cells.
   *
   * @param options Where and how cells run
   * @returns A session, ready for cells; the caller closes it
   * @throws {TypeError} If an option is misspelt or of the wrong kind
   * @throws {Error} If Deno does not start, for instance because deno.json is broken
   */
  static async start(options: SessionOptions): Promise<Session> {
    checkSessionOptions(options);
    const session = new Session(options);
    await session.#begin();
    return session;
  }

  async #begin(): Promise<void> {
    const life: Life = await startLife(this.#options, {
      onMessage: (message) => this.#hear(message),
      onText: (name, text, cell = this.#running?.cell ?? this.#count) =>
        this.#emit(cell, { type: "stream", content: { name, text } }),
    });
    this.#life = life;
    life.child.ended.then((ending) => {
      if (this.#closed || life !== this.#life || this.#running) return;
      // No cell was running: a timer of the last one may have ended it.
      this.#emit(this.#count, { type: "error", content: endingError(ending, life.exit) });
      this.#before = this.#before.then(() => this.#closed ? undefined : this.#begin());
      this.#before.catch(() => {});
    });
    this.onProcess?.(life.child.inspector);
  }

  /** The inspector of the process of the cells; another one after that process has ended. */
  get inspector(): Inspector {
    return this.#life.child.inspector;
  }

  /** The process id of the cells. */
  get pid(): number {
    return this.#life.child.pid;
  }

  /** The cells that ran in the present process, in order. */
  get cells(): readonly RanCell[] {
    return this.#life.cells;
  }

  /** Whether a cell is running. */
  get busy(): boolean {
    return this.#running !== undefined;
  }

  /** The names that cells have declared, or put into `globalThis`, in order. */
  async names(): Promise<string[]> {
    const { inspector, globals } = this.#life.child;
    return await namesIn(inspector, globals);
  }

  /**
   * Runs a cell, after those that were asked for before.
   *
   * @param code Its source, in TypeScript or TSX
   * @param options Where outputs go, and how it is called
   * @returns How it ended; the promise never rejects because of what the cell does
   * @throws {TypeError} If an option is misspelt or of the wrong kind
   * @throws {Error} If the session is closed, or its process cannot be started again
   */
  async run(code: string, options: RunOptions = {}): Promise<CellResult> {
    checkRunOptions(options);
    const result = this.#before.then(() => this.#run(code, options));
    this.#before = result.catch(() => {});
    return await result;
  }

  async #run(code: string, options: RunOptions): Promise<CellResult> {
    if (this.#closed) throw new Error("Cannot run a cell: the session is closed");
    const cell = this.#count + 1;
    const running = new Running(cell, options, (output) => this.#emit(cell, output));
    if (this.#life.child.hasEnded) {
      this.#waiting = running;
      await this.#begin().finally(() => this.#waiting = undefined);
    }
    this.#count = cell;
    if (options.onOutput) this.#sinks.set(cell, options.onOutput);
    this.#running = running;
    try {
      const status = await evaluate(this.#life, running, code, (ran) => this.#beforeCell(ran));
      const { error } = running;
      return error ? { cell, status: status === "ok" ? "error" : status, error } : { cell, status };
    } finally {
      this.#running = undefined;
    }
  }

  async #beforeCell(cell: RanCell): Promise<void> {
    await this.onCell?.(cell);
  }

  /**
   * Gives a message of a front end to the comm it is for, after the cells that were asked for before.
   * It can be interrupted as they can. What comes of it is an output of the cell that made the comm.
   *
   * @param type `comm_open`, `comm_msg` or `comm_close`
   * @param content What the message says, as Jupyter has it
   * @param buffers Its binary data
   * @param onOutput Where what belongs to no cell goes, such as a refusal
   */
  async comm(
    type: string,
    content: unknown,
    buffers: readonly Uint8Array[],
    onOutput: (output: CellOutput) => void,
  ): Promise<void> {
    const coded = buffers.map((each) => new Uint8Array(each).toBase64());
    const given = [type, content, coded].map((each) => JSON.stringify(each)).join(", ");
    await this.run(`await __actbook.comm(${given})`, { silent: true, onOutput });
  }

  /** The comms that are open: their ids and the names they were opened under. */
  async comms(): Promise<Readonly<Record<string, { readonly target_name: string }>>> {
    if (this.#life.child.hasEnded) return {};
    return Object.fromEntries(await this.call("() => __actbook.comms()"));
  }

  /** Calls a function in the process of the cells. */
  async call(code: string, ...args: object[]): Promise<InspectorResult> {
    return await callIn(this.inspector, code, ...args);
  }

  #emit(cell: number, output: CellOutput): void {
    this.#sinks.get(cell)?.(output);
  }

  /** Takes what the program sent, in order. */
  #hear(message: InspectorResult): void {
    const { cell, type, content } = message, running = this.#running, { child, scope } = this.#life;
    switch (type) {
      case "input":
        return void answerInput(child, running, content);
      case "exit":
        this.#life.exit = content.code;
        child.answer({ answer: null });
        return child.inspector.close();
      case "absent":
        return scope.lack(content.name, content.module);
    }
    const output = outputOf(message, this.cells);
    if (output.type === "error" && running && running.cell === cell) {
      return running.fail(output.content);
    }
    if (output.type === "stream") this.#texts.ask(child.inspector);
    this.#emit(cell, output);
  }

  /**
   * Interrupts the running cell at once: a loop, a pending await, a question. What cells have defined
   * is kept; what is left of the cell shows nothing more, and no timer wakes it.
   *
   * @param halted Whether a debugger has stopped the cell; it has to let it go afterwards
   * @returns Whether there was a cell to interrupt
   */
  interrupt(halted = false): boolean {
    const running = this.#running, life = this.#life;
    this.#waiting?.stop();
    if (!running) return this.#waiting !== undefined;
    running.stop();
    life.recovering = recover(life.child, running.cell, halted);
    return true;
  }

  /** Ends the process of the cells and starts another: nothing that cells defined is left. */
  async restart(): Promise<void> {
    const { child } = this.#life;
    const restarted = this.#begin();
    child.kill();
    await restarted;
  }

  /** Ends the process of the cells and everything it started. Safe to call twice. */
  async close(): Promise<void> {
    const { child } = this.#life;
    this.#closed = true;
    this.#texts.stop();
    child.inspector.close();
    child.kill();
    await child.ended;
  }

  /** Closes the session at the end of a block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
