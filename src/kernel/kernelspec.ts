import { join } from "node:path";
import { LOGO_PNG } from "./_logo_png.ts";
import { LOGO } from "./logo.ts";

/** What a front end has to know to start a kernel. */
export interface KernelSpec {
  /** The program and its arguments; `{connection_file}` stands for the file's path. */
  readonly argv: readonly string[];
  /** What people see. */
  readonly display_name: string;
  /** What notebooks are written in. */
  readonly language: string;
  /** How a cell is interrupted. */
  readonly interrupt_mode: string;
  /** What else front ends and `actbook` look for. */
  readonly metadata: {
    readonly debugger?: boolean;
    readonly actbook?: { readonly version: string };
  };
}

/** What a kernel is installed as. */
export interface InstallOptions {
  /** The name of the kernel, by which notebooks ask for it. */
  readonly name: string;
  /** What people see. */
  readonly displayName?: string;
  /** The folder of a Python environment or of a system; the user's own data folder if absent. */
  readonly prefix?: string;
  /** Deno's permission flags for the cells; all permissions if there are none. */
  readonly permissions?: readonly string[];
  /** The version of Actbook. */
  readonly version: string;
}

/** A kernel that is installed. */
export interface Installed {
  /** Its name. */
  readonly name: string;
  /** Its folder. */
  readonly folder: string;
  /** What it says of itself. */
  readonly spec: KernelSpec;
}

/**
 * Installs the kernel: writes what front ends need to know. What was there under the same name is
 * replaced.
 *
 * @param options Name, place, permissions
 * @returns What was installed
 * @throws {TypeError} If the name is none for a kernel
 * @throws {Error} If a kernel of another program has the name
 */
export function installKernel(options: InstallOptions): Installed {
  const { name, permissions = [], version } = options;
  const restricted = permissions.length > 0 ? ", restricted" : "";
  const spec: KernelSpec = {
    argv: [...startCommand(version), "{connection_file}", ...permissions],
    display_name: options.displayName ?? `TypeScript (Actbook${restricted})`,
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: true, actbook: { version } },
  };
  const folder = folderOf(name, options.prefix);
  refuseForeign(name, folder);
  const parent = join(folder, ".."), temporary = join(parent, `.${name}.${Deno.pid}.tmp`);
  Deno.mkdirSync(temporary, { recursive: true });
  Deno.writeTextFileSync(join(temporary, "kernel.json"), JSON.stringify(spec, null, 2) + "\n");
  Deno.writeTextFileSync(join(temporary, "logo-svg.svg"), LOGO);
  Deno.writeFileSync(join(temporary, "logo-64x64.png"), Uint8Array.fromBase64(LOGO_PNG));
  removeFolder(folder);
  Deno.renameSync(temporary, folder);
  return { name, folder, spec };
}

/**
 * Removes the kernel.
 *
 * @param name Its name
 * @param prefix Where it was installed; the user's own data folder if absent
 * @returns The folder that was removed
 * @throws {Error} If there is no such kernel, or it is another program's
 */
export function removeKernel(name: string, prefix?: string): string {
  const folder = folderOf(name, prefix);
  if (readSpec(folder) === undefined) {
    throw new Error(`Cannot remove the kernel ${name}: there is none in ${join(folder, "..")}`);
  }
  refuseForeign(name, folder);
  removeFolder(folder);
  return folder;
}

/**
 * The kernels of Actbook that are installed where Jupyter looks.
 *
 * @returns Each with its folder
 */
export function listKernels(): Installed[] {
  return dataFolders().flatMap((data) => {
    const kernels = join(data, "kernels");
    return namesIn(kernels).flatMap((name) => {
      const folder = join(kernels, name), spec = readSpec(folder);
      return spec?.metadata?.actbook ? [{ name, folder, spec }] : [];
    });
  });
}

/** How the kernel is started, from a checkout, a package or a program of one file. */
export function startCommand(version: string): string[] {
  if (Deno.build.standalone) return [Deno.execPath(), "kernel", "start"];
  // Without a collection of garbage, which what is loaded at the start would cause, it starts a sixth sooner.
  const v8 = "--v8-flags=--min-semi-space-size=16,--single-threaded-gc";
  const { url } = import.meta, start = [Deno.execPath(), "run", "--allow-all", v8];
  // What the notebook's folder says is for its cells; and to read a deno.json takes a tenth of the start.
  const alone = ["--no-config", "--no-lock"];
  if (url.endsWith(".ts")) return [...start, ...alone, path(new URL("mod.ts", url))];
  if (url.includes("/node_modules/")) return [...start, path(new URL("kernel.js", url))];
  // In Deno's own store a package's files cannot be started by their place; and this version was chosen,
  // however young it is.
  const chosen = ["--minimum-dependency-age=0", `npm:@actbook/actbook@${version}`];
  return [...start, ...alone, ...chosen, "kernel", "start"];
}

function path(url: URL): string {
  const decoded = decodeURIComponent(url.pathname);
  return Deno.build.os === "windows" ? decoded.slice(1) : decoded;
}

function folderOf(name: string, prefix?: string): string {
  if (!/^[a-z0-9._-]+$/i.test(name)) {
    throw new TypeError(
      `Cannot install a kernel as name must be of letters, digits, ".", "_" and "-": current value is ${name}`,
    );
  }
  const data = prefix === undefined ? userFolder() : join(prefix, "share", "jupyter");
  return join(data, "kernels", name);
}

function refuseForeign(name: string, folder: string): void {
  const spec = readSpec(folder);
  if (spec === undefined || spec.metadata?.actbook) return;
  throw new Error(`Cannot replace ${folder}: the kernel ${name} there is not Actbook's`);
}

function readSpec(folder: string): KernelSpec | undefined {
  try {
    return JSON.parse(Deno.readTextFileSync(join(folder, "kernel.json")));
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  } catch {
    return [];
  }
}

function removeFolder(folder: string): void {
  try {
    Deno.removeSync(folder, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Where Jupyter looks for a user's own kernels. */
function userFolder(): string {
  const own = Deno.env.get("JUPYTER_DATA_DIR");
  if (own) return own;
  const home = Deno.env.get("HOME") ?? ".";
  if (Deno.build.os === "windows") return join(Deno.env.get("APPDATA") ?? ".", "jupyter");
  if (Deno.build.os === "darwin") return join(home, "Library", "Jupyter");
  return join(Deno.env.get("XDG_DATA_HOME") ?? join(home, ".local", "share"), "jupyter");
}

/** Everywhere Jupyter looks, as far as it can be known without it. */
function dataFolders(): string[] {
  const environment = Deno.env.get("VIRTUAL_ENV") ?? Deno.env.get("CONDA_PREFIX");
  const separator = Deno.build.os === "windows" ? ";" : ":";
  const system = Deno.build.os === "windows"
    ? [join(Deno.env.get("PROGRAMDATA") ?? ".", "jupyter")]
    : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
  const all = [
    ...(Deno.env.get("JUPYTER_PATH") ?? "").split(separator).filter((each) => each !== ""),
    userFolder(),
    ...environment ? [join(environment, "share", "jupyter")] : [],
    ...system,
  ];
  return [...new Set(all)];
}
