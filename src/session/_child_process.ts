import type { ChildProcess as NodeProcess } from "node:child_process";
import process from "node:process";
import type { Writable } from "node:stream";
import { BINDING, bootScript } from "./_boot_script.ts";
import type { ChildSettings } from "./in_child/child.ts";
import { Inspector } from "./inspector.ts";
import { LastWords } from "./_last_words.ts";
import { MarkedPipe } from "./_marked_pipe.ts";
import { RuntimeWords } from "./_runtime_words.ts";
import { watchOver } from "./_watchdog.ts";

// Imported, it would load all its lazy parts before the first cell.
const { spawn } = process.getBuiltinModule("node:child_process");

/** What a process tells. */
export interface Hearing {
  /** A message that the program sent, in order. */
  // deno-lint-ignore no-explicit-any
  readonly onMessage: (message: any) => void;
  /**
   * What came out of the process's own stdout or stderr; or what a cell wrote last, before the process
   * was killed.
   */
  readonly onText: (name: "stdout" | "stderr", text: string, cell?: number) => void;
}

/** How to start the process of the cells. */
export interface ChildOptions extends Hearing {
  readonly deno: string;
  readonly cwd: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly settings: Omit<ChildSettings, "mark" | "baseUrl" | "lastWords">;
  /** Called when the process has its program, and starts without this one. */
  readonly onStarting: () => void;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last of what it wrote to stderr, V8's farewell included. */
  readonly log: string;
}

/** A Deno process that runs cells, and its inspector. */
export class ChildProcess {
  inspector!: Inspector;
  readonly pid: number;
  readonly ended: Promise<Ending>;
  /** Names that exist before the first cell. */
  globals: readonly string[] = [];
  /** Whether the process is gone. */
  hasEnded = false;
  readonly #said = new RuntimeWords();
  readonly #words = new LastWords();
  readonly #process: NodeProcess;
  readonly #release: () => void;
  /** The last cell whose mark came through each pipe. */
  readonly #marks = { stdout: 0, stderr: 0 };
  #onMark = Promise.withResolvers<void>();
  readonly #mark = crypto.randomUUID();

  private constructor(readonly options: ChildOptions) {
    const { deno, cwd, env, flags } = options;
    const inspect = ["--inspect-wait=127.0.0.1:0", "--inspect-publish-uid=stderr"];
    this.#process = spawn(deno, ["run", "--no-prompt", "--ext=js", ...inspect, ...flags, "-"], {
      cwd,
      env,
      stdio: ["pipe", "pipe", "pipe", "pipe", this.#words.file ?? "ignore"],
      detached: Deno.build.os !== "windows", // a process group of its own
    });
    this.pid = this.#process.pid ?? 0;
    this.#release = this.pid ? watchOver(this.pid) : () => {};
    this.ended = this.#watch();
    for (const name of ["stdout", "stderr"] as const) this.#listen(name);
    for (const stream of [this.#process.stdin, this.#answers]) {
      stream?.on("error", () => {}); // the process is gone
    }
  }

  /** Where answers go. */
  get #answers(): Writable {
    return this.#process.stdio[3] as Writable;
  }

  /**
   * Starts a process and waits until it takes cells.
   *
   * @throws {Error} If it does not start, with what it says
   */
  static async start(options: ChildOptions): Promise<ChildProcess> {
    const child = new ChildProcess(options);
    try {
      await child.#getReady();
      return child;
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  async #getReady(): Promise<void> {
    const { options } = this, baseUrl = `${toFileUrl(options.cwd).href.replace(/\/$/, "")}/`;
    const lastWords = this.#words.file === undefined ? undefined : 4;
    const settings = { ...options.settings, baseUrl, mark: this.#mark, lastWords };
    this.#process.stdin?.end(bootScript(settings));
    const failed = this.ended.then(({ code, signal, log }) => {
      throw new Error(
        `Cannot start Deno: it ended with ${signal ?? `code ${code}`}\n${log}`.trim(),
      );
    });
    failed.catch(() => {});
    const url = await Promise.race([this.#published(), failed]);
    this.inspector = await Inspector.connect(url);
    const { promise: ready, resolve } = Promise.withResolvers<readonly string[]>();
    this.inspector.on("Runtime.bindingCalled", ({ payload }) => {
      const message = JSON.parse(payload);
      if (message.type === "ready") resolve(message.content.globals);
      else if (message.type === "unmarked") this.#marked(message.cell);
      else {
        if (message.batch !== undefined) this.#words.arrived(message.batch);
        options.onMessage(message);
      }
    });
    const requests = [
      this.inspector.send("Runtime.enable"),
      this.inspector.send("Runtime.addBinding", { name: BINDING }),
      this.inspector.send("Runtime.runIfWaitingForDebugger"),
    ];
    await Promise.race([Promise.all(requests), failed]);
    options.onStarting();
    this.globals = await Promise.race([ready, failed]);
  }

  /** The address of the inspector, once stderr says it. */
  async #published(): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    let text = "";
    const look = (bytes: Uint8Array) => {
      text += new TextDecoder().decode(bytes);
      const url = /ws:\/\/\S+(?=\s)/.exec(text)?.[0];
      if (url) resolve(url);
    };
    this.#process.stderr?.on("data", look);
    const url = await promise;
    this.#process.stderr?.off("data", look);
    return url;
  }

  #listen(name: "stdout" | "stderr"): void {
    const onText = (text: string) => {
      if (name === "stderr") {
        if (text.includes("Waiting for the debugger to disconnect")) this.inspector?.close();
        text = this.#said.without(text);
      }
      if (text !== "" && this.inspector) this.options.onText(name, text);
    };
    const pipe = new MarkedPipe(this.#mark, onText, (cell) => this.#marked(cell, name));
    this.#process[name]?.on("data", (bytes: Uint8Array) => pipe.push(bytes));
    this.#process[name]?.on("end", () => pipe.end());
  }

  #marked(cell: number, ...names: ("stdout" | "stderr")[]): void {
    for (const name of names.length > 0 ? names : ["stdout", "stderr"] as const) {
      this.#marks[name] = cell;
    }
    this.#wake();
  }

  /** Whoever waits for marks looks again. */
  #wake(): void {
    this.#onMark.resolve();
    this.#onMark = Promise.withResolvers();
  }

  async #watch(): Promise<Ending> {
    const { promise, resolve } = Promise.withResolvers<Omit<Ending, "log">>();
    this.#process.on("exit", (code, signal) => resolve({ code, signal }));
    this.#process.on("error", (error) => {
      this.#said.log = error.message;
      resolve({ code: null, signal: null });
    });
    const ending = await promise;
    this.hasEnded = true;
    this.#release();
    // What is in the pipes arrives soon, unless a process that a cell started holds them open.
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.kill();
    this.inspector?.close();
    for (const { name, text, cell } of this.#words.lost()) this.options.onText(name, text, cell);
    this.#wake();
    return { ...ending, log: this.#said.log };
  }

  /** Waits until the pipes have given what was written before the end of a cell. */
  async drained(cell: number): Promise<void> {
    while (!this.hasEnded && Math.min(this.#marks.stdout, this.#marks.stderr) < cell) {
      await this.#onMark.promise;
    }
  }

  /** Answers a `prompt` that waits. */
  answer(answer: { answer: string | null; error?: string }): void {
    this.#answers.write(`${JSON.stringify(answer)}\n`);
  }

  /** Sends a signal to the process and to what it started, all at once. Safe when they are gone. */
  kill(signal: Deno.Signal = "SIGKILL"): void {
    try {
      Deno.kill(Deno.build.os === "windows" ? this.pid : -this.pid, signal);
    } catch {
      // Gone before.
    }
  }
}

function toFileUrl(path: string): URL {
  const slashes = path.replaceAll("\\", "/");
  const encoded = slashes.replace(/[%?#\s]/g, (each) => encodeURIComponent(each));
  return new URL(`file://${encoded.startsWith("/") ? "" : "/"}${encoded}`);
}
