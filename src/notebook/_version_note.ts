import type { Notebook } from "./ipynb.ts";

/**
 * What there is to say if a notebook was stored by another version of Deno; a notebook names the
 * version of TypeScript in it.
 */
export function versionNote({ kernel }: Notebook): string | undefined {
  const { typescript: ours, deno } = Deno.version;
  if (kernel.language !== "typescript" || kernel.version === "" || kernel.version === ours) {
    return undefined;
  }
  return `stored by a Deno with TypeScript ${kernel.version}; this is Deno ${deno} with ${ours}`;
}
