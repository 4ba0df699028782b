import { fileURLToPath } from "node:url";

/** Specifiers of files, in anything that looks like an import. */
const RELATIVE = /\b(?:import|from)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+|file:[^"'\n]+)["']/g;

/** The files that cells import, and that these import in turn: it tells which of them have changed. */
export class LocalModules {
  /** When each file had which imports; undefined for a file that is not there. */
  readonly #known = new Map<string, { readonly time?: number; readonly imports: string[] }>();

  /** @param base URL of the module of the cells */
  constructor(readonly base: string) {}

  /**
   * Looks at the files again.
   *
   * @param code The cells
   * @returns The URLs of files that have changed, come or gone since the last look
   */
  async changed(code: string): Promise<string[]> {
    const changed: string[] = [], seen = new Set<string>();
    let next = importedFiles(code, this.base);
    while (next.length > 0) {
      const fresh = [...new Set(next)].filter((url) => !seen.has(url));
      for (const url of fresh) seen.add(url);
      const looks = await Promise.all(fresh.map((url) => this.#look(url)));
      changed.push(...fresh.filter((_, i) => looks[i].changed));
      next = looks.flatMap(({ imports }) => imports);
    }
    return changed;
  }

  async #look(url: string): Promise<{ changed: boolean; imports: string[] }> {
    const before = this.#known.get(url), path = fileURLToPath(url);
    const time = (await Deno.stat(path).catch(() => undefined))?.mtime?.getTime();
    if (before && before.time === time) return { changed: false, imports: before.imports };
    const text = time === undefined ? "" : await Deno.readTextFile(path).catch(() => "");
    const imports = importedFiles(text, url);
    this.#known.set(url, { time, imports });
    return { changed: before !== undefined, imports };
  }
}

function importedFiles(text: string, base: string): string[] {
  return [...text.matchAll(RELATIVE)].flatMap(([, specifier]) => {
    const url = URL.parse(specifier, base);
    return url?.protocol === "file:" ? [url.href] : [];
  });
}
