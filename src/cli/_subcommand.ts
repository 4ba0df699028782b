import type { Command } from "./_commander.ts";

/** What a subcommand does; says whether all went well. Aborting the signal ends it. */
export type Work = (signal: AbortSignal) => Promise<boolean>;

/** Does the work of a subcommand, watches for Ctrl-C, reports errors and sets the exit code. */
export type Act = (work: Work) => Promise<void>;

/**
 * Adds a subcommand to the program: its name, arguments, options and help, and an action that calls
 * `act`.
 */
export type AddCommand = (program: Command, act: Act) => void;
