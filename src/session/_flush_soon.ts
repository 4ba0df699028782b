import type { Inspector } from "./inspector.ts";

/** Milliseconds after a text when those that may have followed it are asked for. */
const POLL = 40;

/**
 * Asks a process for the texts that wait there: a program that computes without a pause does not send
 * them by itself.
 */
export class FlushSoon {
  #timer?: ReturnType<typeof setTimeout>;

  /** More may follow. */
  ask(inspector: Inspector): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const ask = { expression: "__actbook.flush()" };
      inspector.send("Runtime.evaluate", ask).catch(() => {}); // it may be gone
    }, POLL);
  }

  /** Nothing more follows. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
