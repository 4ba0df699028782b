/** The files below a folder whose names end as given, in order of name. */
export async function* walk(folder: string, ending: string): AsyncGenerator<string> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walk(path, ending);
    else if (entry.name.endsWith(ending)) yield path;
  }
}
