import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { projectFolder } from "./_project_folder.ts";

/** What `deno lsp` is told: no lint, no walk through the folder, nothing asked of registries. */
const SETTINGS: Readonly<Record<string, object>> = {
  deno: {
    enable: true,
    lint: false,
    documentPreloadLimit: 0,
    suggest: { imports: { autoDiscover: false, hosts: {} } },
  },
  // Names of modules that no cell imports are no completions.
  typescript: { suggest: { autoImports: false } },
};

/** Told a growth for its heap, V8 keeps the server at half its size, at the price of more collections. */
const V8_FLAGS = "--heap-growing-percent=40,--max-semi-space-size=8";

/** Where a server runs. */
export interface ServerOptions {
  /** The folder whose deno.json, and whose parents' deno.json, apply. */
  readonly folder: string;
  /** Path of Deno. */
  readonly deno: string;
}

/** A `deno lsp` of our own. It ends by itself when this process does. */
export class LanguageServer {
  readonly #process;
  readonly #connection;
  /** Whether it can no longer answer. */
  ended = false;

  /** Starts a server. @throws {Error} If Deno cannot be started */
  static async start(options: ServerOptions): Promise<LanguageServer> {
    const rpc: typeof import("npm:vscode-jsonrpc@10.0.0/node") = await import(
      "npm:vscode-jsonrpc@10.0.0/node" as string
    );
    const { DENO_V8_FLAGS: flags, ...environment } = Deno.env.toObject();
    const child = spawn(options.deno, ["lsp", "--quiet"], {
      cwd: options.folder,
      env: {
        ...environment,
        DENO_NO_UPDATE_CHECK: "1",
        DENO_V8_FLAGS: flags ? `${V8_FLAGS},${flags}` : V8_FLAGS,
      },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const server = new LanguageServer(
      child,
      rpc.createMessageConnection(
        new rpc.StreamMessageReader(child.stdout),
        new rpc.StreamMessageWriter(child.stdin),
      ),
    );
    await server.#initialize(await projectFolder(options.folder));
    return server;
  }

  private constructor(
    process: ReturnType<typeof spawn>,
    connection: import("npm:vscode-jsonrpc@10.0.0/node").MessageConnection,
  ) {
    this.#process = process;
    this.#connection = connection;
    const end = () => {
      if (this.ended) return;
      this.ended = true;
      connection.dispose(); // fails what is still asked
    };
    process.on("error", end).on("exit", end);
    connection.onError(end);
    connection.onClose(end);
    connection.onRequest(
      "workspace/configuration",
      ({ items }: { items: { section: string }[] }) =>
        items.map(({ section }) => SETTINGS[section] ?? null),
    );
    connection.listen();
  }

  async #initialize(folder: string): Promise<void> {
    const uri = pathToFileURL(`${folder}/`).href;
    await this.request("initialize", {
      processId: Deno.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "notebook" }],
      capabilities: {
        workspace: { configuration: true }, // without it, no deno.json is looked for
        textDocument: {
          diagnostic: {},
          hover: { contentFormat: ["markdown"] },
          completion: { completionItem: { documentationFormat: ["markdown"] } },
          signatureHelp: { signatureInformation: { documentationFormat: ["markdown"] } },
        },
      },
      initializationOptions: SETTINGS.deno,
    });
    await this.notify("initialized", {});
  }

  /** Asks. @throws {Error} If the server ends before it answers, or refuses */
  async request<T>(method: string, params: object): Promise<T> {
    if (this.ended) throw new Error("Cannot ask the language server: it has ended");
    return await this.#connection.sendRequest<T>(method, params);
  }

  /** Tells. */
  async notify(method: string, params: object): Promise<void> {
    if (!this.ended) await this.#connection.sendNotification(method, params);
  }

  /** Ends the process. */
  stop(): void {
    this.ended = true;
    this.#connection.dispose();
    this.#process.kill("SIGKILL");
  }
}
