import { join, relative } from "node:path";
import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { type ProseFile, proseFile } from "./_prose_file.ts";
import { sections } from "./_sections.ts";
import { compared, translateNotebook, type TranslationProblem } from "./translate.ts";
import { writeWhole } from "./_write_whole.ts";

/** A problem of a folder of translations. */
export interface FolderProblem extends TranslationProblem {
  /** The file in the folder that it is about, or that is missing there. */
  readonly path: string;
}

/** What became of a folder of translations. */
export interface TranslatedFolder {
  /** How many files of prose there are. */
  readonly files: number;
  /** The notebooks that were written, or would be. */
  readonly changed: readonly string[];
  /** What is missing, stale, orphaned or outdated. */
  readonly problems: readonly FolderProblem[];
}

/** What to do. */
export interface TranslateFolderOptions {
  /** Whether notebooks are written; otherwise those that differ are told as outdated. */
  readonly write?: boolean;
}

/** What the notebooks of the folder import first, if it is there. */
const SETUP = "texts.ts";

/**
 * Makes the notebooks of a folder of translations, of the files of prose in it: `a.md` makes `a.ipynb`.
 * A file of prose that translates a page is that page, with a mark before each section. Every notebook
 * and every page of the folder above must have its translation.
 *
 * @param folder The folder of the translations, in that of the originals
 * @param options Whether to write
 * @returns What was written, and what the translations lack
 * @throws {Deno.errors.NotFound} If there is no such folder
 * @throws {SyntaxError} If a file of prose has a cell twice
 * @example
 * ```ts
 * import { translateFolder } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * await Deno.mkdir(`${folder}/zh`);
 * await Deno.writeTextFile(`${folder}/README.md`, "# Squares");
 * const { problems } = await translateFolder(`${folder}/zh`, { write: true });
 * assertEquals(problems, [{ path: `${folder}/zh/README.md`, kind: "missing" }]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function translateFolder(
  folder: string,
  options: TranslateFolderOptions = {},
): Promise<TranslatedFolder> {
  checkOptions("translate a folder", options, { write: kinds.flag });
  const names = await filesIn(folder);
  const pages = names.filter((name) => name.endsWith(".md"));
  const read = await Promise.all(pages.map((name) => readTranslation(folder, name)));
  const translations = read.filter((each) => each !== undefined);
  const setup = names.includes(SETUP) ? `./${SETUP}` : undefined;
  const problems: FolderProblem[] = [];
  const changed: string[] = [];
  for (const { path, prose, file, original, output, before } of translations) {
    const told = (found: readonly TranslationProblem[]) =>
      problems.push(...found.map((problem) => ({ path, ...problem })));
    if (original === undefined) {
      told([{ kind: "orphaned" }]);
    } else if (output === undefined) {
      told(compared(sections(original), file));
    } else {
      const originals = relative(folder, join(folder, file.of, ".."));
      const made = translateNotebook(original, prose, { originals, setup, before });
      told(made.problems);
      if (made.text === before) continue;
      changed.push(output);
      if (options.write) writeWhole(output, made.text);
      else problems.push({ path: output, kind: "outdated" });
    }
  }
  problems.push(...await leftOver(folder, names, translations));
  return { files: translations.length, changed, problems };
}

/** A file of prose with what it translates, if that is there, and what is made of the two. */
async function readTranslation(folder: string, name: string) {
  const path = join(folder, name);
  const prose = await Deno.readTextFile(path);
  const file = proseFile(prose);
  if (!file) return undefined;
  const original = await textOf(join(folder, file.of));
  if (!file.of.endsWith(".ipynb")) return { path, prose, file, original };
  const output = path.replace(/\.md$/, ".ipynb");
  return { path, prose, file, original, output, before: await textOf(output) };
}

/** Originals that nothing translates, and notebooks that are made of nothing. */
async function leftOver(
  folder: string,
  names: readonly string[],
  translations: readonly { readonly file: ProseFile; readonly output?: string }[],
): Promise<FolderProblem[]> {
  const translated = new Set(translations.map(({ file }) => file.of));
  const made = new Set(translations.map(({ output }) => output));
  const missing = (await filesIn(join(folder, "..")))
    .filter((name) => /\.(?:ipynb|md)$/.test(name) && !translated.has(`../${name}`));
  const orphaned = names.map((name) => join(folder, name))
    .filter((path) => path.endsWith(".ipynb") && !made.has(path));
  return [
    ...missing.map((name) => ({ path: join(folder, name), kind: "missing" as const })),
    ...orphaned.map((path) => ({ path, kind: "orphaned" as const })),
  ];
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.filter(({ isFile }) => isFile).map(({ name }) => name).sort();
}
