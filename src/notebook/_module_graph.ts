import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { digest } from "./_digest.ts";
import { plainEnvironment } from "./_environment.ts";

/** What `deno info --json` says. */
interface Info {
  readonly roots: readonly string[];
  readonly modules?: readonly {
    readonly specifier: string;
    readonly local?: string;
    readonly error?: string;
    readonly npmPackage?: string;
  }[];
  readonly redirects?: Readonly<Record<string, string>>;
  readonly npmPackages?: Readonly<Record<string, unknown>>;
}

/**
 * All modules that some specifiers lead to, as lines of a name and what the module holds: a digest of
 * its source, or the version of a package. The import map and the lock file that apply in the folder
 * do here. Undefined if a module can not be had, or has not been fetched.
 *
 * @param specifiers As the cells have them
 * @param folder The notebook's folder
 */
export async function moduleGraph(
  specifiers: readonly string[],
  folder: string,
): Promise<string[] | undefined> {
  const configuration = above(folder, ["deno.json", "deno.jsonc"]);
  const files = [configuration, above(folder, ["deno.lock"]), above(folder, ["package.json"])];
  const lines = files.filter((path) => path !== undefined).map((path) => line(path, folder));
  if (specifiers.length === 0) return lines;
  const temporary = await Deno.makeTempDir({ prefix: "actbook-" });
  try {
    const base = pathToFileURL(`${folder}/`);
    const source = specifiers.map((specifier) => {
      const absolute = /^\.{0,2}\//.test(specifier) ? new URL(specifier, base).href : specifier;
      return `import ${JSON.stringify(absolute)};\n`;
    }).join("");
    await Deno.writeTextFile(`${temporary}/cells.ts`, source);
    const config = configuration ? ["--config", configuration] : ["--no-config"];
    const { success, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", "--no-lock", ...config, `${temporary}/cells.ts`],
      cwd: folder,
      env: plainEnvironment(),
      clearEnv: true,
    }).output();
    if (!success) return undefined;
    const info: Info = JSON.parse(new TextDecoder().decode(stdout));
    const modules = info.modules ?? [];
    if (modules.some(({ error }) => error !== undefined)) return undefined;
    const sources = modules
      .filter(({ specifier, local }) => local && !info.roots.includes(specifier))
      .map(({ specifier, local }) =>
        specifier.startsWith("file:")
          ? line(fileURLToPath(specifier), folder)
          : `${specifier} ${digest(Deno.readTextFileSync(local!))}`
      );
    return [...lines, ...sources.sort(), ...Object.keys(info.npmPackages ?? {}).sort()];
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
}

/** The nearest file of one of the names, in the folder or above it. */
function above(folder: string, names: readonly string[]): string | undefined {
  for (let here = resolve(folder);; here = dirname(here)) {
    const found = names.map((name) => `${here}/${name}`).find((path) => existsSync(path));
    if (found || dirname(here) === here) return found;
  }
}

/** A file by its place as seen from the folder, which other machines share, and its digest. */
function line(path: string, folder: string): string {
  const from = pathToFileURL(`${resolve(folder)}/`).href, to = pathToFileURL(path).href;
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  const shared = from.lastIndexOf("/", common - 1) + 1;
  const up = from.slice(shared).split("/").length - 1;
  return `${"../".repeat(up)}${to.slice(shared)} ${digest(Deno.readFileSync(path))}`;
}
