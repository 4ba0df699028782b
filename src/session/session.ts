import { ChildProcess, type Ending } from "./_child_process.ts";
import { cellScript } from "./_cell_script.ts";
import type { Positions } from "./code/positions.ts";
import type { Scope } from "./code/scope.ts";
import { endingText } from "./_ending_text.ts";
import { endCell } from "./_end_cell.ts";
import { excerpt } from "./_excerpt.ts";
import { ChildEndedError, type Inspector, type InspectorResult } from "./inspector.ts";
import type { CellError, CellOutput, CellResult, InputRequest } from "./output.ts";
import { syntaxError } from "./_syntax_error.ts";

/** Where and how cells run. */
export interface SessionOptions {
  /** The folder of the notebook: imports and deno.json are found from there. */
  readonly cwd: string;
  /** Deno's permission flags, such as `--allow-read=.`; all permissions if absent. */
  readonly permissions?: readonly string[];
  /** Whether values and errors have terminal colours; as the terminal's settings say if absent. */
  readonly colours?: boolean;
  /** The Deno that runs the cells; the running one if absent. */
  readonly deno?: string;
  /** Other flags for it, such as `--v8-flags=--max-old-space-size=500`. */
  readonly flags?: readonly string[];
  /** The environment of the cells; this process's if absent. */
  readonly env?: Readonly<Record<string, string>>;
  /** Characters of text a cell may write; 2²⁷ if absent. */
  readonly outputLimit?: number;
  /** Called with the inspector of each process, before its first cell. */
  readonly onProcess?: (inspector: Inspector) => void;
  /** Called with each cell that parses, and waited for, before it runs. */
  readonly onCell?: (cell: RanCell) => Promise<void>;
}

/** How to run a cell. */
export interface RunOptions {
  /** What the cell is called in errors: "cell 3"; its number in the session if absent. */
  readonly label?: string;
  /** Called with each output in order; those that come after the cell's end too. */
  readonly onOutput?: (output: CellOutput) => void;
  /** Answers `prompt`. Without it, `prompt` throws. */
  readonly onInput?: (request: InputRequest) => Promise<string | null>;
  /** Whether to show no value. */
  readonly silent?: boolean;
}

/** A cell that a session has run. */
export interface RanCell {
  /** Its number in the session, from 1. Its script is called `cell:` and this number. */
  readonly cell: number;
  /** What it is called in errors. */
  readonly label: string;
  /** Its source. */
  readonly code: string;
  /** Where its script's lines come from, if they were moved. */
  readonly positions?: Positions;
  /** Whether it ran to its end. */
  ok: boolean;
}

interface Running {
  readonly cell: number;
  readonly options: RunOptions;
  readonly interrupted: PromiseWithResolvers<"interrupted">;
  stopped?: boolean;
  error?: CellError;
}

const INTERRUPTED: CellError = {
  ename: "Interrupted",
  evalue: "The cell was interrupted",
  traceback: ["Interrupted: The cell was interrupted; what cells have defined is kept"],
};
/** The compiler is loaded while the process starts. */
const compiler = () => import("./_compiler.ts");
const OUTPUT_LIMIT = 2 ** 27, VALUE_LIMIT = 1_000_000;
/** Milliseconds after which an interrupted process that does not answer is dealt with. */
const PATIENCE = 1_000;
/** Milliseconds after a text when those that may have followed it are asked for. */
const POLL = 40;

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
  #child!: ChildProcess;
  #scope!: Scope;
  #count = 0;
  #running?: Running;
  /** What the next cell has to wait for: the one before it, a new process, the end of an interrupt. */
  #before: Promise<unknown> = Promise.resolve();
  #recovering: Promise<unknown> = Promise.resolve();
  #exit?: number;
  #closed = false;
  readonly #sinks = new Map<number, (output: CellOutput) => void>();
  #cells: RanCell[] = [];

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
   * @throws {Error} If Deno does not start, for instance because deno.json is broken
   */
  static async start(options: SessionOptions): Promise<Session> {
    const session = new Session(options);
    await session.#startChild();
    return session;
  }

  async #startChild(): Promise<void> {
    const { cwd, permissions, flags, deno, env, colours, outputLimit } = this.#options;
    const starting = ChildProcess.start({
      deno: deno ?? Deno.execPath(),
      cwd,
      flags: [...permissions ?? ["--allow-all"], ...flags ?? []],
      env: env ?? Deno.env.toObject(),
      settings: {
        colours: colours ?? !Deno.noColor,
        valueLimit: VALUE_LIMIT,
        outputLimit: outputLimit ?? OUTPUT_LIMIT,
      },
      onMessage: (message) => this.#message(message),
      onText: (name, text) =>
        this.#emit(this.#running?.cell ?? this.#count, { type: "stream", content: { name, text } }),
    });
    const [child, { Scope, compilerOptions }] = await Promise.all([starting, compiler()]);
    this.#child = child;
    this.#scope = new Scope(child.globals, compilerOptions(cwd));
    this.#cells = [];
    this.#exit = undefined;
    this.#recovering = Promise.resolve();
    child.ended.then((ending) => this.#ended(child, ending));
    this.onProcess?.(child.inspector);
  }

  /** The inspector of the process of the cells; another one after that process has ended. */
  get inspector(): Inspector {
    return this.#child.inspector;
  }

  /** The process id of the cells. */
  get pid(): number {
    return this.#child.pid;
  }

  /** The cells that ran in the present process, in order. */
  get cells(): readonly RanCell[] {
    return this.#cells;
  }

  /** The names that cells have declared, or put into `globalThis`, in order. */
  async names(): Promise<string[]> {
    const { inspector, globals } = this.#child;
    const { names } = await inspector.send("Runtime.globalLexicalScopeNames", {
      executionContextId: 1,
    });
    const { result } = await inspector.send("Runtime.evaluate", {
      expression: "Object.getOwnPropertyNames(globalThis)",
      returnByValue: true,
    });
    const own = new Set([...globals, "__actbook"]);
    const put = result.value.filter((name: string) => !own.has(name));
    return [...new Set<string>([...names, ...put])]; // V8 counts what is declared anew twice
  }

  /** Whether a cell is running. */
  get busy(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Runs a cell, after those that were asked for before.
   *
   * @param code Its source, in TypeScript or TSX
   * @param options Where outputs go, and how it is called
   * @returns How it ended; the promise never rejects because of what the cell does
   * @throws {Error} If the session is closed, or its process cannot be started again
   */
  run(code: string, options: RunOptions = {}): Promise<CellResult> {
    const result = this.#before.then(() => this.#run(code, options));
    this.#before = result.catch(() => {});
    return result;
  }

  async #run(code: string, options: RunOptions): Promise<CellResult> {
    if (this.#closed) throw new Error("Cannot run a cell: the session is closed");
    if (this.#child.hasEnded) await this.#startChild();
    const cell = ++this.#count, label = options.label ?? `${cell}`;
    if (options.onOutput) this.#sinks.set(cell, options.onOutput);
    const running: Running = { cell, options, interrupted: Promise.withResolvers() };
    this.#running = running;
    try {
      const status = await this.#evaluate(running, code, label);
      return running.error && status !== "ok"
        ? { cell, status, error: running.error }
        : running.error
        ? { cell, status: "error", error: running.error }
        : { cell, status };
    } finally {
      this.#running = undefined;
      clearTimeout(this.#polling);
      this.#polling = undefined;
    }
  }

  async #evaluate(running: Running, code: string, label: string): Promise<CellResult["status"]> {
    const { cell, options, interrupted } = running;
    const ran = await this.#compile(running, code, label);
    if (!ran) return "error";
    this.#cells.push(ran.cell);
    await this.onCell?.(ran.cell);
    const child = this.#child;
    const work = async (): Promise<CellResult["status"]> => {
      await this.#recovering;
      if (running.stopped) return "interrupted";
      const { result, exceptionDetails } = await child.inspector.send("Runtime.evaluate", {
        expression: ran.script,
        replMode: true,
        awaitPromise: true,
      });
      if (running.stopped) return "interrupted";
      if (exceptionDetails) {
        const thrown = exceptionDetails.exception ?? { value: exceptionDetails.text };
        await this.call("(x, c) => __actbook.failLater(x, c)", thrown, { value: cell });
      } else if (ran.completes) {
        const show = `(x, c) => __actbook.showLater(x, ${options.silent === true}, c)`;
        await this.call(show, result, { value: cell });
      }
      await child.drained(cell);
      return running.error ? "error" : "ok";
    };
    try {
      const status = await Promise.race([work(), interrupted.promise]);
      if (status === "interrupted") this.#fail(running, INTERRUPTED);
      ran.cell.ok = status === "ok";
      return status;
    } catch (error) {
      if (!(error instanceof ChildEndedError)) {
        // Only a termination makes the inspector refuse.
        this.#fail(running, INTERRUPTED);
        return "interrupted";
      }
      const reason = endingText(await child.ended, this.#exit);
      this.#fail(running, {
        ename: "ProcessEnded",
        evalue: reason,
        traceback: [
          ...`ProcessEnded: ${reason}`.split("\n"),
          "What cells have defined is gone; the next cell runs in a new process",
        ],
      });
      return "died";
    }
  }

  async #compile(
    running: Running,
    code: string,
    label: string,
  ): Promise<{ script: string; completes: boolean; cell: RanCell } | undefined> {
    const { cell } = running;
    try {
      const { compileCell } = await compiler();
      const compiled = await compileCell(code, this.#scope);
      const { positions, completes } = compiled;
      const script = cellScript(compiled, cell, label, running.options.silent === true);
      return { script, completes, cell: { cell, label, code, positions, ok: false } };
    } catch (error) {
      this.#fail(running, syntaxError(error, code, label));
    }
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
    if (this.#child.hasEnded) return {};
    return Object.fromEntries(await this.call("() => __actbook.comms()"));
  }

  /** Calls a function in the process of the cells. */
  async call(code: string, ...args: object[]): Promise<InspectorResult> {
    const { result, exceptionDetails } = await this.inspector.send("Runtime.callFunctionOn", {
      functionDeclaration: code,
      executionContextId: 1,
      awaitPromise: true,
      returnByValue: true,
      arguments: args.map((each) => {
        const { objectId, unserializableValue, value } = each as InspectorResult;
        if (objectId) return { objectId };
        return unserializableValue ? { unserializableValue } : { value };
      }),
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** An error of a cell: shown, and the reason of its result if it is the first. */
  #fail(running: Running, error: CellError): void {
    running.error ??= error;
    this.#emit(running.cell, { type: "error", content: error });
  }

  #emit(cell: number, output: CellOutput): void {
    this.#sinks.get(cell)?.(output);
  }

  #message({ cell, type, content, metadata, buffers }: InspectorResult): void {
    const running = this.#running;
    switch (type) {
      case "input":
        return void this.#input(content);
      case "exit":
        this.#exit = content.code;
        this.#child.answer({ answer: null });
        return this.#child.inspector.close();
      case "absent":
        return this.#scope.lack(content.name, content.module);
      case "failed":
      case "error": {
        const code = (label: string) => this.#cells.findLast((ran) => ran.label === label)?.code;
        const traceback = [...content.traceback, ...excerpt(content.traceback, code)];
        const error: CellError = { ...content, traceback };
        if (running && running.cell === cell) return this.#fail(running, error);
        return this.#emit(cell, { type: "error", content: error });
      }
      case "stream":
        this.#poll();
        return this.#emit(cell, { type, content });
      default:
        return this.#emit(cell, {
          type,
          content,
          ...(metadata && { metadata }),
          ...(buffers && { buffers: buffers.map((each: string) => Uint8Array.fromBase64(each)) }),
        });
    }
  }

  /** More may follow, and a program that computes without a pause does not send it by itself. */
  #poll(): void {
    if (!this.#running || this.#polling !== undefined) return;
    this.#polling = setTimeout(() => {
      this.#polling = undefined;
      if (!this.#running) return;
      const ask = { expression: "__actbook.flush()" };
      this.inspector.send("Runtime.evaluate", ask).catch(() => {}); // it may be gone
    }, POLL);
  }
  #polling?: ReturnType<typeof setTimeout>;

  async #input(request: InputRequest): Promise<void> {
    const running = this.#running, child = this.#child;
    if (!running?.options.onInput) {
      const error = "Cannot ask for input: nobody can answer here";
      return child.answer({ answer: null, error });
    }
    const asked = running.options.onInput(request).catch(() => null)
      .then((answer) => ({ answer }));
    const stopped = running.interrupted.promise
      .then(() => ({ answer: null, error: INTERRUPTED.evalue }));
    child.answer(await Promise.race([asked, stopped]));
  }

  /**
   * Interrupts the running cell at once: a loop, a pending await, a question. What cells have defined
   * is kept; what is left of the cell shows nothing more, and no timer wakes it.
   *
   * @param halted Whether a debugger has stopped the cell; it has to let it go afterwards
   * @returns Whether there was a cell to interrupt
   */
  interrupt(halted = false): boolean {
    const running = this.#running;
    if (!running) return false;
    running.stopped = true;
    running.interrupted.resolve("interrupted");
    this.#recovering = this.#recover(this.#child, running.cell, halted);
    return true;
  }

  async #recover(child: ChildProcess, cell: number, halted: boolean): Promise<void> {
    const patience = [
      // A subprocess that the cell waits for without awaiting; Deno itself ignores this signal.
      setTimeout(() => child.kill("SIGINT"), PATIENCE),
      setTimeout(() => child.kill("SIGKILL"), 5 * PATIENCE),
    ];
    try {
      await endCell(child.inspector, cell, halted);
    } catch {
      // The process has ended; the next cell starts another.
    } finally {
      for (const timer of patience) clearTimeout(timer);
    }
  }

  /** The process has ended while no cell was running: the last cell's timers may have done it. */
  #ended(child: ChildProcess, ending: Ending): void {
    if (this.#closed || child !== this.#child || this.#running) return;
    const reason = endingText(ending, this.#exit);
    const content = { ename: "ProcessEnded", evalue: reason, traceback: [reason] };
    this.#emit(this.#count, { type: "error", content });
    this.#before = this.#before.then(() => this.#closed ? undefined : this.#startChild());
    this.#before.catch(() => {});
  }

  /** Ends the process of the cells and starts another: nothing that cells defined is left. */
  async restart(): Promise<void> {
    const child = this.#child;
    const restarted = this.#startChild();
    child.kill();
    await restarted;
  }

  /** Ends the process of the cells and everything it started. Safe to call twice. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#child.inspector.close();
    this.#child.kill();
    await this.#child.ended;
  }

  /** Closes the session at the end of a block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
