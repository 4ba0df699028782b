/**
 * The recipes of `src/export/recipes`, followed to the letter: their files are written, their commands
 * run, in an empty folder.
 *
 * @module
 */

import { dirname, join } from "node:path";
import { pythonEnvironment } from "./_environment.ts";

const root = join(import.meta.dirname!, "../..");

/** The versions of what npm packages bring along, a lock for each recipe that has some. */
const locks = `${import.meta.dirname}/recipes`;

/** A recipe, as its text has it. */
export interface Recipe {
  /** Files by path. */
  readonly files: ReadonlyMap<string, string>;
  /** What is typed into a shell. */
  readonly commands: string;
  /** The folder of the pages. */
  readonly pages: string;
  /** Whether it says that nobody has followed it. */
  readonly untested: boolean;
}

/** A site that was built. */
export interface BuiltSite extends AsyncDisposable {
  /** The folder of its pages. */
  readonly pages: string;
  /** What the builder printed. */
  readonly log: string;
}

/** The names of all recipes. */
export async function recipeNames(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(`${root}/src/export/recipes`));
  return entries.map(({ name }) => name.replace(/\.md$/, "")).sort();
}

/** Reads a recipe. */
export async function readRecipe(name: string): Promise<Recipe> {
  const text = await Deno.readTextFile(`${root}/src/export/recipes/${name}.md`);
  const block = /^`([^`]+)`[^\n]*(?:\n[^\n]+)*:\n\n(`{3,})\w+\n([^]*?)^\2$/gm;
  const files = [...text.matchAll(block)].map(([, path, , content]) => [path, content] as const);
  const build = /^Build, into `([^`]+)`:\n\n```sh\n([^]*?)^```$/m.exec(text);
  if (!build || files.length === 0) throw new Error(`The recipe ${name} cannot be read`);
  return {
    files: new Map(files),
    commands: build[2],
    pages: build[1],
    untested: text.includes("**Untested**"),
  };
}

/** Follows a recipe, with what `fill` puts into the folder `notebooks`. */
export async function follow(
  name: string,
  fill: (notebooks: string) => Promise<void>,
): Promise<BuiltSite> {
  const { files, commands, pages } = await readRecipe(name);
  const folder = await Deno.makeTempDir({ prefix: `actbook-recipe-${name}-` });
  const remove = () => Deno.remove(folder, { recursive: true });
  try {
    await Deno.mkdir(`${folder}/notebooks`);
    await fill(`${folder}/notebooks`);
    for (const [path, content] of files) {
      await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
      await Deno.writeTextFile(join(folder, path), content);
    }
    const packages = files.get("package.json");
    if (packages) await Deno.writeTextFile(`${folder}/deno.lock`, await lockOf(name, packages));
    const log = await shell(folder, commands);
    return { pages: join(folder, pages), log, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The lock of a recipe, which must be of the versions that the recipe names. */
export async function lockOf(name: string, packages: string): Promise<string> {
  const text = await Deno.readTextFile(`${locks}/${name}.lock`);
  for (const [dependency, version] of Object.entries(JSON.parse(packages).dependencies)) {
    if (text.includes(`"npm:${dependency}@${version}"`)) continue;
    throw new Error(
      `tests/lab/recipes/${name}.lock has no ${dependency}@${version}: run deno install where the ` +
        "recipe's package.json is alone, and copy its deno.lock",
    );
  }
  return text;
}

/** Runs commands, the `actbook` of this checkout and the pinned Python among them. */
async function shell(folder: string, commands: string): Promise<string> {
  const bin = `${folder}/.bin`;
  await Deno.mkdir(bin);
  const actbook = `#!/bin/sh\nexec "${Deno.execPath()}" run -A --no-lock --no-check ` +
    `--config="${root}/deno.json" "${root}/src/cli/mod.ts" "$@"\n`;
  await Deno.writeTextFile(`${bin}/actbook`, actbook, { mode: 0o755 });
  const python = /^pip /m.test(commands) ? `${await pythonEnvironment("builders")}:` : "";
  const output = await new Deno.Command("sh", {
    args: ["-e", "-c", commands],
    cwd: folder,
    env: {
      PATH: `${bin}:${python}${dirname(Deno.execPath())}:${Deno.env.get("PATH")}`,
      // None of them needs to tell its makers, or to look for a newer self.
      ASTRO_TELEMETRY_DISABLED: "1",
      OBSERVABLE_TELEMETRY_DISABLE: "true",
      NO_UPDATE_NOTIFIER: "1",
      NO_MKDOCS_2_WARNING: "1",
      NO_COLOR: "1",
      CI: "true",
    },
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  const log = text.decode(output.stdout) + text.decode(output.stderr);
  if (output.success) return log;
  throw new Error(`The recipe's commands ended with ${output.code}:\n${log}`);
}
