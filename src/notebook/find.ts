/**
 * From the arguments of a command to notebooks and the files they are written to.
 *
 * @module
 */

import { basename, dirname, extname, join, matchesGlob, relative, resolve } from "node:path";
import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** A notebook that an argument named or a folder held. */
export interface FoundNotebook {
  /** Its path as given, or below the folder as given. */
  readonly path: string;
  /** Its path below the folder it was found in; its name if it was named itself. */
  readonly below: string;
}

/** Which notebooks to find. */
export interface FindNotebooksOptions {
  /** Globs of notebooks to leave out, of their paths as given or of their names. */
  readonly exclude?: readonly string[];
  /**
   * Whether a folder is searched for translations too, which differ from their originals only in
   * words; true if absent. One that is named itself, or its folder, is found all the same.
   */
  readonly translations?: boolean;
}

/**
 * The notebooks that files and folders stand for. Folders are searched to the bottom, in order of
 * name, but not `.ipynb_checkpoints`, `node_modules` and hidden folders. A notebook named twice
 * comes once.
 *
 * @param paths Files and folders
 * @param options What to leave out
 * @returns The notebooks in order
 * @throws {Deno.errors.NotFound} If a path does not exist or a folder holds no notebook
 * @example
 * ```ts no-assert
 * import { findNotebooks } from "@actbook/actbook/notebook";
 *
 * for (const { path } of await findNotebooks(["notebooks"])) console.log(path);
 * ```
 */
export async function findNotebooks(
  paths: readonly string[],
  options: FindNotebooksOptions = {},
): Promise<FoundNotebook[]> {
  checkOptions("find notebooks", options, { exclude: kinds.list, translations: kinds.flag });
  const { exclude = [], translations = true } = options;
  const found = new Map<string, FoundNotebook>();
  const add = (notebook: FoundNotebook) => {
    const key = resolve(notebook.path);
    if (!found.has(key)) found.set(key, notebook);
  };
  for (const path of paths) {
    const { isDirectory } = await Deno.stat(path).catch(() => {
      throw new Deno.errors.NotFound(`Cannot find ${path}: there is no such file or folder`);
    });
    if (!isDirectory) add({ path, below: basename(path) });
    else {
      const all = await search(path);
      const kept = translations ? all : await withoutTranslations(all);
      for (const each of kept) add({ path: each, below: relative(path, each) });
    }
  }
  const excluded = ({ path }: FoundNotebook) =>
    exclude.some((glob) => matchesGlob(path, glob) || matchesGlob(basename(path), glob));
  return [...found.values()].filter((notebook) => !excluded(notebook));
}

async function search(folder: string): Promise<string[]> {
  const found = await below(folder);
  if (found.length > 0) return found;
  throw new Deno.errors.NotFound(`Cannot find a notebook in ${folder}: it holds no .ipynb file`);
}

/** The notebooks of a folder, without those that are made of others among them. */
async function withoutTranslations(paths: readonly string[]): Promise<string[]> {
  const all = new Set(paths.map((path) => resolve(path)));
  const originals = await Promise.all(paths.map(originalOf));
  return paths.filter((_, i) => !all.has(originals[i] ?? ""));
}

/** What a notebook translates, by `actbook translate`; undefined if it is an original. */
async function originalOf(path: string): Promise<string | undefined> {
  try {
    const { metadata } = JSON.parse(await Deno.readTextFile(path));
    const { translates } = metadata.actbook;
    return typeof translates === "string" ? resolve(dirname(path), translates) : undefined;
  } catch {
    return undefined; // Whoever reads it says what is wrong with it.
  }
}

async function below(folder: string): Promise<string[]> {
  const found: string[] = [];
  const entries = await Array.fromAsync(Deno.readDir(folder));
  for (const { name, isDirectory } of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const path = join(folder, name);
    if (!isDirectory) {
      if (name.endsWith(".ipynb")) found.push(path);
    } else if (!name.startsWith(".") && name !== "node_modules") found.push(...await below(path));
  }
  return found;
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

/**
 * The file each notebook is written to.
 *
 * @param notebooks The notebooks that run
 * @param output A file ending in .ipynb, for a single notebook, or a folder; in place if absent
 * @returns One path for each notebook, in the same order
 * @throws {RangeError} If several notebooks would be written to one file, or the output is a file of
 *     another kind
 * @example
 * ```ts
 * import { outputPaths } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const notebooks = [{ path: "a.ipynb", below: "a.ipynb" }];
 * assertEquals(outputPaths(notebooks, "b.ipynb"), ["b.ipynb"]);
 * assertEquals(outputPaths(notebooks), ["a.ipynb"]);
 * ```
 */
export function outputPaths(notebooks: readonly FoundNotebook[], output?: string): string[] {
  if (output === undefined) return notebooks.map(({ path }) => path);
  if (output.endsWith(".ipynb")) {
    if (notebooks.length === 1) return [output];
    throw new RangeError(
      `Cannot write ${notebooks.length} notebooks to one file: output must be a folder: ` +
        `current value is ${output}`,
    );
  }
  if (/^\.[a-z]+$/i.test(extname(output)) && !isFolder(output)) {
    throw new RangeError(
      `Cannot write notebooks to ${output}: output must end in .ipynb or be a folder`,
    );
  }
  const paths = notebooks.map(({ below }) => join(output, below));
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice === undefined) return paths;
  throw new RangeError(`Cannot write two notebooks to ${twice}: their names must differ`);
}
