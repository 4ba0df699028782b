import type { Cell } from "./ipynb.ts";
import type { ErrorOutput } from "./output.ts";
import type { CellOutputs, OutputMessage } from "./outputs.ts";

/** How a cell ended. */
export interface CellEnd {
  /** Why it failed, first cause first; empty if it did not. */
  readonly errors: readonly ErrorOutput[];
  /** Nothing more can be run: the process is gone. */
  readonly over: boolean;
}

/** How an engine runs a cell. */
export interface CellRunOptions {
  /** Seconds it may take. */
  readonly timeout: number;
  /** Where its outputs go, its errors apart. */
  readonly outputs: CellOutputs;
  /** Called with each output as it comes. */
  readonly onOutput?: (message: OutputMessage) => void;
}

/** What runs the cells of one notebook, one after another. */
export interface Engine {
  run(cell: Cell, options: CellRunOptions): Promise<CellEnd>;
  /** Waits for late outputs and adds them to the last cell, its errors apart. */
  linger(seconds: number, last: CellOutputs): Promise<readonly ErrorOutput[]>;
  close(): Promise<void>;
}

/** How engines start. */
export interface EngineOptions {
  readonly folder: string;
  readonly signal?: AbortSignal;
  readonly outputLimit?: number;
  readonly answers?: readonly string[];
}
