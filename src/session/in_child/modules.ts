import type { Child } from "./child.ts";

/**
 * Imports of cells. A local module that changed since it was loaded is loaded anew at the next
 * import, and so is every local module that leads to it.
 */
export function installModules(child: Child): void {
  const { deno, forCells, settings } = child;
  const QUERY = /\?actbook=\d+$/;
  /** By address: when the file was written, which versions of what it imports, its own version. */
  const known = new Map<string, { time: number; imports: Map<string, number>; version: number }>();

  const written = (url: string): number => {
    try {
      return deno.statSync(new URL(url)).mtime?.getTime() ?? 0;
    } catch {
      return 0; // not there, or not to be read: the import says so itself
    }
  };
  const isLocal = (url: string) => url.startsWith("file:") && !url.includes("/node_modules/");
  const reachable = (url: string, found = new Set<string>()): Set<string> => {
    if (found.has(url) || !known.has(url)) return found;
    found.add(url);
    for (const each of known.get(url)!.imports.keys()) reachable(each, found);
    return found;
  };
  const isStale = (url: string): boolean => {
    const { time, imports } = known.get(url)!;
    return time !== written(url) ||
      [...imports].some(([each, version]) => known.get(each)!.version !== version);
  };
  /** Gives a new version to each module below `url` that changed or that leads to one that did. */
  const refresh = (url: string): void => {
    const unchanged = reachable(url);
    for (let found = true; found;) {
      found = false;
      for (const each of unchanged) {
        if (!isStale(each)) continue;
        found = true;
        unchanged.delete(each);
        const module = known.get(each)!;
        known.set(each, { time: written(each), imports: new Map(), version: module.version + 1 });
      }
    }
  };
  const versioned = (url: string): string => {
    const { version } = known.get(url)!;
    return version > 0 ? `${url}?actbook=${version}` : url;
  };
  const hooks = {
    // deno-lint-ignore no-explicit-any
    resolve(specifier: string, context: any, next: any) {
      const found = next(specifier, context);
      const url = found.url.replace(QUERY, "");
      if (!isLocal(url)) return found;
      if (!known.has(url)) known.set(url, { time: written(url), imports: new Map(), version: 0 });
      const importer = known.get(context.parentURL?.replace(QUERY, ""));
      importer?.imports.set(url, known.get(url)!.version);
      return { ...found, url: versioned(url), shortCircuit: true };
    },
  };
  child.whenNode(({ registerHooks }) => void registerHooks(hooks));

  const importModule = async (specifier: unknown, options?: unknown) => {
    child.node();
    const url = forCells.meta.resolve(String(specifier));
    refresh(url);
    return await child.load(url, options);
  };
  const at = (cell: number, line: number, column: number) =>
    `    at ${child.place(`cell:${cell}`, line + 1, column)}`;
  const { dirname, filename } = (() => {
    const path = decodeURIComponent(new URL(settings.baseUrl).pathname);
    const folder = deno.build.os === "windows" ? path.slice(1).replaceAll("/", "\\") : path;
    return { dirname: folder.slice(0, -1) || folder, filename: `${folder}notebook.ts` };
  })();
  Object.assign(forCells, {
    meta: {
      url: `${settings.baseUrl}notebook.ts`,
      dirname,
      filename,
      main: true,
      resolve: (specifier: string) => child.resolve(specifier),
    },
    import: importModule,
    async load(specifier: string, options: unknown, line: number, column: number) {
      const cell = child.current;
      try {
        forCells.module = await importModule(specifier, options);
      } catch (error) {
        // It was no call of the program's, so the stack knows no place.
        if (error instanceof Error && !/^ {4}at cell /m.test(error.stack ?? "")) {
          error.stack = `${error.stack}\n${at(cell, line, column)}`;
        }
        throw error;
      }
      child.dressModule(specifier, forCells.module);
      forCells.specifier = specifier;
    },
    pick(name: string, local: string, needed: boolean, line: number, column: number) {
      if (name in forCells.module) {
        const value = forCells.module[name];
        return child.dressed.get(value) ?? value; // node:timers has the runtime's own
      }
      if (!needed) return child.send("absent", { name: local, module: forCells.specifier });
      const error = new SyntaxError(
        `The requested module '${forCells.specifier}' does not provide an export named '${name}'`,
      );
      error.stack = `${error}\n${at(child.current, line, column)}`;
      throw error;
    },
  });
}
