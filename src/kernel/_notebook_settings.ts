import { basename, isAbsolute, join } from "node:path";

/** What a notebook says of itself to its kernel. */
export interface NotebookSettings {
  /** Its file name. */
  readonly name?: string;
  /** Deno's permission flags, from its metadata `actbook.permissions`. */
  readonly permissions?: readonly string[];
}

/** Reads the notebook that a front end starts the kernel for, if it says which one it is. */
export function notebookSettings(folder: string): NotebookSettings {
  const path = Deno.env.get("JPY_SESSION_NAME");
  if (!path?.endsWith(".ipynb")) return {};
  const name = basename(path);
  const found = [path, join(folder, name)].filter(isAbsolute).map(read)
    .find((text) => text !== undefined);
  if (found === undefined) return { name };
  const permissions = JSON.parse(found).metadata?.actbook?.permissions;
  if (permissions === undefined) return { name };
  if (!Array.isArray(permissions) || !permissions.every(isPermissionFlag)) {
    throw new TypeError(
      `Cannot start the kernel of ${name}: metadata.actbook.permissions must be a list of Deno's ` +
        `permission flags: current value is ${JSON.stringify(permissions)}`,
    );
  }
  return { name, permissions };
}

/** Whether a text is one of Deno's permission flags, and no other flag. */
export function isPermissionFlag(text: unknown): text is string {
  return typeof text === "string" &&
    /^(--(allow|deny|ignore)-[a-z]+(=.*)?|-[RWINESA](=.*)?|-P(=.*)?|--permission-set(=.*)?)$/.test(
      text,
    );
}

function read(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
}
