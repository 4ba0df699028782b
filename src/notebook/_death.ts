import { withoutCodes } from "./_terminal_codes.ts";

/** How many of the last lines of standard error are told. */
const LINES = 12;

/** Why a kernel ended on its own, from its exit code and the last of its standard error. */
export function deathReason(exitCode: number | undefined, log: string): string {
  const head = `The kernel ended on its own, with exit code ${exitCode}`;
  const text = withoutCodes(log);
  const memory = /out of memory|heap limit/i.test(text);
  if (memory) return `${head}: out of memory`;
  if (exitCode === 137) return `${head}: it was killed, by the system if memory ran out`;
  // Downloads and warnings are told there as well.
  const lines = text.split("\n").map((line) => line.trimEnd()).filter((line) => line !== "");
  const first = lines.findIndex((line) => /^\s*(error\b|thread .* panicked)/i.test(line));
  if (first < 0) return head;
  const told = lines.slice(first).filter((line) => !/^Stack backtrace:|^\s+\d+: /.test(line));
  return [`${head}: ${told[0].trim()}`, ...told.slice(1, LINES)].join("\n");
}
