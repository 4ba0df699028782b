import { type CellOutput, resultOf, runMagic, type RunOptions, Session } from "../session/mod.ts";
import type { CellEnd, CellRunOptions, Engine, EngineOptions } from "./_engine.ts";
import { kernelEnvironment } from "./_environment.ts";
import { magicHint } from "./_magic_hint.ts";
import { withoutCodes } from "./_terminal_codes.ts";
import { within } from "../session/within.ts";
import type { Cell } from "./ipynb.ts";
import type { ErrorOutput } from "./output.ts";
import { DEFAULT_OUTPUT_LIMIT } from "./_output_limit.ts";

/** Runs cells as Actbook's kernel does, without a kernel: in a session of this process. */
export class SessionEngine implements Engine {
  readonly #session: Session;
  readonly #options: EngineOptions;
  readonly #answers: string[];
  /** Errors of timers and promises whose cells had ended. */
  readonly #late: ErrorOutput[] = [];

  private constructor(session: Session, options: EngineOptions) {
    this.#session = session;
    this.#options = options;
    this.#answers = [...options.answers ?? []];
    options.signal?.addEventListener("abort", this.#abort);
  }

  static async start(options: EngineOptions): Promise<SessionEngine> {
    options.signal?.throwIfAborted();
    const session = await Session.start({
      cwd: options.folder,
      colours: true,
      env: kernelEnvironment(),
      outputLimit: options.outputLimit ?? DEFAULT_OUTPUT_LIMIT,
    });
    return new SessionEngine(session, options);
  }

  async run(cell: Cell, { timeout, outputs, onOutput }: CellRunOptions): Promise<CellEnd> {
    const errors: ErrorOutput[] = [];
    let running = true, late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#session.interrupt();
    }, timeout * 1000);
    const options: RunOptions = {
      onOutput: (output) => {
        if (output.type === "error") (running ? errors : this.#late).push(asOutput(output));
        else outputs.add(stored(output, cell.number));
        onOutput?.(output);
      },
      onInput: (request) => this.#answer(request.prompt),
    };
    const magic = await runMagic(this.#session, cell.source, options);
    const result = magic ? resultOf(magic) : await this.#session.run(cell.source, options);
    clearTimeout(timer);
    running = false;
    this.#options.signal?.throwIfAborted();
    if (late) {
      const ename = "CellTimeoutError";
      const evalue = `The cell ran longer than ${timeout} s and was stopped`;
      const traceback = [`${ename}: ${evalue}`];
      return { errors: [{ output_type: "error", ename, evalue, traceback }], over: false };
    }
    const [first] = errors;
    const said = first?.ename === "SyntaxError" ? undefined : first?.evalue;
    const hint = first && magicHint(cell.source, said);
    return { errors: hint ? [hint] : errors, over: result.status === "died" };
  }

  /** The next answer that was given, in the order of the questions. */
  #answer(prompt: string): Promise<string> {
    const answer = this.#answers.shift();
    if (answer !== undefined) return Promise.resolve(answer);
    return Promise.reject(
      new Error(
        `Cannot answer ${JSON.stringify(prompt.trim())}: nobody can be asked during a run: ` +
          "give the answers with --answer",
      ),
    );
  }

  async linger(seconds: number): Promise<readonly ErrorOutput[]> {
    if (seconds > 0) await within(seconds * 1000, new Promise(() => {}), undefined);
    return this.#late;
  }

  async close(): Promise<void> {
    this.#options.signal?.removeEventListener("abort", this.#abort);
    await this.#session.close();
  }

  #abort = (): void => void this.#session.close();
}

const DURATION =
  /^(.* \.\.\. (?:ok|FAILED|ignored)|(?:ok|FAILED) \| \d+ passed.*?) \(\d+(?:µs|ms|s|m\d+s)\)$/gm;

/** An output as notebooks hold it: a value with the number of its cell, tests without their times. */
function stored(output: CellOutput, execution_count: number): CellOutput {
  const { type, content } = output;
  if (type === "execute_result") return { ...output, content: { ...content, execution_count } };
  if (type !== "stream" || !/ passed \| | \.\.\. /.test(content.text)) return output;
  const text = withoutCodes(content.text).replace(DURATION, "$1");
  return { ...output, content: { ...content, text } };
}

function asOutput({ content }: CellOutput): ErrorOutput {
  const { ename, evalue, traceback } = content;
  return { output_type: "error", ename, evalue, traceback: [...traceback] };
}
