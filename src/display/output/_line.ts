import { drained } from "./_drained.ts";
import type { Kernel } from "./_kernel.ts";
import { mime } from "../bundle.ts";

/** A line of text that can be written anew. */
export interface Line {
  /** Replaces what the line says. */
  write(text: string): Promise<void>;
  /** Replaces it for the last time. */
  end(text: string): Promise<void>;
}

let lines = 0;

/** A line in the output of a cell. */
export function notebookLine(jupyter: Kernel): Line {
  const id = `actbook-progress-${++lines}`;
  let there = false;
  const write = async (text: string) => {
    await jupyter.broadcast(there ? "update_display_data" : "display_data", {
      data: { [mime.plain]: text },
      metadata: {},
      transient: { display_id: id },
    });
    there = true;
    // The kernel sends when the cell's code lets it.
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const end = async (text: string) => {
    await write(text);
    await drained(jupyter);
  };
  return { write, end };
}

/** The last line of a terminal. */
export function terminalLine(terminal: { writeSync(bytes: Uint8Array): number }): Line {
  const encoder = new TextEncoder();
  const print = (text: string) => {
    terminal.writeSync(encoder.encode(text));
    return Promise.resolve();
  };
  return {
    write: (text) => print(`\r\x1b[2K${text}`),
    end: (text) => print(`\r\x1b[2K${text}\n`),
  };
}

/** Where nobody looks. */
export const silentLine: Line = {
  write: () => Promise.resolve(),
  end: () => Promise.resolve(),
};
