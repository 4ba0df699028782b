/** What it writes to: a connection. */
export interface ByteSink {
  /** Writes some of the bytes, and tells how many. */
  write(bytes: Uint8Array): Promise<number>;
}

/** What is shorter is worth copying to leave with what stands before it. */
const SHORT = 16_384;

/**
 * Writes one thing after another, as two writes at once could interleave. Short ones that come in the
 * same moment, or during a write, leave together.
 */
export class OrderedWriter {
  readonly #sink: ByteSink;
  #waiting: Uint8Array[] = [];
  #writing?: Promise<void>;

  /**
   * Writes nothing yet.
   *
   * @param sink Where the bytes go
   */
  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  /**
   * Writes bytes after those before. Nobody is told that the other end is gone: whoever reads from it
   * notices.
   *
   * @param bytes What to write; not to be changed any more
   * @returns Resolves when all have been written, or cannot be
   */
  write(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes);
    return this.#writing ??= this.#work();
  }

  async #work(): Promise<void> {
    await undefined; // for what else comes in the same moment
    try {
      while (this.#waiting.length > 0) {
        const bytes = this.#next();
        for (let at = 0; at < bytes.length;) at += await this.#sink.write(bytes.subarray(at));
      }
    } catch {
      this.#waiting = [];
    }
    this.#writing = undefined;
  }

  /** What leaves next: a long one, or all the short ones before it. */
  #next(): Uint8Array {
    const long = this.#waiting.findIndex(({ length }) => length > SHORT);
    const together = this.#waiting.splice(0, long < 0 ? this.#waiting.length : Math.max(1, long));
    if (together.length === 1) return together[0];
    const bytes = new Uint8Array(together.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const each of together) {
      bytes.set(each, at);
      at += each.length;
    }
    return bytes;
  }
}
