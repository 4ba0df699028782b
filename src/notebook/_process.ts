import { kernelEnvironment } from "./_environment.ts";
import { watchOver } from "./_watchdog.ts";
import { within } from "../session/within.ts";

/** The five ports of a kernel and the key that signs its messages. */
export interface ConnectionInfo {
  readonly key: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

/** Five free ports: all are bound before any is released, or one could come up twice. */
function freePorts(): number[] {
  const listeners = Array.from(
    { length: 5 },
    () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  );
  const ports = listeners.map((listener) => listener.addr.port);
  for (const listener of listeners) listener.close();
  return ports;
}

/** Ports and a fresh key. */
export function connectionInfo(): ConnectionInfo {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = freePorts();
  return { key: crypto.randomUUID(), shell_port, iopub_port, stdin_port, control_port, hb_port };
}

/** A kernel's process, with the last of what it wrote to standard error. It ends with this one. */
export class KernelProcess {
  readonly child: Deno.ChildProcess;
  readonly #endWatch: () => Promise<void>;
  readonly #connectionFile: string;
  /** The last of standard error. */
  log = "";
  /** Its exit code once it has ended. */
  exitCode?: number;
  /** Resolves when the process has ended and its standard error is read. */
  readonly ended: Promise<void>;

  /**
   * Starts `deno jupyter --kernel` in a folder. The connection file goes to the temporary folder.
   * `onStdout` gets what it writes to its standard output.
   */
  constructor(info: ConnectionInfo, cwd: string, onStdout: (text: string) => void = () => {}) {
    this.#connectionFile = Deno.makeTempFileSync({ prefix: "actbook-", suffix: ".json" });
    const ip = { transport: "tcp", ip: "127.0.0.1", signature_scheme: "hmac-sha256" };
    Deno.writeTextFileSync(this.#connectionFile, JSON.stringify({ ...ip, ...info }));
    try {
      this.child = new Deno.Command(Deno.execPath(), {
        args: ["jupyter", "--kernel", "--conn", this.#connectionFile],
        cwd,
        env: kernelEnvironment(),
        clearEnv: true,
        stdin: "null",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
    } catch (error) {
      this.forgetConnectionFile();
      throw error;
    }
    this.#endWatch = watchOver(this.child.pid);
    this.ended = this.#watch(onStdout);
  }

  async #watch(onStdout: (text: string) => void): Promise<void> {
    const log = reading(this.child.stderr, (text) => this.log = (this.log + text).slice(-16384));
    const output = reading(this.child.stdout, onStdout);
    const { code } = await this.child.status;
    await this.#endWatch();
    // A process that a cell started may hold the pipes open for ever.
    await within(100, Promise.all([log.done, output.done]), undefined);
    await Promise.all([log.cancel(), output.cancel()]);
    this.exitCode = code;
    this.forgetConnectionFile();
  }

  /** Removes the connection file, which holds the key: nobody needs it once connected. */
  forgetConnectionFile(): void {
    try {
      Deno.removeSync(this.#connectionFile);
    } catch {
      // Removed before.
    }
  }

  /** Ends the process at once. Safe to call when it has ended. */
  kill(): void {
    try {
      this.child.kill("SIGKILL");
    } catch {
      // Ended before.
    }
  }
}

/** Hands on the text of a stream as it comes. */
function reading(stream: ReadableStream<Uint8Array>, onText: (text: string) => void) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  const done = (async () => {
    for (let part; !(part = await reader.read()).done;) onText(part.value);
  })();
  return { done, cancel: () => reader.cancel() };
}
