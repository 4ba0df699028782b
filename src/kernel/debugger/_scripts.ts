import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type RanCell, readPositions } from "../../session/mod.ts";
import type { CellFiles } from "./_cell_files.ts";
import type { V8 } from "./_protocol.ts";
import { Script } from "./_script.ts";

/** Modules that somebody else wrote: nobody wants to step through them. */
const LIBRARY = /\/node_modules\/|\/npm\/registry\.[^/]+\/|\/\$deno\$/;

/** The scripts of V8 that came of cells and of files of the user's. */
export class Scripts {
  readonly #known = new Map<string, Promise<Script | undefined>>();

  constructor(readonly files: CellFiles, readonly cells: () => readonly RanCell[]) {}

  /** V8 has a new script. Gives what it came of; undefined if the user did not write it. */
  add(event: V8.Debugger.ScriptParsedEvent): Promise<Script | undefined> {
    const script = this.#read(event).catch(() => undefined);
    this.#known.set(event.scriptId, script);
    return script;
  }

  /** The script of an id. */
  async get(id: string): Promise<Script | undefined> {
    return await this.#known.get(id);
  }

  /** All of them. */
  async all(): Promise<Script[]> {
    return (await Promise.all(this.#known.values())).filter((script) => script !== undefined);
  }

  /** Whether a path is a cell's. */
  isCell(path: string): boolean {
    return this.files.code(path) !== undefined;
  }

  /** The process has ended. */
  clear(): void {
    this.#known.clear();
  }

  async #read(event: V8.Debugger.ScriptParsedEvent): Promise<Script | undefined> {
    const { scriptId, url, sourceMapURL, endLine } = event;
    const number = /^cell:(\d+)$/.exec(url)?.[1];
    if (number) {
      const cell = this.cells().find(({ cell }) => cell === Number(number));
      return cell && this.ofCell(cell, scriptId);
    }
    if (!url.startsWith("file:") || LIBRARY.test(url)) return undefined;
    const path = fileURLToPath(url.replace(/[?#].*/, ""));
    const positions = sourceMapURL ? await positionsIn(sourceMapURL) : undefined;
    return new Script(scriptId, url, path, basename(path), 0, endLine + 1, positions);
  }

  /** The script of a cell; its first line is what has to run before the cell. */
  ofCell({ cell, code, label, positions }: RanCell, id = ""): Script {
    const path = this.files.add(code), lines = code.split("\n").length;
    return new Script(id, `cell:${cell}`, path, `cell ${label}`, 1, lines, positions);
  }
}

/** The source map that Deno appends to what it compiles. */
async function positionsIn(url: string) {
  const { mappings } = await (await fetch(url)).json();
  return await readPositions(mappings);
}
