import type { CellResult } from "../output.ts";
import type { Session } from "../session.ts";
import type { RunOptions } from "../session_options.ts";

/** What a magic works with. */
export interface MagicCall {
  readonly session: Session;
  /** What stands behind its name. */
  readonly rest: string;
  /** The lines below, of a magic for a whole cell. */
  readonly body?: string;
  readonly options: RunOptions;
  /** Shows a text. */
  readonly print: (text: string) => void;
}

/** What comes of a magic, besides what it shows. */
export interface MagicResult {
  /** How the cell ended that it ran, if it ran one. */
  readonly result?: CellResult;
  /** What the front end shall put in place of the cell. */
  readonly replacement?: string;
}

/** A command in a cell that begins with a percent sign. */
export interface Magic {
  /** How it is written, and what it does. */
  readonly help: readonly [usage: string, does: string];
  readonly run: (call: MagicCall) => Promise<MagicResult | void>;
}
