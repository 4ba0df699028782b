/** Changes to a text, given by places in the text as it was; later ones may not overlap earlier. */
export class Edits {
  readonly #edits: { start: number; end: number; text: string; order: number }[] = [];

  constructor(readonly source: string) {}

  /** Puts `text` in the place of what stands from `start` to `end`. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text, order: this.#edits.length });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Leaves nothing but the line breaks, so that what follows stays where it is. */
  erase(start: number, end: number): void {
    this.replace(start, end, this.source.slice(start, end).replace(/[^\n]/g, " "));
  }

  apply(): string {
    // What is put before a text comes before what takes its place.
    const takes = ({ start, end }: { start: number; end: number }) => Number(end > start);
    const sorted = this.#edits.toSorted((a, b) =>
      a.start - b.start || takes(a) - takes(b) || a.order - b.order
    );
    let text = "", at = 0;
    for (const edit of sorted) {
      text += this.source.slice(at, edit.start) + edit.text;
      at = Math.max(at, edit.end);
    }
    return text + this.source.slice(at);
  }
}
