import type { Execution, Failure, Notebook } from "../notebook/mod.ts";

/** Something that is wrong in a notebook, or different. */
export interface Finding {
  /** What it is: a cell fails, shows something else, or does not check. */
  readonly kind: "failure" | "difference" | "problem";
  /** The number of the cell, as front ends show it in brackets. */
  readonly cell?: number;
  /** The cell's place among all cells, from 0. */
  readonly index?: number;
  /** The line in the cell, from 1. */
  readonly line?: number;
  /** One line. */
  readonly title: string;
  /** What is told below it. */
  readonly lines: readonly string[];
}

/** How long a cell took. */
export interface CellTime {
  readonly cell: number;
  readonly seconds: number;
}

/** What one notebook came to. */
export interface Outcome {
  /** How many cells ran, for the table. */
  readonly cells: string;
  /** How many outputs they have, for the table. */
  readonly outputs: string;
  /** One word, or a few. */
  readonly result: string;
  /** Whether all went well. */
  readonly ok: boolean;
  readonly findings?: readonly Finding[];
  /** What is worth knowing and no fault. */
  readonly notes?: readonly string[];
  readonly times?: readonly CellTime[];
  /** The notebook, if it could be read. */
  readonly notebook?: Notebook;
}

/** What a notebook came to, with its place and its time. */
export interface FinishedNotebook extends Outcome {
  readonly path: string;
  readonly seconds: number;
}

/** "1 problem", "2 problems". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** How many cells ran and what they showed, and how long each took. */
export function counts({ results, ran, cells, timings }: Execution) {
  const outputs = [...results.values()].reduce((sum, cell) => sum + cell.outputs.length, 0);
  return {
    cells: ran === cells ? `${cells}` : `${ran} of ${cells}`,
    outputs: `${outputs}`,
    times: timings.map(({ cell, started, ended }) => ({
      cell,
      seconds: (ended.getTime() - started.getTime()) / 1000,
    })),
  };
}

/** The result of a notebook with failing cells. */
export function failedResult(failures: readonly Failure[]): string {
  if (failures.length === 1) return `failed in cell ${failures[0].cell}`;
  return plural(failures.length, "failure");
}

/** The finding of a failing cell: its message, the line that failed, the traceback. */
export function failureFinding(
  { cell, index, lineNumber, line, message, traceback }: Failure,
): Finding {
  const [title, ...more] = message.split("\n");
  const lines = [
    ...more,
    `line ${lineNumber}: ${line}`,
    ...traceback.map((each) => each.trimEnd()),
  ];
  return { kind: "failure", cell, index, line: lineNumber, title, lines };
}

/** A finding as lines of text. */
export function describe(path: string, { cell, title, lines }: Finding): string[] {
  const where = cell === undefined ? path : `${path}, cell ${cell}`;
  return [
    `${where}${title.startsWith(",") ? "" : ": "}${title}`,
    ...lines.map((line) => `    ${line}`),
  ];
}
