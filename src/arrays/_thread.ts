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

/** A thread that stays, and keeps nothing alive while it has nothing to do. */
export interface Thread {
  readonly run: (piece: Piece) => Promise<Found>;
}

/** What is used of workers, which the platforms name differently. */
interface Port {
  post(message: unknown, transfer: ArrayBuffer[]): void;
  listen(message: (data: Reply) => void, failure: (error: unknown) => void): void;
  /** Whether the program goes on for its sake. */
  busy(busy: boolean): void;
}

type Reply = Found & { readonly id: number; readonly error?: unknown };

/** Starts a thread. */
export function startThread(): Thread {
  const port = portOfNode() ?? portOfBrowser();
  const waiting = new Map<number, PromiseWithResolvers<Found>>();
  let last = 0;
  const settle = (id: number, end: (promise: PromiseWithResolvers<Found>) => void) => {
    const promise = waiting.get(id);
    waiting.delete(id);
    if (promise) end(promise);
    if (waiting.size === 0) port.busy(false);
  };
  port.listen(
    ({ id, error, ...found }) =>
      settle(id, ({ resolve, reject }) => error ? reject(error) : resolve(found)),
    (error) => [...waiting.keys()].forEach((id) => settle(id, ({ reject }) => reject(error))),
  );
  port.busy(false);
  return {
    run: (piece) => {
      const id = last++;
      const promise = Promise.withResolvers<Found>();
      waiting.set(id, promise);
      port.busy(true);
      const { buffer } = piece.xs;
      port.post({ id, ...piece }, buffer instanceof ArrayBuffer ? [buffer] : []);
      return promise.promise;
    },
  };
}

interface NodeWorker {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  on(event: string, listener: (value: never) => void): void;
  ref(): void;
  unref(): void;
}

/** A worker of Deno or Node. */
function portOfNode(): Port | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => Record<string, unknown> };
  };
  const threads = process?.getBuiltinModule?.("node:worker_threads");
  if (!threads) return undefined;
  const Worker = threads.Worker as new (source: string, options: object) => NodeWorker;
  const worker = new Worker(WORKER_SOURCE, { eval: true });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (message, failure) => {
      worker.on("message", message);
      worker.on("error", failure);
    },
    busy: (busy) => busy ? worker.ref() : worker.unref(),
  };
}

/** A worker of a browser. */
function portOfBrowser(): Port {
  const url = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: "text/javascript" }));
  const worker = new Worker(url);
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (message, failure) => {
      worker.onmessage = ({ data }) => message(data);
      worker.onerror = ({ message }) => failure(new Error(message));
    },
    busy: () => {},
  };
}
