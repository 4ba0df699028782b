import { JupyterKernel, type KernelOptions } from "../../src/kernel/jupyter_kernel.ts";
import { Session, type SessionOptions } from "../../src/session/mod.ts";
import type { Connection } from "../../src/kernel/connection.ts";
import { ZmtpConnection } from "../../src/notebook/zmtp.ts";
import { decodeMessage, encodeMessage, header, type Message } from "../../src/wire/message.ts";

/** Five free ports: all are bound before any is released, or one could come up twice. */
export function freeConnection(): Connection {
  const listeners = Array.from(
    { length: 5 },
    () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  );
  const [shell, iopub, stdin, control, hb] = listeners.map((listener) => {
    listener.close();
    return { transport: "tcp", hostname: "127.0.0.1", port: listener.addr.port } as const;
  });
  return { key: crypto.randomUUID(), addresses: { shell, iopub, stdin, control, hb } };
}

/** The port of a channel. */
export function portOf({ addresses }: Connection, channel: keyof Connection["addresses"]): number {
  const address = addresses[channel];
  if (address.transport !== "tcp") throw new Error("It has no port");
  return address.port;
}

/** What came of a request: its reply and what was published because of it, in order. */
export interface Answer {
  // deno-lint-ignore no-explicit-any
  readonly reply: any;
  readonly published: Message[];
  /** What was published, but for states and the code. */
  readonly outputs: [type: string, content: Message["content"]][];
}

/** A front end for tests. */
export class Client {
  readonly id: string = crypto.randomUUID();
  readonly published: Message[] = [];
  readonly replies: Message[] = [];
  /** Called with each question. */
  onInput: (prompt: string) => string = () => "";
  #wake = () => {};
  #shell!: ZmtpConnection;
  #control!: ZmtpConnection;
  #stdin!: ZmtpConnection;
  #iopub!: ZmtpConnection;

  private constructor(readonly connection: Connection) {}

  /** Connects to a kernel; `welcomed` says whether the kernel tells that its iopub is listened to. */
  static async connect(connection: Connection, welcomed = true): Promise<Client> {
    const client = new Client(connection);
    const open = (channel: keyof Connection["addresses"], type: "DEALER" | "SUB") =>
      ZmtpConnection.connect(portOf(connection, channel), type, client.id);
    client.#iopub = await open("iopub", "SUB");
    client.#shell = await open("shell", "DEALER");
    client.#control = await open("control", "DEALER");
    client.#stdin = await open("stdin", "DEALER");
    client.#pump(client.#iopub, (message) => client.published.push(message));
    for (const channel of [client.#shell, client.#control]) {
      client.#pump(channel, (message) => client.replies.push(message));
    }
    client.#pump(client.#stdin, (message) => {
      const value = client.onInput(message.content.prompt);
      client.sendOn("stdin", client.message("input_reply", { value }, message.header));
    });
    await client.until(() =>
      !welcomed || client.published.some((each) => each.header.msg_type === "iopub_welcome")
    );
    return client;
  }

  async #pump(channel: ZmtpConnection, take: (message: Message) => void): Promise<void> {
    try {
      for (let parts; (parts = await channel.receive()) !== null;) {
        take(decodeMessage(parts, this.connection.key));
        this.#wake();
      }
    } catch {
      // Closed.
    }
  }

  message(type: string, content: unknown, parent: Message["parent"] = {}): Message {
    return { header: header(type, this.id), parent, metadata: {}, content };
  }

  sendOn(channel: "shell" | "control" | "stdin", message: Message): void {
    const connection = { shell: this.#shell, control: this.#control, stdin: this.#stdin }[channel];
    connection.send(encodeMessage(message, this.connection.key)).catch(() => {});
  }

  /** Sends parts as they are. */
  sendRaw(parts: Uint8Array[]): Promise<void> {
    return this.#shell.send(parts);
  }

  /** Waits until something holds; looks after each message. */
  async until(holds: () => boolean): Promise<void> {
    const deadline = Date.now() + 300_000;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error("It did not come about within five minutes");
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Sends a request and waits for its reply and for the state "idle". */
  async ask(
    type: string,
    content: unknown,
    channel: "shell" | "control" = "shell",
  ): Promise<Answer> {
    return await this.answerTo(this.send(type, content, channel));
  }

  /** Sends a request; gives its id. */
  send(type: string, content: unknown, channel: "shell" | "control" = "shell"): string {
    const message = this.message(type, content);
    this.sendOn(channel, message);
    return message.header.msg_id;
  }

  async answerTo(id: string): Promise<Answer> {
    const mine = (message: Message) => message.parent.msg_id === id;
    const isIdle = (message: Message) =>
      mine(message) && message.content.execution_state === "idle";
    await this.until(() => this.published.some(isIdle) && this.replies.some(mine));
    const published = this.published.filter(mine);
    const silent = ["status", "execute_input"];
    return {
      reply: this.replies.find(mine)!.content,
      published,
      outputs: published.filter(({ header }) => !silent.includes(header.msg_type))
        .map(({ header, content }) => [header.msg_type, content]),
    };
  }

  /** Runs a cell. */
  execute(code: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.ask("execute_request", execution(code, more));
  }

  close(): void {
    for (const each of [this.#shell, this.#control, this.#stdin, this.#iopub]) each?.close();
  }
}

/** What a front end asks for with a cell. */
export function execution(code: string, more: Record<string, unknown> = {}) {
  return {
    code,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
    ...more,
  };
}

/** Runs `use` with a kernel in a folder of its own and a client of it. */
export async function withKernel(
  use: (client: Client, kernel: JupyterKernel, folder: string) => Promise<void>,
  options: Partial<KernelOptions & SessionOptions> = {},
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-kernel-" }));
  const connection = freeConnection();
  const { flags, env, permissions, outputLimit, ...more } = options;
  const common = { cwd: folder, colours: false };
  // No test depends on how fast the machine is.
  const patience = {
    answer: 300_000,
    completions: 300_000,
    soon: 300_000,
    check: 300_000,
  };
  const session = Session.start({ ...common, flags, env, permissions, outputLimit });
  const kernel = new JupyterKernel(connection, {
    session,
    ...common,
    patience,
    version: "1.2.3",
    ...more,
  });
  const client = await Client.connect(connection);
  try {
    await use(client, kernel, folder);
  } finally {
    client.close();
    await kernel.stop();
    await Deno.remove(folder, { recursive: true });
  }
}
