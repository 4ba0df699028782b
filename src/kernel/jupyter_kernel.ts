import type { Session } from "../session/mod.ts";
import type { Multipart } from "../wire/frames.ts";
import {
  decodeMessage,
  delimiterIndex,
  encodeMessage,
  type Header,
  header,
  type Message,
} from "../wire/message.ts";
import type { Connection } from "./connection.ts";
import type { Context, Handler } from "./context.ts";
import { History } from "./history.ts";
import { LanguageService } from "./language/language_service.ts";
import { TypesBefore } from "./language/types_before.ts";
import type { TypesMode } from "./language/types_mode.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { Questions } from "./_questions.ts";
import { Replays } from "./_replays.ts";
import { ABORTED, isExecute } from "./requests/execute.ts";
import { control, shell } from "./requests/mod.ts";
import { listen, type Peer } from "./socket/listen.ts";
import { Publisher } from "./socket/publisher.ts";

/** What a kernel stands on, and what it tells. */
export interface KernelOptions {
  /** What runs the cells. The kernel closes it, and sets its `onCell` and `onProcess`. */
  readonly session: Promise<Session>;
  /** The folder of the notebook. */
  readonly cwd: string;
  /** The Deno that runs the cells; the running one if absent. */
  readonly deno?: string;
  /** Whether values and errors have terminal colours; as the terminal's settings say if absent. */
  readonly colours?: boolean;
  /** The version it tells. */
  readonly version: string;
  /** The file of the history; nothing is kept on disk without one. */
  readonly history?: string;
  /** The notebook's file name, if it is known. */
  readonly notebook?: string;
  /** What becomes of cells with type errors; a warning where somebody sits in front if absent. */
  readonly types?: TypesMode;
  /** How long the language service is waited for; as long as people bear if absent. */
  readonly patience?: Patience;
}

interface Request {
  readonly message: Message;
  readonly peer: Peer;
  /** What stands before the message and before each answer to it. */
  readonly envelope: Multipart;
}

/** What a message has besides its content. */
interface More {
  readonly metadata?: unknown;
  readonly buffers?: readonly Uint8Array[];
}

const text = new TextEncoder();

/** A session that speaks Jupyter's protocol, version 5.4, with any number of front ends. */
export class JupyterKernel {
  readonly #key: string;
  readonly #id = crypto.randomUUID();
  readonly #replays = new Replays();
  readonly #iopub: Publisher;
  readonly #closers: (() => void)[] = [];
  readonly #questions = new Questions();
  readonly #context: Context;
  readonly #session: Promise<Session>;
  #queue: Request[] = [];
  #aborted = new Set<Request>();
  #working = false;
  readonly #stopped = Promise.withResolvers<void>();

  /**
   * Listens.
   *
   * @param connection Where to listen, and the key of the messages
   * @param options The session, and what to tell
   * @throws {Deno.errors.AddrInUse} If a port is taken
   */
  constructor(connection: Connection, options: KernelOptions) {
    this.#key = connection.key;
    this.#context = this.#makeContext(options);
    this.#session = options.session;
    this.#session.catch(() => {}); // told by the first cell
    const { addresses } = connection;
    const requests = (channel: "shell" | "control", take: (request: Request) => void) =>
      listen(addresses[channel], "ROUTER", {
        onMessage: (peer, parts) => {
          const message = this.#decode(parts);
          if (message) take({ message, peer, envelope: parts.slice(0, delimiterIndex(parts)) });
        },
      });
    this.#closers.push(
      listen(addresses.hb, "REP", { onMessage: (peer, parts) => peer.send(parts) }),
      requests("shell", (request) => {
        this.#queue.push(request);
        this.#work();
      }),
      requests("control", (request) => this.#handle(request, control)),
      listen(addresses.stdin, "ROUTER", {
        onOpen: (peer) => this.#questions.opened(peer),
        onClose: (peer) => this.#questions.closed(peer),
        onMessage: (_, parts) => {
          const message = this.#decode(parts);
          if (message?.header.msg_type === "input_reply") this.#questions.answered(message);
        },
      }),
    );
    this.#iopub = new Publisher(
      addresses.iopub,
      (subscription) => this.#encode("iopub_welcome", { subscription }, {}, "iopub_welcome"),
    );
    this.#closers.push(this.#iopub.close);
    this.#publish("status", { execution_state: "starting" }, {});
  }

  /** Resolves when the kernel has been stopped, by a message or by `stop`. */
  get stopped(): Promise<void> {
    return this.#stopped.promise;
  }

  /** The session of the cells, once its process has started. */
  get session(): Promise<Session> {
    return this.#session;
  }

  #makeContext(options: KernelOptions): Context {
    const language = new LanguageService({
      folder: options.cwd,
      ...(options.notebook && { name: options.notebook }),
      ...(options.deno && { deno: options.deno }),
    });
    const { patience = PATIENCE } = options;
    let cellDebugger: ReturnType<Context["debugger"]> | undefined;
    return {
      session: () => this.#session,
      language,
      types: new TypesBefore(language, options.types, patience),
      debugger: () => cellDebugger ??= this.#makeDebugger(),
      history: History.open(options.history),
      colours: options.colours ?? !Deno.noColor,
      count: 0,
      patience,
      late: false,
      version: options.version,
      publish: (type, content, parent, more) => this.#publish(type, content, parent.header, more),
      ask: (request, { identity }, { header: parent }) => {
        const id = crypto.randomUUID();
        const question = this.#encode("input_request", request, parent, undefined, { id });
        return this.#questions.ask(identity, id, question);
      },
      waiting: () => this.#queue.some(({ message }) => isExecute(message)),
      abortQueue: () =>
        this.#aborted = new Set(this.#queue.filter(({ message }) => isExecute(message))),
      interrupt: () => this.interrupt(),
      stop: () => void this.stop(),
    };
  }

  async #makeDebugger() {
    const { Debugger } = await import("./debugger/debugger.ts");
    const session = await this.#session;
    const made = new Debugger(session, (event) => this.#publish("debug_event", event, {}));
    session.onProcess = (inspector) => made.newProcess(inspector);
    session.onCell = (cell) => made.beforeCell(cell);
    this.#debugger = made;
    return made;
  }
  #debugger?: Awaited<ReturnType<Context["debugger"]>>;

  #decode(parts: Multipart): Message | undefined {
    try {
      const message = decodeMessage(parts, this.#key);
      const signature = new TextDecoder().decode(parts[delimiterIndex(parts) + 1]);
      return this.#replays.isNew(signature) ? message : undefined;
    } catch {
      return undefined; // whoever cannot sign gets no answer, not even a refusal
    }
  }

  #encode(
    type: string,
    content: unknown,
    parent: Partial<Header>,
    topic?: string,
    { metadata = {}, buffers, id }: More & { readonly id?: string } = {},
  ): Multipart {
    const head = { ...header(type, this.#id), version: "5.4", ...(id && { msg_id: id }) };
    const message = { header: head, parent, metadata: metadata as Message["metadata"], content };
    const parts = encodeMessage({ ...message, ...(buffers && { buffers }) }, this.#key);
    return topic === undefined ? parts : [text.encode(topic), ...parts];
  }

  #publish(
    type: string,
    content: unknown,
    parent: Partial<Header>,
    more?: More,
  ): void {
    this.#iopub.publish(this.#encode(type, content, parent, `kernel.${this.#id}.${type}`, more));
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let request; (request = this.#queue.shift());) await this.#handle(request, shell);
    this.#working = false;
  }

  async #handle(request: Request, handlers: Readonly<Record<string, Handler>>): Promise<void> {
    const { message, peer, envelope } = request, type = message.header.msg_type;
    if (!Object.hasOwn(handlers, type)) return;
    this.#publish("status", { execution_state: "busy" }, message.header);
    try {
      const reply = this.#aborted.delete(request)
        ? ABORTED
        : await handlers[type](this.#context, message, { identity: peer.identity });
      if (reply) {
        const answer = this.#encode(type.replace(/_request$/, "_reply"), reply, message.header);
        peer.send([...envelope, ...answer]);
      }
    } catch (error) {
      const { name, message: evalue } = error as Error;
      const content = { status: "error", ename: name, evalue, traceback: [`${name}: ${evalue}`] };
      const reply = this.#encode(type.replace(/_request$/, "_reply"), content, message.header);
      peer.send([...envelope, ...reply]);
    }
    this.#publish("status", { execution_state: "idle" }, message.header);
  }

  /** Ends the running cell; what cells have defined is kept. */
  async interrupt(): Promise<void> {
    const session = await this.#session.catch(() => undefined);
    session?.interrupt(this.#debugger?.halted);
    await this.#debugger?.release();
  }

  /** Ends the kernel and everything it started. Safe to call twice. */
  async stop(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20)); // answers leave before
    for (const close of this.#closers.splice(0)) close();
    const session = await this.#session.catch(() => undefined);
    await Promise.all([session?.close(), this.#context.language.stop()]);
    this.#stopped.resolve();
  }
}
