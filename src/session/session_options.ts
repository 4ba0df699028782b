import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import type { Inspector } from "./inspector.ts";
import type { CellOutput, InputRequest } from "./output.ts";
import type { RanCell } from "./ran_cell.ts";

/** Where and how cells run. */
export interface SessionOptions {
  /** The folder of the notebook: imports and deno.json are found from there. */
  readonly cwd: string;
  /** Deno's permission flags, such as `--allow-read=.`; all permissions if absent. */
  readonly permissions?: readonly string[];
  /** Whether values and errors have terminal colours; as the terminal's settings say if absent. */
  readonly colours?: boolean;
  /** The Deno that runs the cells; the running one if absent. */
  readonly deno?: string;
  /** Other flags for it, such as `--v8-flags=--max-old-space-size=500`. */
  readonly flags?: readonly string[];
  /** The environment of the cells; this process's if absent. */
  readonly env?: Readonly<Record<string, string>>;
  /** Characters of text a cell may write; 2²⁷ if absent. */
  readonly outputLimit?: number;
  /** Called when a process is on its way and needs nothing more: the time to load other things. */
  readonly onStarting?: () => void;
  /** Called with the inspector of each process, before its first cell. */
  readonly onProcess?: (inspector: Inspector) => void;
  /** Called with each cell that parses, and waited for, before it runs. */
  readonly onCell?: (cell: RanCell) => Promise<void>;
}

/** How to run a cell. */
export interface RunOptions {
  /** What the cell is called in errors: "cell 3"; its number in the session if absent. */
  readonly label?: string;
  /** Called with each output in order; those that come after the cell's end too. */
  readonly onOutput?: (output: CellOutput) => void;
  /**
   * Answers `prompt`, which gives null for null. Where it rejects, `prompt` throws what it says, and
   * where it is absent too.
   */
  readonly onInput?: (request: InputRequest) => Promise<string | null>;
  /** Whether to show no value. */
  readonly silent?: boolean;
}

const sessionOptions: Known<SessionOptions> = {
  cwd: kinds.needed(kinds.text),
  permissions: kinds.list,
  colours: kinds.flag,
  deno: kinds.text,
  flags: kinds.list,
  env: kinds.object,
  outputLimit: kinds.number,
  onStarting: kinds.callable,
  onProcess: kinds.callable,
  onCell: kinds.callable,
};

const runOptions: Known<RunOptions> = {
  label: kinds.text,
  onOutput: kinds.callable,
  onInput: kinds.callable,
  silent: kinds.flag,
};

/** Sees to it that the options of a session mean what they say. */
export function checkSessionOptions(options: SessionOptions): void {
  checkOptions("start a session", options, sessionOptions);
}

/** Sees to it that the options of a cell mean what they say. */
export function checkRunOptions(options: RunOptions): void {
  checkOptions("run a cell", options, runOptions);
}
