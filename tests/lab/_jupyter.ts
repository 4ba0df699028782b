/**
 * A Jupyter that knows nothing of the user's: its settings, its signatures, its runtime files and
 * its one kernel specification lie in a temporary folder that goes away with it.
 *
 * @module
 */

import { cache, jupyter } from "./_environment.ts";
import { sweep, tether, tethered } from "./_processes.ts";

/** Where a Jupyter keeps its things, and where the notebooks it runs are. */
export interface Home extends AsyncDisposable {
  /** The temporary folder of Jupyter's own files. */
  readonly folder: string;
  /** Where notebooks are put: inside the repository, so that its deno.json applies to them. */
  readonly notebooks: string;
  /** The environment under which every Jupyter command is started. */
  readonly env: Readonly<Record<string, string>>;
}

/** Extensions of JupyterLab that ask servers elsewhere for something. */
const curious = {
  "@jupyterlab/apputils-extension:announcements": true,
  "@jupyterlab/extensionmanager-extension": true,
};

async function writeJson(path: string, value: unknown): Promise<void> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(path, JSON.stringify(value));
}

/** Makes a fresh home: no notebook is trusted in it. */
export async function makeHome(): Promise<Home> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-lab-" });
  await Deno.mkdir(cache, { recursive: true });
  const notebooks = await Deno.makeTempDir({ dir: cache, prefix: "notebooks-" });
  await writeJson(`${folder}/data/kernels/deno/kernel.json`, {
    argv: [
      ...tether("KILL"),
      Deno.execPath(),
      "jupyter",
      "--kernel",
      "--conn",
      "{connection_file}",
    ],
    display_name: "Deno",
    language: "typescript",
    interrupt_mode: "message",
  });
  await writeJson(`${folder}/config/labconfig/page_config.json`, { disabledExtensions: curious });
  const { JUPYTER_PATH: _, ...inherited } = Deno.env.toObject();
  return {
    folder,
    notebooks,
    env: {
      ...inherited,
      NO_COLOR: "1",
      JUPYTER_DATA_DIR: `${folder}/data`,
      JUPYTER_CONFIG_DIR: `${folder}/config`,
      JUPYTER_RUNTIME_DIR: `${folder}/runtime`,
      JUPYTERLAB_SETTINGS_DIR: `${folder}/settings`,
      JUPYTERLAB_WORKSPACES_DIR: `${folder}/workspaces`,
      IPYTHONDIR: `${folder}/ipython`,
    },
    async [Symbol.asyncDispose]() {
      await sweep(folder);
      await Deno.remove(folder, { recursive: true });
      await Deno.remove(notebooks, { recursive: true });
    },
  };
}

/** Starts a command of the pinned Jupyter in a home. */
export async function startJupyter(home: Home, args: string[]): Promise<Deno.ChildProcess> {
  const bin = await jupyter();
  return tethered(`${bin}/jupyter`, args, {
    cwd: home.notebooks,
    env: { ...home.env, PATH: `${bin}:${home.env.PATH}` },
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs a command of the pinned Jupyter to its end; throws with what it printed if it fails. */
export async function runJupyter(home: Home, args: string[]): Promise<void> {
  const { success, stdout, stderr } = await (await startJupyter(home, args)).output();
  if (success) return;
  const text = new TextDecoder();
  throw new Error(`jupyter ${args.join(" ")}:\n${text.decode(stdout)}${text.decode(stderr)}`);
}
