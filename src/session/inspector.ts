import { QuickWebSocket } from "./_web_socket.ts";

/** What a method of the inspector gives; its fields depend on the method. */
// deno-lint-ignore no-explicit-any
export type InspectorResult = any;

/** Raised when the inspector refuses a request. */
export class InspectorError extends Error {
  /** The name of the class. */
  override name = "InspectorError";
}

/** Raised when the process that was asked has ended. */
export class ChildEndedError extends Error {
  /** The name of the class. */
  override name = "ChildEndedError";
}

/**
 * V8's inspector of one process (https://chromedevtools.github.io/devtools-protocol/v8/). Answers and
 * events arrive in the order in which the process sent them.
 */
export class Inspector {
  #socket!: QuickWebSocket;
  #last = 0;
  #closed = false;
  readonly #waiting = new Map<number, PromiseWithResolvers<InspectorResult>>();
  readonly #handlers = new Map<string, Set<(params: InspectorResult) => void>>();

  private constructor() {}

  /**
   * Connects to the inspector of a process.
   *
   * @param url The address that the process published
   * @returns The connection
   * @throws {Error} If nothing listens there, or it refuses
   */
  static async connect(url: string): Promise<Inspector> {
    const inspector = new Inspector();
    const arrived = (text: string) => inspector.#arrived(text);
    inspector.#socket = await QuickWebSocket.connect(url, arrived, () => inspector.close());
    return inspector;
  }

  /**
   * Asks for something.
   *
   * @param method Such as "Runtime.evaluate"
   * @param params What the method takes
   * @returns What it answers
   * @throws {InspectorError} If it answers with an error
   * @throws {ChildEndedError} If the process ends before it answers
   */
  send(method: string, params: object = {}): Promise<InspectorResult> {
    if (this.#closed) return Promise.reject(ended(method));
    const id = ++this.#last, deferred = Promise.withResolvers<InspectorResult>();
    deferred.promise.catch(() => {}); // nobody may wait for it
    this.#waiting.set(id, deferred);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return deferred.promise;
  }

  /**
   * Listens to an event.
   *
   * @param event Such as "Debugger.paused"
   * @param handler Called with what the event tells
   * @returns A function that ends the listening
   */
  on(event: string, handler: (params: InspectorResult) => void): () => void {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
    return () => void handlers.delete(handler);
  }

  /** Closes the connection: whoever waits for an answer is told. */
  close(): void {
    this.#closed = true;
    this.#socket?.close();
    for (const { reject } of this.#waiting.values()) reject(ended("it"));
    this.#waiting.clear();
  }

  #arrived(text: string): void {
    const { id, method, params, result, error } = JSON.parse(text);
    if (id === undefined) {
      for (const handler of this.#handlers.get(method) ?? []) handler(params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new InspectorError(error.message));
    else waiting?.resolve(result);
  }
}

function ended(what: string): ChildEndedError {
  return new ChildEndedError(`Cannot ask for ${what}: the process has ended`);
}
