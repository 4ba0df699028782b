import { dirname, resolve } from "node:path";
import { cellImports } from "./_cell_imports.ts";
import { digest } from "./_digest.ts";
import { moduleGraph } from "./_module_graph.ts";
import { writeWhole } from "./_write_whole.ts";
import { parseNotebook } from "./ipynb.ts";

/** The most results that are remembered; then the older half is forgotten. */
const MOST = 5000;

/** What a result hangs on, besides the notebook and the modules it imports. */
export interface CacheContext {
  /** What was done: "run" or "verify". */
  readonly what: string;
  /** The options that matter, in any form that JSON can hold. */
  readonly options: unknown;
  /** Data files that the notebook reads. */
  readonly depends: readonly string[];
  /** The version of the runner. */
  readonly version: string;
}

/** Where results are remembered: in `ACTBOOK_CACHE`, or where the system keeps caches. */
export function cacheFolder(): string {
  const own = Deno.env.get("ACTBOOK_CACHE");
  if (own) return own;
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? ".";
  const folder = Deno.build.os === "windows"
    ? Deno.env.get("LOCALAPPDATA") ?? `${home}/AppData/Local`
    : Deno.build.os === "darwin"
    ? `${home}/Library/Caches`
    : Deno.env.get("XDG_CACHE_HOME") || `${home}/.cache`;
  return `${folder}/actbook`;
}

/** Remembers which notebooks went well, by all that their outputs hang on. */
export class RunCache {
  readonly #context: CacheContext;
  readonly #folder: string;

  constructor(context: CacheContext, folder: string = cacheFolder()) {
    this.#context = context;
    this.#folder = folder;
  }

  /** The key of a notebook's text; undefined if what it imports can not be told. */
  async key(text: string, path: string): Promise<string | undefined> {
    const folder = dirname(resolve(path));
    const imports = cellImports(parseNotebook(text, path).cells);
    const graph = imports && await moduleGraph(imports, folder);
    if (!graph) return undefined;
    const { what, options, depends, version } = this.#context;
    const data = depends.map((file) => [file, digest(Deno.readFileSync(file))]);
    const { deno, typescript } = Deno.version;
    return digest(JSON.stringify([what, options, version, deno, typescript, data, graph, text]));
  }

  /** What was remembered under a key: the digest of the file written. */
  get(key: string): string | undefined {
    try {
      return JSON.parse(Deno.readTextFileSync(`${this.#folder}/${key}.json`)).output;
    } catch {
      return undefined;
    }
  }

  /** Remembers a success. A cache that can not be written is no failure. */
  set(key: string, path: string, output: string): void {
    try {
      Deno.mkdirSync(this.#folder, { recursive: true });
      const entry = { path, output, when: new Date().toISOString() };
      writeWhole(`${this.#folder}/${key}.json`, JSON.stringify(entry));
      this.#forgetOld();
    } catch {
      // Then it runs again next time.
    }
  }

  #forgetOld(): void {
    const names = [...Deno.readDirSync(this.#folder)].map(({ name }) => `${this.#folder}/${name}`);
    if (names.length <= MOST) return;
    const age = (path: string) => Deno.statSync(path).mtime?.getTime() ?? 0;
    const old = names.map((path) => ({ path, age: age(path) })).sort((a, b) => a.age - b.age);
    for (const { path } of old.slice(0, MOST / 2)) Deno.removeSync(path);
  }
}
