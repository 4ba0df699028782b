/** Where the notebooks of the project are. */
export const folder = new URL("../../notebooks", import.meta.url).pathname;

/** Their file names, in order. */
export async function notebookNames(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).filter((name) => name.endsWith(".ipynb")).sort();
}
