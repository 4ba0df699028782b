import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import type { ErrorOutput } from "./output.ts";

/** The nearest folder above with a deno.json, a package.json or a repository; or the folder itself. */
function projectRoot(folder: string): string {
  for (let here = folder;; here = dirname(here)) {
    const marks = ["deno.json", "deno.jsonc", "package.json", ".git"];
    if (marks.some((name) => existsSync(`${here}/${name}`))) return here;
    if (dirname(here) === here) return folder;
  }
}

/**
 * An error with no path of this machine in it, so that it reads the same wherever it was raised:
 * files of the project are named relative to the notebook's folder, those of npm's cache by package.
 */
export function portableError(error: ErrorOutput, folder: string): ErrorOutput {
  const root = projectRoot(folder);
  const change = (text: string) =>
    text.replaceAll(/file:\/\/\/[^\s"'`()]*/g, (url) => {
      const [, inCache] = /\/npm\/registry\.[^/]+\/(.*)$/.exec(url) ?? [];
      if (inCache !== undefined) return `npm:/${inCache}`;
      const [, address, place] = /^(.*?)((?::\d+){0,2}[.,;:]*)$/.exec(url)!;
      let path: string;
      try {
        path = fileURLToPath(address);
      } catch {
        return url;
      }
      const away = relative(root, path);
      if (away.startsWith("..")) return url;
      const near = relative(folder, path).replaceAll("\\", "/");
      return `${near.startsWith("..") ? "" : "./"}${near}${place}`;
    });
  const { ename, evalue } = error;
  return { ...error, ename, evalue: change(evalue), traceback: error.traceback.map(change) };
}
