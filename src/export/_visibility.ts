/**
 * What a reader sees of a cell: the tags of Jupyter Book and nbconvert, and how JupyterLab folds.
 *
 * @module
 */

/** Shown, hidden until the reader asks for it, or left out. */
export type Visibility = "shown" | "folded" | "removed";

/** What is seen of a cell, and what a folded part is called. */
export interface CellVisibility {
  readonly input: Visibility;
  readonly output: Visibility;
  /** Whether both fold together, as one. */
  readonly together: boolean;
  /** What to open: "Solution", "Code", "Output". */
  readonly summary: string;
}

const folded = (tags: ReadonlySet<string>, part: string) =>
  tags.has(`hide-${part}`) || tags.has(`hide_${part}`);
const removed = (tags: ReadonlySet<string>, part: string) =>
  tags.has(`remove-${part}`) || tags.has(`remove_${part}`);

/**
 * What a reader sees of a cell.
 *
 * @param cell its tags and the rest of its metadata
 */
export function visibilityOf(
  { tags, metadata }: {
    readonly tags: readonly string[];
    readonly metadata: Readonly<Record<string, unknown>>;
  },
): CellVisibility {
  const all = new Set(tags);
  const jupyter = (metadata.jupyter ?? {}) as Record<string, unknown>;
  const solution = all.has("solution");
  const together = solution || folded(all, "cell") || all.has("collapse");
  const part = (name: "input" | "output", foldedByJupyter: boolean): Visibility =>
    removed(all, "cell") || removed(all, name)
      ? "removed"
      : together || folded(all, name) || foldedByJupyter
      ? "folded"
      : "shown";
  return {
    input: part("input", jupyter.source_hidden === true),
    output: part("output", jupyter.outputs_hidden === true || metadata.collapsed === true),
    together,
    summary: solution ? "Solution" : "Cell",
  };
}
