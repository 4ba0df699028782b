import { basename, dirname, join } from "node:path";

function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${crypto.randomUUID().slice(0, 8)}.tmp`);
}

/** The file a path leads to through links, or the path itself if there is none yet. */
function destination(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    return path;
  }
}

/**
 * Makes sure that a file can be written, before hours of work are spent on its contents. Creates the
 * folder if there is none.
 *
 * @throws {Error} If the folder cannot be made or written to
 */
export function ensureWritable(path: string): void {
  const target = destination(path);
  const probe = temporaryName(target);
  try {
    Deno.mkdirSync(dirname(target), { recursive: true });
    if (existing(target)?.isDirectory) throw new Error("it is a folder");
    Deno.writeTextFileSync(probe, "");
    Deno.removeSync(probe);
  } catch (error) {
    throw new Error(`Cannot write ${path}: ${reason(error, target)}`);
  }
}

/** Which of the two may not be written: the file, or its folder. */
export function deniedReason(target?: string): string {
  if (target === undefined) return "permission denied";
  return `permission denied in its folder, ${
    dirname(target)
  }: a notebook is written whole, under ` +
    "another name first, so its folder must be writable";
}

function existing(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.statSync(path);
  } catch {
    return undefined;
  }
}

/** Why a file could not be written; `target` if it is about to be written beside itself first. */
function reason(error: unknown, target?: string): string {
  if (error instanceof Deno.errors.PermissionDenied) return deniedReason(target);
  return (error as Error).message.replace(/: (writefile|mkdir|remove) .*/, "");
}

/**
 * Writes a file under a temporary name and renames it, so that it is there whole or not at all.
 * Synchronous on purpose: no signal handler runs in between. A link keeps leading to the file, and
 * the file keeps its permissions.
 *
 * @throws {Error} If it cannot be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const target = destination(path);
  const temporary = temporaryName(target);
  const mode = existing(target)?.mode ?? undefined;
  try {
    const options = { mode: mode && mode & 0o777 };
    if (typeof content === "string") Deno.writeTextFileSync(temporary, content, options);
    else Deno.writeFileSync(temporary, content, options);
    Deno.renameSync(temporary, target);
  } catch (error) {
    try {
      Deno.removeSync(temporary);
    } catch {
      // It was never made.
    }
    throw new Error(`Cannot write ${path}: ${reason(error, target)}`);
  }
}
