/**
 * A kernel for TypeScript that speaks Jupyter's protocol: front ends are on one side, a session of
 * Deno on the other. {@linkcode installKernel} tells Jupyter about it, {@linkcode serveKernel} runs
 * it. Started as a program, it takes a connection file, and Deno's permission flags for the cells.
 *
 * @module
 */

import { ownVersion } from "./_own_version.ts";
import { permissionFlags } from "./_notebook_settings.ts";
import { serveKernel } from "./serve_kernel.ts";

export { denoPath } from "./_deno_path.ts";
export { type Entry, History, historyPath, type HistoryRequest } from "./history.ts";
export { permissionFlags };
export { serveKernel, type ServeOptions } from "./serve_kernel.ts";
export {
  type Installed,
  installKernel,
  type InstallOptions,
  type KernelSpec,
  listKernels,
  removeKernel,
} from "./kernelspec.ts";

if (import.meta.main) {
  const [connectionFile, ...flags] = Deno.args;
  await serveKernel(connectionFile, {
    version: await ownVersion(),
    permissions: permissionFlags(flags),
  });
  Deno.exit(0); // cells may have left something that would keep it
}
