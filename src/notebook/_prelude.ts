/** What the code in the kernel and the runner agree on. */
export interface PreludeOptions {
  /** How many characters of text a cell may print; the rest is dropped in the kernel. */
  readonly outputLimit: number;
  /** What `prompt()` and `confirm()` are answered, in order. */
  readonly answers: readonly string[];
}

/** The MIME type of the message that marks the end of a cell's outputs, or a place between them. */
export const MARKER = "application/x-actbook-marker";

/** The name, in the kernel, of the function that {@linkcode prelude} leaves behind. */
const END = `globalThis[Symbol.for("${MARKER}")]`;
/** The name of the function around the last expression of a cell. */
export const LAST_VALUE = "__actbookLastValue";

/** The code that runs once, unseen, before the first cell. */
export function preludeCode(options: PreludeOptions): string {
  return `(${prelude})(${
    JSON.stringify({ marker: MARKER, lastValueName: LAST_VALUE, ...options })
  })`;
}

/** The unseen code after each cell: says `id` through every channel. */
export function endOfCell(id: string): string {
  return `await ${END}("${id}")`;
}

/**
 * Runs inside the kernel, so it may use nothing from outside itself.
 *
 * - Text is sent in pieces of some size: the kernel needs 0.3 ms for each message. The first of a
 *   turn go out one by one, so that nothing is lost if the process dies.
 * - After every megabyte it waits until the runner has read it (through the channel for `prompt`,
 *   the only one that blocks): the kernel's queue has no bound, and it damages what is still on its
 *   way when a cell ends.
 * - The last value comes through `broadcastResult`, which the kernel calls; what it drops on the way
 *   (NaN, -0, ±Infinity, null, bigints) comes wrapped.
 * - It swallows unhandled rejections, and after an exception in a timer a pending await never ends;
 *   both are reported. A rejection that is the cell's value is shown, as the kernel does.
 * - `Deno.test` with the id as name makes Deno print what processes, workers and tests wrote.
 */
// deno-lint-ignore no-explicit-any
function prelude({ marker, lastValueName, outputLimit, answers }: any): void {
  const PIECE = 2 ** 16, BARRIER = 2 ** 20, ONE_BY_ONE = 200;
  // deno-lint-ignore no-explicit-any
  const scope = globalThis as any, deno = scope.Deno;
  const internals = deno[deno.internal];
  const { jupyter } = deno;
  const { broadcast: send, format } = jupyter;
  const { inspectArgs } = internals;
  const { formatInner } = internals.jupyter;
  const askRunner = scope.prompt, later = scope.setImmediate, realExit = deno.exit;
  const addTest = deno.test, stringify = JSON.stringify, now = Date.now;

  let pending: { name: string; parts: string[] }[] = [];
  let pendingLength = 0, singles = 0, scheduled = false, sinceBarrier = 0, written = 0;

  /** Counts what a cell shows; how much of it may be shown. */
  const admit = (length: number): number => {
    const room = Math.max(0, outputLimit - written);
    written += length;
    return Math.min(room, length);
  };
  const NOTICE = `\n[actbook: the output of this cell was cut after ${outputLimit} characters; ` +
    `--max-output sets the limit]\n`;

  const mark = (id: string) =>
    send("display_data", { data: { [marker]: id }, metadata: {}, transient: {} });

  const barrier = () => {
    sinceBarrier = 0;
    const id = `${now()}-${scope.Math.random()}`;
    mark(id);
    askRunner(marker + id);
  };

  const sent = (length: number) => {
    sinceBarrier += length;
    if (sinceBarrier > BARRIER) barrier();
  };

  const flush = () => {
    const runs = pending;
    pending = [];
    pendingLength = 0;
    for (const { name, parts } of runs) {
      const text = parts.length === 1 ? parts[0] : parts.join("");
      for (let at = 0; at < text.length; at += BARRIER) {
        const piece = text.slice(at, at + BARRIER);
        send("stream", { name, text: piece });
        sent(piece.length);
      }
    }
  };

  const endOfTurn = () => {
    scheduled = false;
    singles = 0;
    flush();
  };

  const print = (text: string, name: string) => {
    if (text === "" || written > outputLimit) return;
    const kept = admit(text.length);
    if (kept < text.length) text = text.slice(0, kept) + NOTICE;
    const last = pending.at(-1);
    if (last?.name === name) last.parts.push(text);
    else pending.push({ name, parts: [text] });
    pendingLength += text.length;
    if (!scheduled) {
      scheduled = true;
      later(endOfTurn);
    }
    if (singles++ < ONE_BY_ONE || pendingLength > PIECE) flush();
  };

  const nameOf = (isError: boolean) => isError ? "stderr" : "stdout";
  const console = new internals.Console((text: string, level: number) =>
    print(text, nameOf(level > 1))
  );
  for (const name of Object.keys(console)) scope.console[name] = console[name];

  for (const name of ["stdout", "stderr"]) {
    const stream = deno[name], decoder = new TextDecoder();
    const writeSync = (bytes: Uint8Array) => {
      print(decoder.decode(bytes, { stream: true }), name);
      return bytes.length;
    };
    stream.writeSync = writeSync;
    stream.write = (bytes: Uint8Array) => Promise.resolve(writeSync(bytes));
    Object.defineProperty(stream, "writable", {
      value: new WritableStream({ write: (bytes) => void writeSync(bytes) }),
    });
  }

  // deno-lint-ignore no-explicit-any
  jupyter.broadcast = async (type: string, content: any, extra?: any) => {
    flush();
    const length = stringify(content ?? null).length;
    if (type === "display_data") {
      if (written > outputLimit) return;
      if (admit(length) < length) return send("stream", { name: "stderr", text: NOTICE });
    }
    await send(type, content, extra);
    sent(length);
  };
  jupyter.display = async (value: unknown, options = { raw: false, update: false }) => {
    // deno-lint-ignore no-explicit-any
    const { raw, update, display_id } = options as any;
    const data = await formatInner(value, raw);
    const type = update ? "update_display_data" : "display_data";
    const transient = display_id ? { display_id } : {};
    await jupyter.broadcast(type, { data, metadata: {}, transient });
  };

  class Dropped {
    constructor(readonly value: unknown) {}
  }
  let lastValue: unknown;
  Object.defineProperty(scope, lastValueName, {
    value: (value: unknown) => {
      const kind = typeof value;
      const dropped = value === null || kind === "bigint" ||
        kind === "number" && (!Number.isFinite(value) || Object.is(value, -0));
      return dropped ? new Dropped(value) : value;
    },
  });
  internals.jupyter.broadcastResult = async (execution_count: number, value: unknown) => {
    lastValue = value;
    flush();
    if (value === undefined) return;
    try {
      const data = value instanceof Dropped
        ? { "text/plain": inspectArgs(["%o", value.value], { colors: !deno.noColor }) }
        : await format(value);
      await send("execute_result", { execution_count, data, metadata: {}, transient: {} });
      sent(stringify(data).length);
    } catch (error) {
      report(error);
    }
  };

  const report = (reason: unknown) => {
    const known = reason instanceof Error;
    const ename = known ? reason.name : "Error";
    const evalue = known ? reason.message : String(reason);
    const stack = known ? (reason.stack ?? "").split("\n") : [];
    const own = stack.filter((line) => !/^\s+at .*\(ext:/.test(line));
    const traceback = ["Uncaught " + (own[0] ?? ename + ": " + evalue), ...own.slice(1)];
    flush();
    send("error", { ename, evalue, traceback });
  };
  let rejections: { promise: unknown; reason: unknown }[] = [];
  scope.addEventListener("unhandledrejection", (event: PromiseRejectionEvent) => {
    event.preventDefault();
    rejections.push(event);
  });
  scope.addEventListener("error", (event: ErrorEvent) => {
    event.preventDefault();
    report(event.error);
  });

  const exit = (code?: number) => {
    flush();
    barrier();
    realExit(code);
  };
  deno.exit = exit;
  scope.process.reallyExit = exit;

  const ask = (message: string): string => {
    if (answers.length > 0) return answers.shift();
    const error = new Error(
      `Cannot answer ${stringify(message)}: nobody can be asked during a run: ` +
        "give the answers with --answer",
    );
    error.stack = `${error}`;
    throw error;
  };
  scope.prompt = (message = "Prompt", otherwise = "") => ask(message) || otherwise;
  scope.confirm = (message = "Confirm") => /^y(es)?$/i.test(ask(message));

  const end = async (id: string) => {
    await new Promise((resolve) => later(resolve)); // lets rejections be reported
    for (const { promise, reason } of rejections) if (promise !== lastValue) report(reason);
    flush();
    await mark(id);
    const sanitize = { sanitizeOps: false, sanitizeResources: false, sanitizeExit: false };
    addTest({ name: id, fn: () => {}, ...sanitize });
    written = 0;
    lastValue = undefined;
    rejections = [];
  };
  Object.defineProperty(scope, Symbol.for(marker), { value: end });
}
