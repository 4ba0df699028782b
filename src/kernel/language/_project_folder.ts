import { dirname, join } from "node:path";

/** What makes a folder a project for Deno. */
const CONFIGURATIONS = ["deno.json", "deno.jsonc", "package.json"];

/**
 * The nearest folder, this one or one that holds it, with a configuration of Deno's; this one if
 * there is none. Deno itself goes up all the way; `deno lsp` looks no further than one folder up.
 */
export async function projectFolder(folder: string): Promise<string> {
  for (let at = folder;; at = dirname(at)) {
    for (const name of CONFIGURATIONS) {
      if ((await Deno.stat(join(at, name)).catch(() => undefined))?.isFile) return at;
    }
    if (dirname(at) === at) return folder;
  }
}
