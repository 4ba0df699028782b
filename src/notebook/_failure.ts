import { ownPlace } from "./_own_place.ts";
import type { Cell } from "./ipynb.ts";
import type { ErrorOutput } from "./output.ts";

/** Why a cell failed. */
export interface Failure {
  /** The number of the cell, as front ends show it in brackets. */
  readonly cell: number;
  /** Its place among all cells, counted from 0. */
  readonly index: number;
  /** The line of the cell where it failed, counted from 1; 1 if that is not known. */
  readonly lineNumber: number;
  /** The text of that line. */
  readonly line: string;
  /** The class and message of the error. */
  readonly message: string;
  /** What front ends show, without the message. */
  readonly traceback: readonly string[];
}

/** What is told about the first error of a cell. */
export function failureOf(cell: Cell, { ename, evalue, traceback }: ErrorOutput): Failure {
  const lines = cell.source.split("\n");
  const known = traceback.map((line) => ownPlace(line, cell.source)).find(Boolean)?.line ?? 0;
  const first = lines.findIndex((line) => line.trim() !== "") + 1;
  const lineNumber = known >= 1 && known <= lines.length ? known : first;
  // These two are ours and say all in their message.
  const ours = ename === "CellTimeoutError" || ename === "KernelDiedError";
  const message = ours ? evalue : `${ename}: ${evalue}`;
  const told = message.split("\n").length;
  return {
    cell: cell.number,
    index: cell.index,
    lineNumber,
    line: lines[lineNumber - 1].trimEnd(),
    message,
    traceback: traceback.flatMap((line) => line.split("\n")).slice(told),
  };
}
