/**
 * Notebooks for documentation: Markdown for a builder, pages that stand alone, PDF, slides. The
 * `actbook export` command does the same from a shell.
 *
 * @module
 */

export {
  type DeadLink,
  type Exported,
  type Exporter,
  exporterOf,
  exportFormats,
  type ExportOptions,
} from "./export_notebooks.ts";
export { flavours } from "./flavours/all.ts";
export type { Flavour } from "./flavours/flavour.ts";
export type { FoundNotebook } from "../notebook/find.ts";
