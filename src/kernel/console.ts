import { createInterface, type Interface } from "node:readline";
import process from "node:process";
import type { Readable, Writable } from "node:stream";
import { type CellOutput, isComplete, Session, type SessionOptions } from "../session/mod.ts";
import type { History } from "./history.ts";
import { LanguageService } from "./language/language_service.ts";

/** A console's ends, and how its cells run. */
export interface ConsoleOptions extends Omit<SessionOptions, "onProcess" | "onCell"> {
  /** What is shown first. */
  readonly banner: string;
  /** Where the arrow keys find older cells, and where new ones go. */
  readonly history: History;
  /** Where lines come from; standard input if absent. */
  readonly input?: Readable;
  /** Where everything is shown; standard output if absent. */
  readonly output?: Writable;
}

/** Lines of the history that the arrow keys reach. */
const REACH = 1000;

/**
 * The kernel in a terminal: takes cells line by line, runs them in a session and shows what they show,
 * until the input ends.
 *
 * @param options Its ends, and how cells run
 * @throws {Error} If the process of the cells does not start
 */
export async function runConsole(options: ConsoleOptions): Promise<void> {
  const { input = process.stdin, output = process.stdout, history, banner, ...cells } = options;
  const { cwd, deno } = cells;
  const language = new LanguageService({ folder: cwd, ...(deno && { deno }) });
  const session = await Session.start(cells);
  const terminal = "isTTY" in input && input.isTTY === true;
  const older = history.find({ hist_access_type: "tail", n: REACH })
    .flatMap(({ code }) => code.split("\n")).reverse();
  const lines = createInterface({
    input,
    output,
    terminal,
    history: older,
    completer: (line: string, done: (error: null, found: [string[], string]) => void) => {
      matches(language, line).then((found) => done(null, found), () => done(null, [[], line]));
    },
  });
  const show = (text: string) => void output.write(text);
  const typed = new Lines(lines, terminal);
  show(`${banner}\n`);
  lines.on("SIGINT", () => {
    if (!session.interrupt()) show("\n(Ctrl-D ends the console)\n");
  });
  try {
    await runCells(typed, async (code, count) => {
      let value: string | undefined;
      const result = await session.run(code, {
        label: `${count}`,
        onOutput: (output) => {
          if (output.type === "execute_result") value = output.content.data["text/plain"];
          show(shown(output));
        },
        onInput: async ({ prompt }) => await typed.next(prompt) ?? null,
      });
      if (result.status === "ok") language.remember(code, { label: `${count}` });
      history.add(count, code, value);
    });
  } finally {
    lines.close();
    await Promise.all([session.close(), language.stop()]);
  }
}

/** The lines that are typed, or that a file gives, each when it is wanted. */
class Lines {
  readonly #waiting: string[] = [];
  #ended = false;
  #wake = () => {};

  constructor(readonly source: Interface, readonly terminal: boolean) {
    source.on("line", (line) => {
      this.#waiting.push(line);
      this.#wake();
    });
    source.on("close", () => {
      this.#ended = true;
      this.#wake();
    });
  }

  /** The next line, after a prompt; undefined at the end. */
  async next(prompt: string): Promise<string | undefined> {
    if (this.terminal && !this.#ended) {
      this.source.setPrompt(prompt);
      this.source.prompt();
    }
    while (this.#waiting.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
    return this.#waiting.shift();
  }
}

/** Gathers lines to cells and runs each when it is whole. */
async function runCells(
  lines: Lines,
  run: (code: string, count: number) => Promise<void>,
): Promise<void> {
  for (let code = "", count = 1;;) {
    const first = `[${count}] `;
    const line = await lines.next(code === "" ? first : "… ".padStart(first.length));
    code += (code === "" ? "" : "\n") + (line ?? "");
    // An empty line ends what no more lines would complete.
    const whole = line === undefined || line === "" || isComplete(code).status !== "incomplete";
    if (whole && code.trim() !== "") await run(code, count++);
    if (whole) code = "";
    if (line === undefined) return;
  }
}

/** What a terminal can show of an output. */
function shown({ type, content }: CellOutput): string {
  if (type === "stream") return content.text;
  if (type === "error") return `${content.traceback.join("\n")}\n`;
  if (content?.data === undefined) return "";
  const plain = content.data["text/plain"] ?? content.data["text/markdown"];
  return `${plain ?? `[${Object.keys(content.data).join(", ")}]`}\n`;
}

/** What may stand at the end of a line. */
async function matches(language: LanguageService, line: string): Promise<[string[], string]> {
  const { items, start } = await language.complete(line, line.length);
  return [items.map(({ text }) => text), line.slice(start)];
}
