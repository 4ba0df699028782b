/** Something a cell shows. The types and their contents are named as notebooks store them. */
export interface CellOutput {
  /**
   * "stream", "execute_result", "display_data", "update_display_data", "error" or "clear_output";
   * or whatever the program broadcast through `Deno.jupyter.broadcast`.
   */
  readonly type: string;
  /** Its fields depend on the type, as in Jupyter's messages. */
  // deno-lint-ignore no-explicit-any
  readonly content: any;
  /** What a broadcast came with. */
  readonly metadata?: Record<string, unknown>;
  /** Binary data of a broadcast. */
  readonly buffers?: readonly Uint8Array[];
}

/** An error, as notebooks store it. */
export interface CellError {
  /** Its class. */
  readonly ename: string;
  /** Its message. */
  readonly evalue: string;
  /** Lines to show: message, stack, the line of code; with terminal colours if they are on. */
  readonly traceback: readonly string[];
}

/** How a cell ended. */
export interface CellResult {
  /** The number of the cell in its session, from 1. */
  readonly cell: number;
  /** "died" when the process of the cells ended: what they had defined is gone. */
  readonly status: "ok" | "error" | "interrupted" | "died";
  /** Why, unless the status is "ok". It was also sent as an output. */
  readonly error?: CellError;
}

/** A cell that waits for a line of text. */
export interface InputRequest {
  /** What to show before the answer. */
  readonly prompt: string;
  /** Whether to hide the answer. */
  readonly password: boolean;
}
