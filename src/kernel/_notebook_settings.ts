import { basename, isAbsolute, join } from "node:path";
import { isTypesMode, type TypesMode, typesModes } from "./language/types_mode.ts";

/** What a notebook says of itself to its kernel. */
export interface NotebookSettings {
  /** Its file name. */
  readonly name?: string;
  /** Deno's permission flags, from its metadata `actbook.permissions`. */
  readonly permissions?: readonly string[];
  /** What becomes of cells with type errors, from its metadata `actbook.types`. */
  readonly types?: TypesMode;
}

/** Reads the notebook that a front end starts the kernel for, if it says which one it is. */
export function notebookSettings(folder: string): NotebookSettings {
  const path = Deno.env.get("JPY_SESSION_NAME");
  if (!path?.endsWith(".ipynb")) return {};
  const name = basename(path);
  const found = [path, join(folder, name)].filter(isAbsolute).map(read)
    .find((text) => text !== undefined);
  if (found === undefined) return { name };
  const { permissions, types } = JSON.parse(found).metadata?.actbook ?? {};
  if (types !== undefined && !isTypesMode(types)) {
    throw new TypeError(
      `Cannot start the kernel of ${name}: metadata.actbook.types must be one of ` +
        `${typesModes.join(", ")}: current value is ${JSON.stringify(types)}`,
    );
  }
  if (permissions === undefined) return { name, types };
  if (Array.isArray(permissions)) return { name, types, permissions: permissionFlags(permissions) };
  throw new TypeError(
    `Cannot start the kernel of ${name}: metadata.actbook.permissions must be a list: ` +
      `current value is ${JSON.stringify(permissions)}`,
  );
}

/**
 * Checks that texts are Deno's permission flags and no other flags.
 *
 * @returns The flags, or undefined if there are none: then everything is permitted
 * @throws {TypeError} If one is not
 */
export function permissionFlags(flags: readonly unknown[]): readonly string[] | undefined {
  for (const flag of flags) {
    if (isPermissionFlag(flag)) continue;
    throw new TypeError(
      `Cannot run cells with ${flag}: it must be one of Deno's permission flags, such as --allow-read=.`,
    );
  }
  return flags.length > 0 ? flags as readonly string[] : undefined;
}

/** Whether a text is one of Deno's permission flags, and no other flag. */
function isPermissionFlag(text: unknown): text is string {
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
