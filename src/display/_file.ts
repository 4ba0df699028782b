/**
 * Writes a file so that it is there in full or not at all: under another name first, then renamed.
 */
export async function writeWhole(path: string | URL, content: string | Uint8Array): Promise<void> {
  const place = path instanceof URL ? path.href : path;
  const draft = `${place}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  const beside = path instanceof URL ? new URL(draft) : draft;
  try {
    if (typeof content === "string") await Deno.writeTextFile(beside, content);
    else await Deno.writeFile(beside, content);
    await Deno.rename(beside, path);
  } catch (error) {
    await Deno.remove(beside).catch(() => {});
    throw error;
  }
}
