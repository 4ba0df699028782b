/** What is needed of files, of Deno or of Node. */
interface Files {
  read(path: string | URL): Promise<Uint8Array<ArrayBuffer>>;
  write(path: string | URL, content: Uint8Array): Promise<void>;
  rename(from: string | URL, to: string | URL): Promise<void>;
  remove(path: string | URL): Promise<void>;
}

/** Without an import, so that a page can be bundled with what does not use files. */
function files(): Files {
  if ("Deno" in globalThis) {
    return {
      read: Deno.readFile,
      write: Deno.writeFile,
      rename: Deno.rename,
      remove: Deno.remove,
    };
  }
  const fs = globalThis.process?.getBuiltinModule?.("node:fs/promises");
  if (!fs) throw new Error("Cannot read or write files as that takes Deno, or Node 20.16 or newer");
  return {
    read: async (path) => new Uint8Array(await fs.readFile(path)),
    write: fs.writeFile,
    rename: fs.rename,
    remove: fs.unlink,
  };
}

/** Reads a file. */
export async function readBytes(path: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  return await files().read(path);
}

/** Reads a file as text. */
export async function readText(path: string | URL): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

/**
 * Writes a file so that it is there in full or not at all: under another name first, then renamed.
 */
export async function writeWhole(path: string | URL, content: string | Uint8Array): Promise<void> {
  const { write, rename, remove } = files();
  const place = path instanceof URL ? path.href : path;
  const draft = `${place}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  const beside = path instanceof URL ? new URL(draft) : draft;
  try {
    await write(beside, typeof content === "string" ? new TextEncoder().encode(content) : content);
    await rename(beside, path);
  } catch (error) {
    await remove(beside).catch(() => {});
    throw error;
  }
}
