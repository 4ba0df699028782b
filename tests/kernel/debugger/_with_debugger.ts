import { assert } from "@std/assert";
import { Debugger } from "../../../src/kernel/debugger/debugger.ts";
import { type CellOutput, Session } from "../../../src/session/mod.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** A session that is debugged, spoken to as a front end does. */
export interface Debugged {
  readonly session: Session;
  readonly folder: string;
  /** The body of the answer. */
  readonly ask: (command: string, args?: object) => Promise<Any>;
  /** The whole answer. */
  readonly request: (command: string, args?: object) => Promise<Any>;
  /** The next event of this kind. */
  readonly event: (name: string) => Promise<Any>;
  /** Runs a cell. */
  readonly run: (code: string) => Promise<{ status: string; outputs: CellOutput[] }>;
  /** Where the program has stopped: "name line" for each call. */
  readonly stack: () => Promise<string[]>;
  /** "name: value" of each variable of a scope of the innermost call. */
  readonly scope: (name: string) => Promise<string[]>;
  /** What the kernel has to call. */
  readonly debug: Debugger;
}

/** Runs `use` with a debugged session in a folder with these files. */
export async function withDebugger(
  files: Readonly<Record<string, string>>,
  use: (debugged: Debugged) => Promise<void>,
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-test-" }));
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const events: Any[] = [], waiting: { name: string; resolve: (event: Any) => void }[] = [];
  const deliver = () => {
    for (const [i, { name, resolve }] of [...waiting.entries()]) {
      const at = events.findIndex(({ event }) => event === name);
      if (at < 0) continue;
      waiting.splice(i, 1);
      resolve(events.splice(at, 1)[0]);
      return deliver();
    }
  };
  let debug: Debugger | undefined;
  const session = await Session.start({
    cwd: folder,
    colours: false,
    onProcess: (inspector) => debug?.newProcess(inspector),
    onCell: async (cell) => await debug?.beforeCell(cell),
  });
  const started = debug = new Debugger(session, (event) => {
    events.push(event);
    deliver();
  });
  let seq = 0;
  const request = (command: string, args?: object) =>
    started.request({ type: "request", seq: ++seq, command, arguments: args });
  const ask = async (command: string, args?: object) => {
    const { success, message, body } = await request(command, args) as Any;
    assert(success, `${command}: ${message}`);
    return body;
  };
  try {
    await use({
      session,
      folder,
      debug: started,
      ask,
      request,
      event: (name) => {
        const { promise, resolve } = Promise.withResolvers<Any>();
        waiting.push({ name, resolve });
        deliver();
        return promise;
      },
      run: async (code) => {
        const outputs: CellOutput[] = [];
        const { status } = await session.run(code, { onOutput: (each) => outputs.push(each) });
        return { status, outputs };
      },
      stack: async () => {
        const { stackFrames } = await ask("stackTrace", { threadId: 1 });
        return stackFrames.map(({ name, line }: Any) => `${name} ${line}`);
      },
      scope: async (name) => {
        const { stackFrames: [{ id: frameId }] } = await ask("stackTrace", { threadId: 1 });
        const { scopes } = await ask("scopes", { frameId });
        const { variablesReference } = scopes.find((scope: Any) => scope.name === name);
        const { variables } = await ask("variables", { variablesReference });
        return variables.map(({ name, value }: Any) => `${name}: ${value}`);
      },
    });
  } finally {
    await session.close();
    await Deno.remove(folder, { recursive: true });
  }
}

/** What JupyterLab sends when its bug button is pressed. */
export async function start({ ask }: Debugged): Promise<Any> {
  await ask("debugInfo");
  const capabilities = await ask("initialize", {
    clientID: "jupyterlab",
    clientName: "JupyterLab",
    adapterID: "actbook",
    pathFormat: "path",
    linesStartAt1: true,
    columnsStartAt1: true,
  });
  assert((await ask("debugInfo")).isStarted); // JupyterLab asks in between, and believes it
  await ask("attach", {});
  return capabilities;
}

/** What JupyterLab sends when a line number of a cell is clicked. */
export async function breakAt({ ask }: Debugged, code: string, ...lines: number[]): Promise<Any> {
  const { sourcePath } = await ask("dumpCell", { code });
  await ask("debugInfo");
  const { breakpoints } = await ask("setBreakpoints", {
    source: { path: sourcePath },
    breakpoints: lines.map((line) => ({ line })),
    sourceModified: false,
  });
  await ask("configurationDone", {});
  return { sourcePath, breakpoints };
}
