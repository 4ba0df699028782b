/** Signatures that have been seen: a message that was recorded on its way is not taken twice. */
export class Replays {
  #recent = new Set<string>();
  #older = new Set<string>();

  constructor(readonly limit = 65_536) {}

  /** Whether a signature is new; it is known from then on. */
  isNew(signature: string): boolean {
    if (signature === "") return true; // messages are not signed
    if (this.#recent.has(signature) || this.#older.has(signature)) return false;
    this.#recent.add(signature);
    if (this.#recent.size >= this.limit) {
      this.#older = this.#recent;
      this.#recent = new Set();
    }
    return true;
  }
}
