import type { Inspector, RanCell, Session } from "../../session/mod.ts";
import { CallStack } from "./_call_stack.ts";
import { CellFiles } from "./_cell_files.ts";
import { Control, type Step } from "./_control.ts";
import { evaluateAt } from "./_evaluate_at.ts";
import type { Frame } from "./_frames.ts";
import type { Dap, V8 } from "./_protocol.ts";
import { richVariable } from "./_rich_variable.ts";
import { scopesOf } from "./_scopes.ts";
import { Scripts } from "./_scripts.ts";
import { typeText, valueText } from "./_value.ts";
import { GROUP, Variables } from "./_variables.ts";

/** What is needed of a session to debug it. */
export type Debuggee = Pick<Session, "inspector" | "cells" | "names">;

/** The process of the cells has one thread. */
const THREAD = 1;

const CAPABILITIES: Dap.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsConditionalBreakpoints: true,
  supportsEvaluateForHovers: true,
  supportsExceptionInfoRequest: true,
  supportsModulesRequest: true,
  exceptionBreakpointFilters: [
    { filter: "raised", label: "Raised exceptions", default: false },
    { filter: "uncaught", label: "Uncaught exceptions", default: true },
  ],
};

/** JupyterLab does not look whether these succeeded: the program may have gone on meanwhile. */
const NOTHING: Readonly<Record<string, object>> = {
  scopes: { scopes: [] },
  variables: { variables: [] },
  inspectVariables: { variables: [] },
};

/**
 * Debugs the cells of a session. To front ends it speaks the debug adapter protocol
 * (https://microsoft.github.io/debug-adapter-protocol) with what Jupyter adds to it
 * (https://jupyter-client.readthedocs.io/en/stable/messaging.html#debug-request), to the process of
 * the cells V8's own protocol.
 */
export class Debugger {
  readonly #session: Debuggee;
  readonly #files = new CellFiles();
  readonly #scripts: Scripts;
  readonly #control: Control;
  readonly #variables: Variables;
  readonly #calls = new CallStack();
  /** Front ends ask between `initialize` and `attach` whether it has begun. */
  #begun = false;
  #seq = 0;

  /** @param tell Called with each event for the front end */
  constructor(session: Debuggee, tell: (event: Dap.Event) => void) {
    this.#session = session;
    this.#scripts = new Scripts(this.#files, () => session.cells);
    this.#variables = new Variables(() => session.inspector);
    const event = (event: string, body: object) =>
      tell({ seq: ++this.#seq, type: "event", event, body });
    this.#control = new Control(this.#scripts, (path) => this.#text(path), {
      stopped: ({ frames, reason, thrown }) => {
        this.#calls.begin(frames);
        const text = thrown && valueText(thrown);
        event("stopped", {
          reason,
          threadId: THREAD,
          allThreadsStopped: true,
          ...(text && { text }),
        });
      },
      wentOn: () => this.#calls.begin([]),
      continued: () => event("continued", { threadId: THREAD, allThreadsContinued: true }),
    });
  }

  /** Answers a request of a front end. It never rejects: what goes wrong stands in the answer. */
  async request({ seq, command, arguments: args = {} }: Dap.Request): Promise<Dap.Response> {
    const answer = { seq: ++this.#seq, type: "response", request_seq: seq, command } as const;
    try {
      const handler = Object.hasOwn(this.#handlers, command) ? this.#handlers[command] : undefined;
      if (!handler) throw new Error(`Cannot do "${command}": this debugger does not know it`);
      return { ...answer, success: true, body: await handler(args) ?? {} };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { ...answer, success: false, message, body: NOTHING[command] ?? {} };
    }
  }

  /** To be called before each cell: sets its breakpoints. */
  async beforeCell(cell: RanCell): Promise<void> {
    await this.#control.beforeCell(cell);
  }

  /** To be called when a process has taken the place of the one before. */
  newProcess(inspector: Inspector): void {
    if (this.#control.started) this.#control.start(inspector).catch(() => {}); // it may end at once
  }

  /** Whether the program has stopped. */
  get halted(): boolean {
    return this.#control.stop !== undefined;
  }

  /** To be called after an interrupt: a program that has stopped notices it when it goes on. */
  async release(): Promise<void> {
    await this.#control.release();
  }

  /** By the commands of the protocol. */
  // deno-lint-ignore no-explicit-any
  readonly #handlers: Readonly<Record<string, (args: any) => unknown>> = {
    debugInfo: () => this.#info(),
    initialize: () => {
      this.#begun = true;
      return CAPABILITIES;
    },
    attach: () => this.#control.start(this.#session.inspector),
    configurationDone: () => {},
    disconnect: () => {
      this.#begun = false;
      return this.#control.end();
    },
    threads: () => ({ threads: [{ id: THREAD, name: "cells" }] }),
    dumpCell: ({ code }: { code: string }) => ({ sourcePath: this.#files.add(code) }),
    source: (args: Dap.SourceArguments) => this.#source(args),
    modules: () => this.#modules(),
    setBreakpoints: (args: Dap.SetBreakpointsArguments) => this.#setBreakpoints(args),
    setExceptionBreakpoints: ({ filters }: Dap.SetExceptionBreakpointsArguments) =>
      this.#control.setExceptions(
        filters.includes("raised") ? "raised" : filters.includes("uncaught") ? "uncaught" : "none",
      ),
    exceptionInfo: () => this.#exception(),
    stackTrace: () => this.#stack(),
    scopes: ({ frameId }: Dap.ScopesArguments) => ({
      scopes: scopesOf(this.#calls.get(frameId), this.#variables, () => this.#globals()),
    }),
    variables: async ({ variablesReference }: Dap.VariablesArguments) => ({
      variables: await this.#variables.list(variablesReference),
    }),
    evaluate: (args: Dap.EvaluateArguments) => this.#evaluate(args),
    continue: async () => {
      await this.#onward("resume");
      return { allThreadsContinued: true };
    },
    next: () => this.#onward("stepOver"),
    stepIn: () => this.#onward("stepInto"),
    stepOut: () => this.#onward("stepOut"),
    pause: () => this.#control.pause(),
    inspectVariables: async () => {
      await this.#variables.release();
      return { variables: await this.#globals() };
    },
    richInspectVariables: ({ variableName, frameId }: { variableName: string; frameId?: number }) =>
      richVariable(this.#session.inspector, variableName, this.#frameIfStopped(frameId)),
    copyToGlobals: (args: Record<string, string | number>) => this.#copyToGlobals(args),
  };

  #info() {
    const { prefix, suffix, seed } = this.#files;
    return {
      isStarted: this.#begun,
      hashMethod: "Murmur2",
      hashSeed: seed,
      tmpFilePrefix: prefix,
      tmpFileSuffix: suffix,
      breakpoints: [...this.#control.breakpoints.wanted]
        .map(([source, breakpoints]) => ({ source, breakpoints })),
      stoppedThreads: this.#control.stop ? [THREAD] : [],
      richRendering: true,
      exceptionPaths: [],
      copyToGlobals: true,
    };
  }

  async #setBreakpoints({ source, breakpoints = [] }: Dap.SetBreakpointsArguments) {
    if (!this.#control.started) throw new Error("Cannot set breakpoints: nothing is attached");
    return { breakpoints: await this.#control.setBreakpoints(source.path ?? "", breakpoints) };
  }

  async #source({ source }: Dap.SourceArguments) {
    const content = await this.#text(source?.path ?? "");
    if (content === undefined) throw new Error(`Cannot show ${source?.path}: it cannot be read`);
    return { content, mimeType: "text/typescript" };
  }

  async #text(path: string): Promise<string | undefined> {
    return this.#files.code(path) ?? await Deno.readTextFile(path).catch(() => undefined);
  }

  async #modules() {
    const scripts = await this.#scripts.all();
    const files = scripts.filter(({ path }) => this.#files.code(path) === undefined);
    const paths = [...new Map(files.map(({ path, name }) => [path, name]))];
    const modules = paths.map(([path, name], id) => ({ id, name, path }));
    return { modules, totalModules: modules.length };
  }

  #stack() {
    const { stackFrames } = this.#calls;
    return { stackFrames, totalFrames: stackFrames.length };
  }

  #frameIfStopped(id?: number): Frame | undefined {
    return id === undefined ? this.#calls.innermost : this.#control.stop && this.#calls.get(id);
  }

  async #onward(step: Step): Promise<void> {
    await this.#variables.release();
    await this.#control.onward(step);
  }

  #exception() {
    const thrown = this.#control.stop?.thrown;
    if (!thrown) throw new Error("Cannot tell an exception: the program has not stopped at one");
    const { description = valueText(thrown) } = thrown;
    return { exceptionId: typeText(thrown), description, breakMode: "always" };
  }

  async #evaluate({ expression, frameId }: Dap.EvaluateArguments) {
    const frame = this.#frameIfStopped(frameId);
    const result = await evaluateAt(this.#session.inspector, expression, frame);
    this.#calls.renew();
    const { value, type, variablesReference } = this.#variables.variable("", result);
    return { result: value, ...(type && { type }), variablesReference };
  }

  /** What the cells have declared. */
  async #globals(): Promise<Dap.Variable[]> {
    const names = await this.#session.names();
    const found = await Promise.all(names.map(async (name) => {
      const { result, exceptionDetails }: V8.Runtime.EvaluateResponse = await this.#session
        .inspector
        .send("Runtime.evaluate", { expression: name, objectGroup: GROUP, generatePreview: true });
      // A name whose declaration has not been reached has no value.
      return exceptionDetails ? [] : [this.#variables.variable(name, result, name)];
    }));
    return found.flat();
  }

  async #copyToGlobals({ srcVariableName: from, dstVariableName: to, srcFrameId }: Record<
    string,
    string | number
  >) {
    const name = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
    if (!name.test(`${from}`) || !name.test(`${to}`)) {
      throw new TypeError(`Cannot copy ${from} to ${to}: both must be names`);
    }
    const { inspector } = this.#session;
    const value = await evaluateAt(inspector, `${from}`, this.#calls.get(Number(srcFrameId)));
    const { objectId, unserializableValue, value: plain } = value;
    await inspector.send("Runtime.callFunctionOn", {
      functionDeclaration: `function (value) { ${to} = value; }`,
      executionContextId: 1,
      arguments: [objectId ? { objectId } : { unserializableValue, value: plain }],
    });
  }
}
