/** Where the notebooks of the project are. */
export const folder = new URL("../../notebooks", import.meta.url).pathname;

/** Their file names, in order. */
export async function notebookNames(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).filter((name) => name.endsWith(".ipynb")).sort();
}

/** Copies the notebooks, and the files that they read, into another folder. */
export async function copyNotebooks(target: string, source: string = folder): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(source)) {
    if (name.startsWith(".")) continue;
    if (isDirectory) {
      await Deno.mkdir(`${target}/${name}`);
      await copyNotebooks(`${target}/${name}`, `${source}/${name}`);
    } else if (name === "deno.json") {
      // Its paths begin at the folder of the notebooks.
      const config = await Deno.readTextFile(`${source}/${name}`);
      const repository = new URL("../../", import.meta.url);
      await Deno.writeTextFile(`${target}/${name}`, config.replaceAll('"../', `"${repository}`));
    } else await Deno.copyFile(`${source}/${name}`, `${target}/${name}`);
  }
}
