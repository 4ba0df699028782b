/**
 * The pages that users read: the README, the guide of each room, and what was measured.
 *
 * @module
 */

async function inFoldersOf(top: string, wanted: (name: string) => boolean): Promise<string[]> {
  const folders = (await Array.fromAsync(Deno.readDir(top))).filter((entry) => entry.isDirectory);
  const found = await Promise.all(folders.map(async (folder) => {
    const files = await Array.fromAsync(Deno.readDir(`${top}/${folder.name}`));
    return files.filter(({ isFile, name }) => isFile && wanted(name))
      .map(({ name }) => `${top}/${folder.name}/${name}`);
  }));
  return found.flat().sort();
}

/** Their paths from the root of the project, the README first. */
export async function guides(): Promise<string[]> {
  const rooms = await inFoldersOf("src", (name) => name === "README.md");
  const measured = await inFoldersOf("tests", (name) => /\.md$/.test(name) && name !== "README.md");
  return ["README.md", ...rooms, ...measured];
}
