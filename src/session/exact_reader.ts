/** What it reads from: a connection. */
export interface ByteSource {
  /** Reads some bytes, at least one, or gives null at the end. */
  read(into: Uint8Array): Promise<number | null>;
}

/** Bytes that are set aside before they have arrived; more are set aside as they come. */
const STEP = 2 ** 20;

/** Reads exact numbers of bytes from a source that gives them in pieces of any size. */
export class ExactReader {
  readonly #source: ByteSource;
  readonly #bytes = new Uint8Array(65_536);
  #from = 0;
  #to = 0;

  /**
   * Reads nothing yet.
   *
   * @param source Where the bytes come from
   */
  constructor(source: ByteSource) {
    this.#source = source;
  }

  /**
   * Takes the next bytes. They are the caller's to keep.
   *
   * @param count How many
   * @returns So many bytes, or null if the source ends before
   */
  async take(count: number): Promise<Uint8Array<ArrayBuffer> | null> {
    let result = new Uint8Array(Math.min(count, STEP));
    for (let at = 0;;) {
      const kept = Math.min(result.length - at, this.#to - this.#from);
      result.set(this.#bytes.subarray(this.#from, this.#from += kept), at);
      at += kept;
      if (at === count) return result;
      if (at === result.length) {
        result = grown(result, count);
        continue;
      }
      const large = result.length - at >= this.#bytes.length; // no detour for large ones
      const read = await this.#source.read(large ? result.subarray(at) : this.#bytes);
      if (read === null) return null;
      if (large) at += read;
      else [this.#from, this.#to] = [0, read];
    }
  }
}

/** Twice as long, but no longer than needed: who announces much need not send it. */
function grown(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.min(needed, 2 * bytes.length));
  more.set(bytes);
  return more;
}
