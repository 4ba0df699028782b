/** Milliseconds that front ends and cells are kept waiting for the language service. */
export interface Patience {
  /** For an answer, which takes a while when the service starts. */
  readonly answer: number;
  /** For completions that nothing else is known of; `jupyter console` fails after five seconds. */
  readonly completions: number;
  /** For an answer that has to come soon or is worth little; JupyterLab itself waits a second. */
  readonly soon: number;
  /** For the check of a cell's types where warnings are wanted. */
  readonly check: number;
}

/** What people bear. */
export const PATIENCE: Patience = {
  answer: 15_000,
  completions: 4_000,
  soon: 900,
  check: 1_000,
};
