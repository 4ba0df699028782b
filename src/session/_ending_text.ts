import type { Ending } from "./_child_process.ts";

/** Why the process of the cells ended, in words; `exit` is what `Deno.exit` was called with. */
export function endingText({ code, signal, log }: Ending, exit: number | undefined): string {
  if (exit !== undefined) return `Deno.exit(${exit}) ended the process`;
  if (/out of memory/i.test(log)) return "The process ran out of memory";
  const last = log.trim().split("\n").slice(-8).join("\n");
  const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
  return `The process ${how}${last && `:\n${last}`}`;
}
