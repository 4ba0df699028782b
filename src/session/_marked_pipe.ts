/**
 * Splits what comes out of a pipe into texts and marks. The mark of a cell says that what its
 * subprocesses had written has arrived.
 */
export class MarkedPipe {
  #rest = "";
  readonly #decoder = new TextDecoder();
  readonly #mark: string;

  constructor(
    mark: string,
    readonly onText: (text: string) => void,
    readonly onMark: (cell: number) => void,
  ) {
    this.#mark = `\0${mark}:`;
  }

  push(bytes: Uint8Array): void {
    let text = this.#rest + this.#decoder.decode(bytes, { stream: true });
    this.#rest = "";
    for (let at; (at = text.indexOf(this.#mark)) >= 0;) {
      this.#text(text.slice(0, at));
      const end = text.indexOf("\n", at);
      if (end < 0) {
        this.#rest = text.slice(at);
        return;
      }
      this.onMark(Number(text.slice(at + this.#mark.length, end)));
      text = text.slice(end + 1);
    }
    const start = text.lastIndexOf("\0"); // perhaps the first part of a mark
    const cut = start >= 0 && this.#mark.startsWith(text.slice(start)) ? start : text.length;
    this.#text(text.slice(0, cut));
    this.#rest = text.slice(cut);
  }

  /** The pipe has ended. */
  end(): void {
    this.#text(this.#rest);
    this.#rest = "";
  }

  #text(text: string): void {
    if (text !== "") this.onText(text);
  }
}
