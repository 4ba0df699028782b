import type { Ending } from "./_child_process.ts";
import type { CellError } from "./output.ts";

/** Why the process of the cells ended, as an error; `exit` is what `Deno.exit` was called with. */
export function endingError(ending: Ending, exit: number | undefined): CellError {
  const evalue = endingText(ending, exit);
  return {
    ename: "ProcessEnded",
    evalue,
    traceback: [
      ...`ProcessEnded: ${evalue}`.split("\n"),
      "What cells have defined is gone; the next cell runs in a new process",
    ],
  };
}

function endingText({ code, signal, log }: Ending, exit: number | undefined): string {
  if (exit !== undefined) return `Deno.exit(${exit}) ended the process`;
  if (/out of memory/i.test(log)) return "The process ran out of memory";
  const last = log.trim().split("\n").slice(-8).join("\n");
  const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
  return `The process ${how}${last && `:\n${last}`}`;
}
