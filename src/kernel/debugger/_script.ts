import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import type { Positions } from "../../session/mod.ts";

/** A place in a script of V8, counted from 0. */
export interface ScriptPlace {
  readonly lineNumber: number;
  readonly columnNumber?: number;
}

/** A place in a source, counted from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** A script that came of a cell or a file, and where its parts came from. */
export class Script {
  constructor(
    readonly id: string,
    readonly url: string,
    /** The path that front ends know it by. */
    readonly path: string,
    /** What it is called in a stack: "cell 3", or the file's name. */
    readonly name: string,
    /** The script's lines before the first of the source. */
    readonly before: number,
    readonly lines: number,
    readonly positions?: Positions,
  ) {}

  /** A file that has not been loaded and will not be compiled. */
  static uncompiled(path: string): Script {
    return new Script("", pathToFileURL(path).href, path, basename(path), 0, Infinity);
  }

  /** Where a place came from; undefined for what no line of the source holds. */
  toSource({ lineNumber, columnNumber = 0 }: ScriptPlace): SourcePlace | undefined {
    const row = lineNumber - this.before;
    if (!this.positions) {
      return row < 0 || row >= this.lines ? undefined : { line: row + 1, column: columnNumber + 1 };
    }
    const moved = this.positions[row];
    const nearest = moved?.findLast(([from]) => from <= columnNumber) ?? moved?.[0];
    return nearest && { line: nearest[1] + 1, column: nearest[2] + 1 };
  }

  /** The first place that came from a line, or from the next line that anything came from. */
  toScript(line: number): ScriptPlace | undefined {
    if (!this.positions) {
      return line > this.lines ? undefined : { lineNumber: line - 1 + this.before };
    }
    let best: { place: ScriptPlace; line: number } | undefined;
    this.positions.forEach((segments, row) => {
      for (const [columnNumber, from] of segments) {
        if (from + 1 < line || best && best.line <= from + 1) continue;
        best = { place: { lineNumber: row + this.before, columnNumber }, line: from + 1 };
      }
    });
    return best?.place;
  }
}
