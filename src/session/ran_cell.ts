import type { Positions } from "./code/positions.ts";

/** A cell that a session has run. */
export interface RanCell {
  /** Its number in the session, from 1. Its script is called `cell:` and this number. */
  readonly cell: number;
  /** What it is called in errors. */
  readonly label: string;
  /** Its source. */
  readonly code: string;
  /** Where its script's lines come from, if they were moved. */
  readonly positions?: Positions;
  /** Whether it ran to its end. */
  ok: boolean;
}
