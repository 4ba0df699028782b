import { denoCheck, findings, STDIN } from "./_deno_check.ts";
import type { ErrorOutput } from "./output.ts";

/**
 * The error of a cell for which the kernel only says "Execution failed": its source does not parse,
 * or a package it imports cannot be had. Deno is asked about the source to learn which.
 */
export async function explainFailure(
  source: string,
  folder: string,
  signal?: AbortSignal,
): Promise<ErrorOutput> {
  const lines = source.split("\n");
  const found = findings(await denoCheck(source, folder, { signal }), lines.length);
  // TS1… are errors of syntax; other type errors do not keep a cell from running.
  const reason = found.find(({ code }) => code === "" || /^TS1\d{3}$/.test(code));
  if (!reason) return error("Error", "The kernel refused this cell and gave no reason");
  const syntax = reason.code !== "" || reason.message.startsWith("SyntaxError: ");
  const message = reason.message.replace(/^SyntaxError: /, "");
  if (!syntax) return error("Error", message);
  if (reason.file !== STDIN) return error("SyntaxError", message);
  const { line = 1, column = 1 } = reason;
  return error("SyntaxError", message, [
    `    ${lines[line - 1]}`,
    `    ${" ".repeat(column - 1)}^`,
    `    at <anonymous>:${line}:${column}`,
  ]);
}

function error(ename: string, evalue: string, more: string[] = []): ErrorOutput {
  return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`, ...more] };
}
