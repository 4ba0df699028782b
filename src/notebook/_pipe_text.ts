import { withoutCodes } from "./_terminal_codes.ts";
import { Waiting } from "./_waiting.ts";

const CODES = "(?:\\x1b\\[[0-9;]*m)*";
const HEAD = new RegExp(`${CODES}-+ pre-test output -+${CODES}\\n`, "g");
const TAIL = new RegExp(`${CODES}-+ pre-test output end -+${CODES}\\n$`);
const FRAMED = /-+ (?:pre-test )?output -+[^]*?-+ (?:pre-test )?output end -+/g;
const SUMMARY = new RegExp(`^\\n${CODES}ok${CODES} \\| 1 passed \\| 0 failed[^\\n]*\\n`);
const DURATION = new RegExp(` ?${CODES} ?\\(\\d+(?:m?s|µs|m\\d+s|h\\d+m)\\)${CODES}`, "g");

/** What a cell wrote past the kernel. */
export interface PipeText {
  readonly text: string;
  /** The names of the tests of the cell that failed. */
  readonly failedTests: readonly string[];
}

/**
 * Reads a kernel's standard output. There, and only when a test runs, Deno puts what was written
 * past its kernel: by processes, by workers, by the reports of tests. So a test that does nothing
 * ends each cell, and its name tells where the cell's text ends.
 */
export class PipeReader {
  #text = "";
  readonly #waiting = new Waiting<PipeText>();
  readonly #ids: string[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What was written until the test of that name. Called in the order of the tests. */
  until(id: string): Promise<PipeText> {
    this.#ids.push(id);
    const text = this.#waiting.wait(id);
    this.add("");
    return text;
  }

  /** Takes in what arrived. */
  add(text: string): void {
    this.#text += text;
    while (this.#ids.length > 0) {
      const end = new RegExp(`${this.#ids[0]} \\.\\.\\. [^\\n]*\\n(\\n[^\\n]*\\n)`).exec(
        this.#text,
      );
      if (!end || !SUMMARY.test(end[1])) break;
      const before = this.#text.slice(0, end.index);
      this.#text = this.#text.slice(end.index + end[0].length);
      this.#waiting.deliver(this.#ids.shift(), tidy(before));
    }
    // Nobody may come to read it: keep the first of it.
    if (this.#text.length > 2 * this.#limit + 2 ** 16) {
      this.#text = this.#text.slice(0, this.#limit) + this.#text.slice(-(2 ** 15));
    }
  }

  /** Fails whoever waits. */
  fail(error: Error): void {
    this.#waiting.fail(error);
  }
}

/** The text without the lines around it, and reports of tests without times. */
function tidy(raw: string): PipeText {
  const tail = TAIL.exec(raw);
  const head = tail ? [...raw.slice(0, tail.index).matchAll(HEAD)].at(-1) : undefined;
  if (!tail || !head) return report(raw);
  const { text, failedTests } = report(raw.slice(0, head.index));
  return { text: text + raw.slice(head.index + head[0].length, tail.index), failedTests };
}

/** What Deno printed about the cell's own tests, without times, which differ from run to run. */
function report(raw: string): PipeText {
  const plain = withoutCodes(raw).replace(FRAMED, "");
  if (!/^(?:ok|FAILED) \| \d+ passed/m.test(plain)) return { text: raw, failedTests: [] };
  const failed = [...plain.matchAll(/^(\S.*) \.\.\. FAILED/gm)].map(([, name]) => name);
  const any = /^FAILED \| /m.test(plain);
  const failedTests = any && failed.length === 0 ? ["unnamed"] : failed;
  return { text: raw.replaceAll(DURATION, ""), failedTests };
}
