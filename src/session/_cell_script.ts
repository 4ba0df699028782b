import type { CompiledCell } from "./code/compile_cell.ts";

/** What the inspector evaluates: the cell, between what the child has to know before and after. */
export function cellScript(
  { strict, prefix, body, inserted, positions, completes }: CompiledCell,
  cell: number,
  label: string,
  silent: boolean,
): string {
  const told = [label === `${cell}` ? undefined : label, inserted, positions];
  while (told.length > 0 && told.at(-1) === undefined) told.pop();
  const lines = body.split("\n").length;
  const start = [cell, lines, ...told].map((each) => JSON.stringify(each) ?? "undefined");
  return (strict ? '"use strict";' : "") + `await __actbook.start(${start});${prefix}\n${body}\n` +
    (completes ? "" : `;await __actbook.end(${silent},${cell});\n`) + `//# sourceURL=cell:${cell}`;
}
