import { Session } from "../session/session.ts";
import { readConnection } from "./connection.ts";
import { denoPath } from "./_deno_path.ts";
import { historyPath } from "./history.ts";
import { notebookSettings } from "./_notebook_settings.ts";
import { watchParent } from "./_watch_parent.ts";

/** How a kernel is started. */
export interface ServeOptions {
  /** The version it tells. */
  readonly version: string;
  /** Deno's permission flags for the cells; the notebook's own, or all, if absent. */
  readonly permissions?: readonly string[];
}

/**
 * Runs a kernel for the front end that wrote a connection file, until it is told to stop or the front
 * end is gone. Cells run in the present folder.
 *
 * @param connectionFile What the front end wrote
 * @param options What it may do
 * @throws {Error} If the file is no connection file, or a port is taken
 */
export async function serveKernel(connectionFile: string, options: ServeOptions): Promise<void> {
  const cwd = Deno.cwd(), deno = denoPath(), notebook = notebookSettings(cwd);
  const permissions = options.permissions ?? notebook.permissions;
  // The process of the cells takes longest to start; the rest is loaded meanwhile.
  const { promise: starting, resolve: onStarting } = Promise.withResolvers<void>();
  const session = Session.start({ cwd, deno, permissions, onStarting });
  await Promise.race([starting, session.catch(() => {})]); // a cell tells why it did not start
  const { JupyterKernel } = await import("./jupyter_kernel.ts");
  const kernel = new JupyterKernel(readConnection(connectionFile), {
    session,
    cwd,
    deno,
    version: options.version,
    history: historyPath(),
    notebook: notebook.name,
    types: notebook.types,
  });
  Deno.addSignalListener("SIGINT", () => void kernel.interrupt());
  const stop = () => void kernel.stop();
  if (Deno.build.os !== "windows") {
    for (const signal of ["SIGTERM", "SIGHUP"] as const) Deno.addSignalListener(signal, stop);
  }
  watchParent(stop);
  await kernel.stopped;
}
