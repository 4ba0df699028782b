import type { CellError, CellOutput } from "./output.ts";
import type { RunOptions } from "./session_options.ts";

/** What an interrupted cell says. */
export const INTERRUPTED: CellError = {
  ename: "Interrupted",
  evalue: "The cell was interrupted",
  traceback: ["Interrupted: The cell was interrupted; what cells have defined is kept"],
};

/** A cell while it runs. */
export class Running {
  /** The first error, which is the reason of the cell's result. */
  error?: CellError;
  /** Whether somebody has interrupted it. */
  stopped = false;
  readonly #interrupted = Promise.withResolvers<"interrupted">();

  constructor(
    readonly cell: number,
    readonly options: RunOptions,
    readonly emit: (output: CellOutput) => void,
  ) {}

  /** What it is called in errors. */
  get label(): string {
    return this.options.label ?? `${this.cell}`;
  }

  /** Resolves when the cell is interrupted. */
  get interrupted(): Promise<"interrupted"> {
    return this.#interrupted.promise;
  }

  /** An error of the cell: shown, and the reason of its result if it is the first. */
  fail(error: CellError): void {
    this.error ??= error;
    this.emit({ type: "error", content: error });
  }

  stop(): void {
    this.stopped = true;
    this.#interrupted.resolve("interrupted");
  }
}
