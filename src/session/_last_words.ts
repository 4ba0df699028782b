import process from "node:process";

// Imported, it would load all its lazy parts before the first cell.
const { closeSync, openSync, readFileSync } = process.getBuiltinModule("node:fs");

/** A text of a cell, which may still be on its way. */
interface Word {
  /** Which batch of texts it goes out with. */
  readonly batch: number;
  readonly cell: number;
  readonly name: "stdout" | "stderr";
  readonly text: string;
}

/**
 * What a program wrote last. It tells texts twice: at once in a file that nobody else sees, a line of
 * JSON each, and in batches down the ordered stream. Should the process be killed before a batch has
 * left, its texts are here. On Windows there is no such file.
 */
export class LastWords {
  /** The file; the process writes to it under a number of its own. */
  readonly file: number | undefined;
  #arrived = 0;

  constructor() {
    if (Deno.build.os === "windows") return;
    const path = Deno.makeTempFileSync({ prefix: "actbook-" });
    this.file = openSync(path, "r+");
    Deno.removeSync(path); // it lives as long as it is open
  }

  /** A batch has come down the ordered stream. */
  arrived(batch: number): void {
    this.#arrived = batch;
  }

  /** What never came, in order; neighbours of one cell and stream are one. To be called once. */
  lost(): Word[] {
    if (this.file === undefined) return [];
    const lines = readFileSync(this.file, "utf8").split("\n");
    closeSync(this.file);
    const lost: Word[] = [];
    // The file is written from its beginning again and again: what is older may stand after.
    const words = lines.flatMap(wordOf).filter(({ batch }) => batch > this.#arrived);
    for (const word of words.sort((a, b) => a.batch - b.batch)) {
      const last = lost.at(-1);
      if (last && last.cell === word.cell && last.name === word.name) {
        lost[lost.length - 1] = { ...last, text: last.text + word.text };
      } else lost.push(word);
    }
    return lost;
  }
}

/** Nothing of a line that was written over in part. */
function wordOf(line: string): Word[] {
  try {
    return line.startsWith('{"batch":') ? [JSON.parse(line)] : [];
  } catch {
    return [];
  }
}
