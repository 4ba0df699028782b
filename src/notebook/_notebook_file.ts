import { ensureWritable, writeWhole } from "./_write_whole.ts";

/** The file a run is written to. What somebody else wrote meanwhile is never written over. */
export class NotebookFile {
  readonly #source: string;
  readonly #inPlace: boolean;
  #known: string;
  /** Where the run is written to. */
  written: string;
  /** Whether the notebook was changed by somebody else. */
  conflict = false;

  /**
   * @param source The notebook
   * @param output The file to write; the same in place
   * @param text What the notebook holds
   * @throws {Error} If the file cannot be written
   */
  constructor(source: string, output: string, text: string) {
    this.#source = source;
    this.#inPlace = source === output;
    this.#known = text;
    this.written = output;
    ensureWritable(output);
  }

  /** Writes the text, beside the notebook if that is no longer what was read. */
  save(text: string): void {
    if (this.#inPlace && !this.conflict) {
      if (this.#onDisk() === this.#known) {
        if (text !== this.#known) writeWhole(this.written, text);
        this.#known = text;
        return;
      }
      this.conflict = true;
      this.written = this.#source.replace(/(?:\.ipynb)?$/, ".actbook.ipynb");
    }
    writeWhole(this.written, text);
  }

  #onDisk(): string | undefined {
    try {
      return Deno.readTextFileSync(this.#source);
    } catch {
      return undefined;
    }
  }
}
