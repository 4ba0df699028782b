import { join } from "node:path";

/** A cell as a test writes it. */
export interface TestCell {
  readonly type?: "code" | "markdown" | "raw";
  readonly source: string;
  readonly tags?: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly attachments?: unknown;
  readonly outputs?: readonly unknown[];
}

/** An output with the given data. */
export const display = (data: Readonly<Record<string, unknown>>, metadata = {}) => ({
  output_type: "display_data",
  data,
  metadata,
});

/** Writes a notebook of format 4, whose cells have ids from its minor version 5 on; its path. */
export async function notebook(
  folder: string,
  name: string,
  cells: readonly TestCell[],
  minor = 5,
): Promise<string> {
  const path = join(folder, name);
  const stored = cells.map((
    { type = "code", source, tags, metadata, attachments, outputs },
    i,
  ) => ({
    ...(minor >= 5 ? { id: `cell-${i}` } : {}),
    cell_type: type,
    source,
    metadata: { ...metadata, ...(tags ? { tags } : {}) },
    ...(attachments ? { attachments } : {}),
    ...(type === "code" ? { outputs: outputs ?? [], execution_count: 1 } : {}),
  }));
  const json = {
    cells: stored,
    metadata: { kernelspec: { name: "deno", display_name: "Deno", language: "typescript" } },
    nbformat: 4,
    nbformat_minor: minor,
  };
  await Deno.writeTextFile(path, JSON.stringify(json));
  return path;
}

/** Does something in a folder that goes away. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-export-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
