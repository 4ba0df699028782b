import { excerpt } from "./_excerpt.ts";
import type { InspectorResult } from "./inspector.ts";
import type { CellOutput } from "./output.ts";
import type { RanCell } from "./ran_cell.ts";

/** What the program sent, as an output: errors with their line of code, buffers as bytes. */
export function outputOf(
  { type, content, metadata, buffers }: InspectorResult,
  cells: readonly RanCell[],
): CellOutput {
  if (type === "failed" || type === "error") {
    const code = (label: string) => cells.findLast((ran) => ran.label === label)?.code;
    const traceback = [...content.traceback, ...excerpt(content.traceback, code)];
    return { type: "error", content: { ...content, traceback } };
  }
  return {
    type,
    content,
    ...(metadata && { metadata }),
    ...(buffers && { buffers: buffers.map((each: string) => Uint8Array.fromBase64(each)) }),
  };
}
