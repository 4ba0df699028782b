import { WORKER_SOURCE } from "./_worker_source.ts";

/** A piece of work for a thread. */
export interface Piece {
  /** The name of the kernel. */
  readonly name: string;
  /** Its module. */
  readonly bytes: Uint8Array;
  /** Its parameter, if it takes one. */
  readonly parameter: number | undefined;
  /** How many bytes of numbers it takes at a time. */
  readonly room: number;
  /** The inputs: shared memory, or a copy that is given away. */
  readonly xs: Float32Array;
  /** Where the results go: shared memory, or the inputs. */
  readonly out: Float32Array;
}

/** What a thread found. */
export interface Found {
  readonly out: Float32Array;
  /** Places in the piece at which the kernel is in doubt, with the inputs there. */
  readonly doubts: readonly (readonly [place: number, x: number])[];
}

/** A thread, which ends when it has had nothing to do for a while, and starts again when it has. */
export interface Thread {
  readonly run: (piece: Piece) => Promise<Found>;
  /** Whether it has started and not ended. */
  readonly runs: boolean;
}

/** What is used of workers, which the platforms name differently. */
interface Port {
  post(message: unknown, transfer: ArrayBuffer[]): void;
  listen(message: (data: Reply) => void, failure: (error: unknown) => void): void;
  end(): void;
}

type Reply = Found & { readonly id: number; readonly error?: unknown };

/** How to settle a promise; `Promise.withResolvers` is newer than the oldest Node we run on. */
interface Waiting {
  readonly resolve: (found: Found) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds that an idle thread stays, and may keep the program from its end. */
const PATIENCE = 200;

/** A thread that is not started yet. */
export function thread(): Thread {
  const waiting = new Map<number, Waiting>();
  let port: Port | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const settle = (id: number, end: (promise: Waiting) => void) => {
    const promise = waiting.get(id);
    waiting.delete(id);
    if (promise) end(promise);
    if (waiting.size > 0) return;
    idle = setTimeout(() => {
      port?.end();
      port = undefined;
    }, PATIENCE);
  };
  const start = () => {
    const started = typeof Worker === "function" ? webPort() : nodePort();
    started.listen(
      ({ id, error, ...found }) =>
        settle(id, ({ resolve, reject }) => error ? reject(error) : resolve(found)),
      (error) => [...waiting.keys()].forEach((id) => settle(id, ({ reject }) => reject(error))),
    );
    return started;
  };
  return {
    get runs() {
      return port !== undefined;
    },
    run: (piece) => {
      clearTimeout(idle);
      port ??= start();
      const id = last++;
      const { buffer } = piece.xs;
      port.post({ id, ...piece }, buffer instanceof ArrayBuffer ? [buffer] : []);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
  };
}

/** A worker of Deno or of a browser. */
function webPort(): Port {
  const url = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (message, failure) => {
      worker.onmessage = ({ data }) => message(data);
      worker.onerror = (event) => {
        event.preventDefault();
        failure(new Error(`Cannot evaluate as a thread failed: ${event.message}`));
      };
    },
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

interface NodeWorker {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  on(event: string, listener: (value: never) => void): void;
  terminate(): void;
}

/** A module of Node. */
function builtin(name: string): Record<string, unknown> {
  const { process } = globalThis as unknown as {
    process: { getBuiltinModule(name: string): Record<string, unknown> };
  };
  return process.getBuiltinModule(name);
}

/** How many threads can work at once. */
export function processors(): number {
  const { availableParallelism } = globalThis.navigator ? {} : builtin("node:os");
  return globalThis.navigator?.hardwareConcurrency ?? (availableParallelism as () => number)();
}

/** A worker of Node. */
function nodePort(): Port {
  const { Worker } = builtin("node:worker_threads");
  const worker = new (Worker as new (source: string, options: object) => NodeWorker)(
    WORKER_SOURCE,
    { eval: true },
  );
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (message, failure) => {
      worker.on("message", message);
      worker.on("error", failure);
    },
    end: () => worker.terminate(),
  };
}
