import type { Inspector, RanCell } from "../../session/mod.ts";
import { Breakpoints } from "./_breakpoints.ts";
import type { Dap, V8 } from "./_protocol.ts";
import type { Script } from "./_script.ts";
import type { Scripts } from "./_scripts.ts";
import { judgePause, type Onward, type Stop, type Wishes } from "./_stops.ts";

/** How the user lets the program go on. */
export type Step = "resume" | "stepOver" | "stepInto" | "stepOut";

/** What happens to the program. */
export interface Happenings {
  readonly stopped: (stop: Stop) => void;
  /** It has gone on, be it for a step. */
  readonly wentOn: () => void;
  /** It has gone on, and not for a step. */
  readonly continued: () => void;
}

/** Starts, stops and steps through the program by V8's inspector. */
export class Control {
  readonly breakpoints = new Breakpoints();
  /** Where the program has stopped. */
  stop?: Stop;
  #inspector?: Inspector;
  #starting?: Promise<void>;
  #unlisten: (() => void)[] = [];
  #exceptions: Wishes["exceptions"] = "none";
  #stepping = false;
  #cameFrom: Wishes["cameFrom"];
  /** V8's name for stopping at each file before it runs. */
  #everyFile?: string;

  constructor(
    readonly scripts: Scripts,
    readonly sourceOf: (path: string) => Promise<string | undefined>,
    readonly happenings: Happenings,
  ) {}

  /** Whether a process is being debugged. */
  get started(): boolean {
    return this.#inspector !== undefined;
  }

  /** Begins to debug a process, with the breakpoints there are. */
  async start(inspector: Inspector): Promise<void> {
    this.#starting = this.#start(inspector);
    await this.#starting;
  }

  async #start(inspector: Inspector): Promise<void> {
    this.#forgetProcess();
    this.#inspector = inspector;
    this.#unlisten = [
      inspector.on("Debugger.scriptParsed", (event) => void this.scripts.add(event)),
      inspector.on("Debugger.paused", (event) => void this.#paused(inspector, event)),
      inspector.on("Debugger.resumed", () => this.#resumed()),
    ];
    // What is loaded when it is first asked for is loaded now: no step leads into that.
    await inspector.send("Runtime.evaluate", { expression: "void process" });
    await inspector.send("Debugger.enable");
    await inspector.send("Debugger.setAsyncCallStackDepth", { maxDepth: 8 });
    await this.#tellExceptions();
    await this.#watchFiles();
    for (const [path, wanted] of this.breakpoints.wanted) await this.setBreakpoints(path, wanted);
  }

  /** Debugs no longer; the program goes on. */
  async end(): Promise<void> {
    const inspector = this.#inspector;
    this.breakpoints.clear();
    this.#exceptions = "none";
    await inspector?.send("Debugger.disable").catch(() => {});
    this.#forgetProcess();
    this.#inspector = undefined;
  }

  /** Lets the program go on. */
  async onward(step: Step): Promise<void> {
    if (!this.#inspector || !this.stop) {
      throw new Error("Cannot go on: the program has not stopped");
    }
    const [{ script, place }] = this.stop.frames, depth = this.stop.frames.length;
    this.#stepping = step !== "resume";
    this.#cameFrom = this.#stepping ? { url: script.url, line: place.line, depth } : undefined;
    await this.#inspector.send(`Debugger.${step}`);
  }

  /** Stops the program at the next place. */
  async pause(): Promise<void> {
    await this.#inspector?.send("Debugger.pause");
  }

  /** Lets the program go on, if it has stopped, so that it can be interrupted. */
  async release(): Promise<void> {
    if (this.stop) await this.onward("resume").catch(() => {});
  }

  /** Which exceptions stop the program. */
  async setExceptions(exceptions: Wishes["exceptions"]): Promise<void> {
    this.#exceptions = exceptions;
    await this.#tellExceptions();
  }

  /** Takes the place of all breakpoints of a path. */
  async setBreakpoints(path: string, wanted: readonly Dap.SourceBreakpoint[]) {
    const scripts = (await this.scripts.all()).filter((script) => script.path === path);
    const set = await this.breakpoints.replace(this.#inspector!, path, wanted, scripts);
    await this.#watchFiles();
    return set;
  }

  /** A cell is about to run. */
  async beforeCell(cell: RanCell): Promise<void> {
    await this.#starting?.catch(() => {});
    if (this.#inspector) await this.#loaded(this.scripts.ofCell(cell));
  }

  async #loaded(script: Script): Promise<void> {
    await this.breakpoints.loaded(this.#inspector!, script);
  }

  #forgetProcess(): void {
    for (const unlisten of this.#unlisten) unlisten();
    this.#unlisten = [];
    this.scripts.clear();
    this.breakpoints.forgetProcess();
    this.#everyFile = undefined;
    this.#resumed();
  }

  async #tellExceptions(): Promise<void> {
    const state = this.#exceptions === "none" ? "none" : "all";
    await this.#inspector?.send("Debugger.setPauseOnExceptions", { state });
  }

  /** The lines of a compiled file are known only when it is loaded, and then it may run at once. */
  async #watchFiles(): Promise<void> {
    const needed = [...this.breakpoints.wanted.keys()].some((path) => !this.scripts.isCell(path));
    if (needed && !this.#everyFile) {
      const instrumentation = "beforeScriptWithSourceMapExecution";
      const { breakpointId } = await this.#inspector!
        .send("Debugger.setInstrumentationBreakpoint", { instrumentation });
      this.#everyFile = breakpointId;
    } else if (!needed && this.#everyFile) {
      const breakpointId = this.#everyFile;
      this.#everyFile = undefined;
      await this.#inspector!.send("Debugger.removeBreakpoint", { breakpointId }).catch(() => {});
    }
  }

  async #paused(inspector: Inspector, event: V8.Debugger.PausedEvent): Promise<void> {
    try {
      const next = await this.#judge(event);
      if (typeof next === "string") return void await inspector.send(next);
      this.#cameFrom = undefined;
      this.#stepping = false;
      this.stop = next;
      this.happenings.stopped(next);
    } catch {
      await inspector.send("Debugger.resume").catch(() => {}); // better than a program that hangs
    }
  }

  async #judge(event: V8.Debugger.PausedEvent): Promise<Stop | Onward> {
    if (event.reason === "instrumentation") {
      const script = await this.scripts.get((event.data as { scriptId: string }).scriptId);
      if (script) await this.#loaded(script);
      return "Debugger.resume";
    }
    const wishes: Wishes = {
      exceptions: this.#exceptions,
      stepping: this.#stepping,
      cameFrom: this.#cameFrom,
    };
    return await judgePause(event, this.scripts, wishes, this.sourceOf);
  }

  #resumed(): void {
    if (!this.stop) return;
    this.stop = undefined;
    this.happenings.wentOn();
    if (!this.#stepping) this.happenings.continued();
  }
}
