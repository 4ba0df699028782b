import type { ProgressLine } from "../notebook/_progress.ts";
import { withoutCodes } from "../notebook/_terminal_codes.ts";
import type { OutputMessage } from "../notebook/mod.ts";

/** Shows the outputs of running cells line by line, on standard error. */
export class LiveOutput {
  readonly #progress: ProgressLine;
  readonly #notebook: string;
  /** The last line of a stream, as long as it has no end. */
  #open = "";
  #cell = 0;

  constructor(progress: ProgressLine, notebook: string) {
    this.#progress = progress;
    this.#notebook = notebook;
  }

  /** Takes an output in. */
  add(cell: number, { type, content }: OutputMessage): void {
    if (cell !== this.#cell) this.flush();
    this.#cell = cell;
    if (type === "stream") {
      const lines = (this.#open + content.text).split("\n");
      this.#open = lines.pop()!;
      for (const line of lines) this.#say(line);
    } else if (type === "execute_result" || type === "display_data") {
      this.flush();
      const text = content.data?.["text/plain"];
      const shown = typeof text === "string" ? text : Object.keys(content.data ?? {}).join(", ");
      for (const line of shown.split("\n")) this.#say(line);
    }
  }

  /** Shows a line that has no end yet. */
  flush(): void {
    if (this.#open !== "") this.#say(this.#open);
    this.#open = "";
  }

  #say(line: string): void {
    const where = this.#notebook === "" ? "" : `${this.#notebook} `;
    const last = withoutCodes(line).split("\r").findLast((part) => part !== "") ?? "";
    this.#progress.say(`${where}[${this.#cell}] ${last}`);
  }
}
