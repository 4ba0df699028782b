import type { Inspector } from "../../session/mod.ts";
import type { Dap, V8 } from "./_protocol.ts";
import { Script } from "./_script.ts";

/** The breakpoints that the front end asked for, and those that V8 has been given. */
export class Breakpoints {
  readonly #wanted = new Map<string, readonly Dap.SourceBreakpoint[]>();
  /** V8's ids by path. */
  readonly #set = new Map<string, string[]>();

  /** What the front end asked for, by path. */
  get wanted(): ReadonlyMap<string, readonly Dap.SourceBreakpoint[]> {
    return this.#wanted;
  }

  /** Takes the place of all breakpoints of a path, in the scripts that came of it. */
  async replace(
    inspector: Inspector,
    path: string,
    wanted: readonly Dap.SourceBreakpoint[],
    scripts: readonly Script[],
  ): Promise<Dap.Breakpoint[]> {
    for (const breakpointId of this.#set.get(path) ?? []) {
      await inspector.send("Debugger.removeBreakpoint", { breakpointId }).catch(() => {});
    }
    this.#set.delete(path);
    if (wanted.length > 0) this.#wanted.set(path, wanted);
    else this.#wanted.delete(path);
    let lines = wanted.map(({ line }) => line);
    for (const script of scripts) lines = await this.#apply(inspector, script, wanted);
    if (scripts.length === 0 && /\.[cm]?js$/.test(path)) {
      // What is not compiled has the same lines when it is loaded.
      await this.#apply(inspector, Script.uncompiled(path), wanted);
    }
    return lines.map((line) => ({ verified: true, line, source: { path } }));
  }

  /** A script has been loaded, or is about to be, and has not begun to run. */
  async loaded(inspector: Inspector, script: Script): Promise<void> {
    await this.#apply(inspector, script, this.#wanted.get(script.path) ?? []);
  }

  /** The process has ended. */
  forgetProcess(): void {
    this.#set.clear();
  }

  /** No breakpoint is left. */
  clear(): void {
    this.#wanted.clear();
    this.#set.clear();
  }

  /** Gives V8 the breakpoints of a script; the lines they came to lie on. */
  async #apply(
    inspector: Inspector,
    script: Script,
    wanted: readonly Dap.SourceBreakpoint[],
  ): Promise<number[]> {
    const lines: number[] = [];
    for (const { line, condition } of wanted) {
      const place = script.toScript(line);
      if (!place) {
        lines.push(line);
        continue;
      }
      const request = { url: script.url, ...place, ...(condition && { condition }) };
      const answer = await inspector.send("Debugger.setBreakpointByUrl", request)
        .catch(() => undefined) as V8.Debugger.SetBreakpointByUrlResponse | undefined;
      if (answer) {
        this.#set.set(script.path, [...this.#set.get(script.path) ?? [], answer.breakpointId]);
      }
      const location = answer?.locations.at(0);
      lines.push((location && script.toSource(location)?.line) ?? line);
    }
    return lines;
  }
}
