/** A code cell as it is stored, with or without outputs. */
export function code(source: string, outputs: unknown[] = [], tags?: string[]): unknown {
  return {
    cell_type: "code",
    execution_count: null,
    id: crypto.randomUUID().slice(0, 8),
    metadata: tags ? { tags } : {},
    outputs,
    source,
  };
}

/** A notebook of code cells, as Jupyter would write it. */
export function notebookText(cells: readonly unknown[]): string {
  const kernelspec = { display_name: "Deno", language: "typescript", name: "deno" };
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  return JSON.stringify(notebook, null, 1) + "\n";
}

/** A temporary folder with notebooks made of code cells, removed afterwards. */
export async function withNotebooks<T>(
  notebooks: Record<string, readonly (string | unknown)[]>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-test-" });
  try {
    for (const [name, cells] of Object.entries(notebooks)) {
      const all = cells.map((cell) => typeof cell === "string" ? code(cell) : cell);
      await Deno.writeTextFile(`${folder}/${name}.ipynb`, notebookText(all));
    }
    return await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether a process is alive. */
export function alive(pid: number): boolean {
  try {
    Deno.kill(pid, "SIGCONT");
    return true;
  } catch {
    return false;
  }
}

/** The names in a folder, sorted. */
export function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}
