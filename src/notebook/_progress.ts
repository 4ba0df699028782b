/** Where progress is written to. */
export interface Terminal {
  isTerminal(): boolean;
  writeSync(bytes: Uint8Array): number;
  columns(): number;
}

/** Standard error. */
export const standardError: Terminal = {
  isTerminal: () => Deno.stderr.isTerminal(),
  writeSync: (bytes) => Deno.stderr.writeSync(bytes),
  columns: () => {
    try {
      return Deno.consoleSize().columns;
    } catch {
      return 80;
    }
  },
};

/**
 * Tells how notebooks come along: on a terminal one line that is written over, elsewhere a line when
 * a notebook starts and what `say` is given.
 */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #live: boolean;
  readonly #quiet: boolean;
  readonly #running = new Map<string, string>();
  readonly #encoder = new TextEncoder();

  /**
   * @param terminal Where it is told
   * @param options `quiet` keeps the line and the starts away
   */
  constructor(terminal: Terminal = standardError, { quiet = false } = {}) {
    this.#terminal = terminal;
    this.#quiet = quiet;
    this.#live = !quiet && terminal.isTerminal();
  }

  /** Notes how far a notebook is. */
  update(notebook: string, done: string): void {
    const isNew = !this.#running.has(notebook);
    this.#running.set(notebook, done);
    if (this.#live) this.#draw();
    else if (isNew && !this.#quiet) this.#write(`${notebook}: started\n`);
  }

  /** Takes a notebook off the line and leaves lasting lines about it. */
  finish(notebook: string, result: string, report: readonly string[] = []): void {
    this.#running.delete(notebook);
    this.say([`${notebook}: ${result}`, ...report].join("\n"));
  }

  /** Takes a notebook off the line and says nothing. */
  drop(notebook: string): void {
    this.#running.delete(notebook);
    if (this.#live) this.#draw();
  }

  /** Leaves a lasting line. */
  say(text: string): void {
    this.#write(`${this.#live ? "\r\x1b[K" : ""}${text}\n`);
    if (this.#live) this.#draw();
  }

  /** Takes the line away. */
  clear(): void {
    this.#running.clear();
    if (this.#live) this.#write("\r\x1b[K");
  }

  #draw(): void {
    const parts = [...this.#running].map(([notebook, done]) => `${notebook} ${done}`);
    const text = parts.join(" · ");
    const room = this.#terminal.columns() - 1;
    this.#write(`\r\x1b[K${text.length > room ? text.slice(0, room - 1) + "…" : text}`);
  }

  #write(text: string): void {
    this.#terminal.writeSync(this.#encoder.encode(text));
  }
}
