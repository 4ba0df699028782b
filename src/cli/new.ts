import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../notebook/_write_whole.ts";
import type { Command } from "./_commander.ts";
import { newProject, type Origin } from "./_new_project.ts";
import type { Act } from "./_subcommand.ts";
import { ownVersion } from "./_version.ts";

const HELP = `
The folder gets a deno.json with tasks, a notebook that draws and measures a function of your own, a
.gitignore, and a file for GitHub that checks and verifies the notebooks. Nothing that exists is
changed: if one of these files is there already, none is written.`;

/** `actbook new`. */
export function newCommand(program: Command, act: Act): void {
  program.command("new")
    .description("Make a folder with a first notebook, ready to run.")
    .argument("<folder>", "the folder; it is made if it does not exist")
    .addHelpText("after", HELP)
    .action((folder: string) => act(() => makeProject(folder)));
}

async function makeProject(folder: string): Promise<boolean> {
  const files = newProject(await origin(folder), Deno.version.deno);
  const there = Object.keys(files).filter((name) => exists(join(folder, name)));
  if (there.length > 0) {
    throw new Error(
      `Cannot make ${folder} as nothing that exists is changed: there is ${there.join(", ")}`,
    );
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await Deno.mkdir(dirname(path), { recursive: true });
    writeWhole(path, text);
    console.log(path);
  }
  console.log(`
Next:
    cd ${folder}
    deno task notebooks   # runs my-function.ipynb and stores what it shows
Then open it in JupyterLab or VS Code, and put the folder under version control with its outputs:
"deno task check" and "deno task verify" compare them from then on.`);
  return true;
}

/** Whether something is there, even a link that leads nowhere. */
function exists(path: string): boolean {
  try {
    return Deno.lstatSync(path) !== undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** A checkout has this file as TypeScript; the package for npm has it as JavaScript. */
async function origin(folder: string): Promise<Origin> {
  if (import.meta.url.endsWith(".ts")) {
    const checkout = fileURLToPath(new URL("../..", import.meta.url));
    return { checkout: relative(await real(folder), checkout).replaceAll("\\", "/") };
  }
  return { version: await ownVersion() };
}

/** Where a path leads, of which the last parts may not exist yet. */
async function real(path: string): Promise<string> {
  const absolute = resolve(path);
  const parent = dirname(absolute);
  if (parent === absolute || exists(absolute)) return await Deno.realPath(absolute);
  return join(await real(parent), absolute.slice(parent.length));
}
