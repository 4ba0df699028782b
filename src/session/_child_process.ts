import { type ChildProcess as NodeProcess, spawn } from "node:child_process";
import type { Writable } from "node:stream";
import { BINDING, bootScript } from "./_boot_script.ts";
import type { ChildSettings } from "./in_child/child.ts";
import { Inspector } from "./inspector.ts";
import { MarkedPipe } from "./_marked_pipe.ts";
import { watchOver } from "./_watchdog.ts";

/** How to start the process of the cells. */
export interface ChildOptions {
  readonly deno: string;
  readonly cwd: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly settings: Omit<ChildSettings, "mark" | "baseUrl">;
  /** A message that the program sent, in order. */
  // deno-lint-ignore no-explicit-any
  readonly onMessage: (message: any) => void;
  /** What came out of the process's own stdout or stderr. */
  readonly onText: (name: "stdout" | "stderr", text: string) => void;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last of what it wrote to stderr. */
  readonly log: string;
}

/** What Deno itself says on stderr about its debugger and about packages that it fetches. */
const CHATTER = new RegExp(
  String.raw`^(Debugger (session (started|ended).*|listening on ws:.*)|Visit chrome:.*` +
    String.raw`|Deno is waiting for debugger.*|Waiting for the debugger to disconnect.*` +
    String.raw`|(\x1b\[\d+m)*(Download|Initialize)(\x1b\[\d+m)* (https?://|npm:)\S+)\n+`,
  "gm",
);

/** A Deno process that runs cells, and its inspector. */
export class ChildProcess {
  inspector!: Inspector;
  readonly pid: number;
  readonly ended: Promise<Ending>;
  /** Names that exist before the first cell. */
  globals: readonly string[] = [];
  /** Whether the process is gone. */
  hasEnded = false;
  #log = "";
  readonly #process: NodeProcess;
  readonly #release: () => void;
  /** The last cell whose mark came through each pipe. */
  readonly #marks = { stdout: 0, stderr: 0 };
  #onMark = () => {};
  readonly #mark = crypto.randomUUID();

  private constructor(readonly options: ChildOptions) {
    const { deno, cwd, env, flags } = options;
    const inspect = ["--inspect-wait=127.0.0.1:0", "--inspect-publish-uid=stderr"];
    this.#process = spawn(deno, ["run", "--no-prompt", ...inspect, ...flags, "-"], {
      cwd,
      env,
      stdio: ["pipe", "pipe", "pipe", "pipe"],
      detached: Deno.build.os !== "windows", // a process group of its own
    });
    this.pid = this.#process.pid ?? 0;
    this.#release = this.pid ? watchOver(this.pid) : () => {};
    this.ended = this.#watch();
    for (const name of ["stdout", "stderr"] as const) this.#listen(name);
    for (const stream of [this.#process.stdin, this.#process.stdio[3] as Writable]) {
      stream?.on("error", () => {}); // the process is gone
    }
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
    this.#process.stdin?.end(bootScript({ ...options.settings, baseUrl, mark: this.#mark }));
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
      else options.onMessage(message);
    });
    const requests = [
      this.inspector.send("Runtime.enable"),
      this.inspector.send("Runtime.addBinding", { name: BINDING }),
      this.inspector.send("Runtime.runIfWaitingForDebugger"),
    ];
    await Promise.race([Promise.all(requests), failed]);
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
        text = text.replace(CHATTER, "");
        this.#log = (this.#log + text).slice(-4096);
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
    this.#onMark();
  }

  async #watch(): Promise<Ending> {
    const { promise, resolve } = Promise.withResolvers<Omit<Ending, "log">>();
    this.#process.on("exit", (code, signal) => resolve({ code, signal }));
    this.#process.on("error", (error) => {
      this.#log = error.message;
      resolve({ code: null, signal: null });
    });
    const ending = await promise;
    this.hasEnded = true;
    this.#release();
    // What is in the pipes arrives soon, unless a process that a cell started holds them open.
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.kill();
    this.inspector?.close();
    this.#onMark();
    return { ...ending, log: this.#log };
  }

  /** Waits until the pipes have given what was written before the end of a cell. */
  async drained(cell: number): Promise<void> {
    while (!this.hasEnded && Math.min(this.#marks.stdout, this.#marks.stderr) < cell) {
      await new Promise<void>((resolve) => this.#onMark = resolve);
    }
  }

  /** Answers a `prompt` that waits. */
  answer(answer: { answer: string | null; error?: string }): void {
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify(answer)}\n`);
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
