import type { Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import type { CellResult } from "./ipynb.ts";
import type { KernelName } from "./_kernel_of.ts";
import type { OutputMessage } from "./outputs.ts";

/** A cell that ran. */
export interface RanCell extends CellResult {
  /** Its number, as front ends show it in brackets. */
  readonly cell: number;
  /** When it began. */
  readonly started: Date;
  /** When it ended. */
  readonly ended: Date;
}

/** How to run a notebook. */
export interface ExecuteNotebookOptions {
  /** Seconds a cell may take, 600 if absent. */
  readonly timeout?: number;
  /** Seconds the notebook may take; no limit if absent. */
  readonly notebookTimeout?: number;
  /** Which kernel runs it; the one that the notebook names if absent. */
  readonly kernel?: KernelName;
  /** Whether the cells after one that fails are run too. */
  readonly allowErrors?: boolean;
  /** Whether outputs keep the codes that colour text in a terminal. */
  readonly colours?: boolean;
  /** Seconds to wait for late outputs after the last cell; they are added to it. */
  readonly linger?: number;
  /** How many characters a cell may show, 100 million if absent; the rest is dropped with a word. */
  readonly outputLimit?: number;
  /** What `prompt` and `confirm` are answered, in order; without an answer they throw. */
  readonly answers?: readonly string[];
  /** Aborting it stops the kernel and rejects. */
  readonly signal?: AbortSignal;
  /** Called before each cell with its number, and the number of cells to run. */
  readonly onCell?: (number: number, of: number) => void;
  /** Called with each output as it comes. */
  readonly onOutput?: (cell: number, message: OutputMessage) => void;
  /** Called after each cell with all that ran so far, by index. */
  readonly onCellDone?: (results: ReadonlyMap<number, RanCell>) => void;
}

/** What each of {@linkcode ExecuteNotebookOptions} must be. */
export const executeOptions: Known<ExecuteNotebookOptions> = {
  timeout: kinds.number,
  notebookTimeout: kinds.number,
  kernel: kinds.oneOf("deno", "actbook"),
  allowErrors: kinds.flag,
  colours: kinds.flag,
  linger: kinds.number,
  outputLimit: kinds.number,
  answers: kinds.list,
  signal: kinds.signal,
  onCell: kinds.callable,
  onOutput: kinds.callable,
  onCellDone: kinds.callable,
};
