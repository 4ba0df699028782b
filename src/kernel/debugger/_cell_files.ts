import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { murmur2 } from "./_murmur2.ts";

/** The files that front ends take cells for: they are named after the code, and never written. */
export class CellFiles {
  readonly prefix = join(tmpdir(), `actbook_${Deno.pid}`) + sep;
  readonly suffix = ".ts";
  readonly seed = 0xc70f6907;
  readonly #codes = new Map<string, string>();

  /** The path of a cell. */
  add(code: string): string {
    const path = `${this.prefix}${murmur2(code, this.seed)}${this.suffix}`;
    this.#codes.set(path, code);
    return path;
  }

  /** The code of a path that `add` has given. */
  code(path: string): string | undefined {
    return this.#codes.get(path);
  }
}
