import type { CellEnd, CellRunOptions, Engine, EngineOptions } from "./_engine.ts";
import { explainFailure } from "./_explain.ts";
import { magicHint } from "./_magic_hint.ts";
import { errorInSource, resultInSource } from "./_source_places.ts";
import { within } from "../session/within.ts";
import type { Cell } from "./ipynb.ts";
import { CellTimeoutError, Kernel, KernelDiedError } from "./kernel.ts";
import type { ErrorOutput } from "./output.ts";
import type { CellOutputs } from "./outputs.ts";

/** Runs cells in Deno's own Jupyter kernel. */
export class StockEngine implements Engine {
  readonly #kernel: Kernel;
  readonly #options: EngineOptions;

  private constructor(kernel: Kernel, options: EngineOptions) {
    this.#kernel = kernel;
    this.#options = options;
  }

  static async start(options: EngineOptions): Promise<StockEngine> {
    const { folder: cwd, ...more } = options;
    return new StockEngine(await Kernel.start({ cwd, ...more }), options);
  }

  async run(cell: Cell, { timeout, outputs, onOutput }: CellRunOptions): Promise<CellEnd> {
    const { folder, signal } = this.#options;
    // Last whenever they come: a rejection nobody handles is reported a moment before or after the
    // result of the cell.
    const errors: ErrorOutput[] = [];
    try {
      const reply = await this.#kernel.execute(cell.source, {
        timeout,
        onOutput: ({ header: { msg_type: type }, content }) => {
          if (type === "error") errors.push(fromKernel(content));
          else outputs.add({ type, content });
          onOutput?.({ type, content });
        },
      });
      if (reply.pastKernel) {
        outputs.addEarlierText("stdout", reply.pastKernel);
        onOutput?.({ type: "stream", content: { name: "stdout", text: reply.pastKernel } });
      }
      for (const [i, error] of errors.entries()) {
        errors[i] = await errorInSource(error, cell.source);
      }
      const hint = reply.status === "error" && magicHint(cell.source, errors.at(0)?.evalue);
      if (hint) errors.splice(0, 1, hint);
      else if (reply.status === "error" && errors.length === 0) {
        errors.push(await explainFailure(cell.source, folder, signal));
      }
      if (reply.failedTests.length > 0) errors.push(failedTests(reply.failedTests));
    } catch (reason) {
      if (!(reason instanceof CellTimeoutError || reason instanceof KernelDiedError)) throw reason;
      // Ctrl-C reaches the kernel too, perhaps first: then it did not die on its own.
      if (signal && reason instanceof KernelDiedError) await abortedWithin(200, signal);
      signal?.throwIfAborted();
      // How the kernel tells that a loop was interrupted.
      const interrupted = errors.findIndex(({ evalue }) => evalue === "null");
      if (interrupted >= 0 && reason instanceof CellTimeoutError) errors.splice(interrupted, 1);
      const { name: ename, message: evalue } = reason;
      const traceback = `${ename}: ${evalue}`.split("\n");
      errors.push({ output_type: "error", ename, evalue, traceback });
      return { errors, over: true };
    }
    await resultInSource(outputs, cell.source);
    return { errors, over: false };
  }

  async linger(seconds: number, last: CellOutputs): Promise<readonly ErrorOutput[]> {
    if (seconds === 0) return [];
    const errors: ErrorOutput[] = [];
    const text = await this.#kernel.linger(seconds, ({ header: { msg_type: type }, content }) => {
      if (type === "error") errors.push(fromKernel(content));
      else last.add({ type, content });
    });
    last.addEarlierText("stdout", text);
    return errors;
  }

  close(): Promise<void> {
    return this.#kernel.close();
  }
}

async function abortedWithin(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => resolve(), { once: true });
  await within(ms, promise, undefined);
}

function failedTests(names: readonly string[]): ErrorOutput {
  const evalue = `${names.length} failed: ${names.join(", ")}`;
  return {
    output_type: "error",
    ename: "TestError",
    evalue,
    traceback: [`TestError: ${evalue}`],
  };
}

/** The kernel gives a thrown value that is not an Error an empty traceback, which would show nothing. */
function fromKernel({ ename, evalue, traceback }: Omit<ErrorOutput, "output_type">): ErrorOutput {
  const empty = traceback.every((line) => line === "");
  return {
    output_type: "error",
    ename,
    evalue,
    traceback: empty ? [`${ename}: ${evalue}`] : traceback,
  };
}
