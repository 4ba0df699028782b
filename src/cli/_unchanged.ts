import { digest } from "../notebook/_digest.ts";
import { RunCache } from "../notebook/_run_cache.ts";
import { parseNotebook } from "../notebook/mod.ts";
import { executeOptions, type RunningOptions } from "./_arguments.ts";
import type { Outcome } from "./_outcome.ts";
import { ownVersion } from "./_version.ts";

/** What is left out if nothing has changed since it went well. */
export interface Unchanged {
  /** The outcome, if nothing of the notebook has changed and its output is there; else undefined. */
  known(path: string, output?: string): Promise<Outcome | undefined>;
  /** Remembers that a notebook went well. `text` is what its file holds now. */
  remember(path: string, text: string, output?: { path: string; text: string }): Promise<void>;
}

/**
 * Knows which notebooks are unchanged since they went well.
 *
 * @param what "run" or "verify"
 * @param options The options of the command
 * @param more Other things the outcome hangs on
 */
export async function unchanged(
  what: string,
  options: RunningOptions,
  more: unknown = null,
): Promise<Unchanged> {
  const { fresh = false, depends = [] } = options;
  const { timeout: _, notebookTimeout: _too, ...matters } = executeOptions(options);
  const context = { what, options: [matters, more], depends, version: await ownVersion() };
  const cache = new RunCache(context);
  return {
    async known(path, output = path) {
      if (fresh) return undefined;
      try {
        const text = await Deno.readTextFile(path);
        const key = await cache.key(text, path);
        const stored = key && cache.get(key);
        if (!stored || digest(await Deno.readTextFile(output)) !== stored) return undefined;
        const { cells } = parseNotebook(text, path);
        const number = cells.filter(({ number }) => number > 0).length;
        const shown = cells.reduce((sum, { outputs }) => sum + outputs.length, 0);
        return { cells: `${number}`, outputs: `${shown}`, result: "unchanged", ok: true };
      } catch {
        return undefined; // Running it will tell what is wrong.
      }
    },
    async remember(path, text, output = { path, text }) {
      const key = await cache.key(text, path);
      if (key) cache.set(key, path, digest(output.text));
    },
  };
}
