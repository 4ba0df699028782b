import { inDeno } from "../session/mod.ts";
import type { ErrorOutput } from "./output.ts";

const MAGIC = /^\s*(?:%%?[a-z]|![a-z./~]|\?\??[a-z]|[a-z][\w.]*\?\??\s*$)/i;

/**
 * The error of a cell that failed because it holds a magic or a command of IPython; undefined if it
 * failed for another reason.
 *
 * @param source The cell
 * @param said What its error says; undefined if it did not parse
 */
export function magicHint(source: string, said?: string): ErrorOutput | undefined {
  const lines = source.split("\n");
  const index = lines.findIndex((line) => MAGIC.test(line));
  if (index < 0) return undefined;
  const line = lines[index].trim();
  const command = /^!([^\s;]+)/.exec(line)?.[1];
  // `!ls` is an expression, so it fails as it runs.
  if (said !== undefined && said !== `${command} is not defined`) return undefined;
  const evalue = `Cannot run ${line} as TypeScript: it is for IPython: ${whatItIs(line, command)}`;
  const traceback = [`SyntaxError: ${evalue}`, `    ${line}`, `    at <anonymous>:${index + 1}:1`];
  return { output_type: "error", ename: "SyntaxError", evalue, traceback };
}

function whatItIs(line: string, command?: string): string {
  if (command) return `in Deno it is new Deno.Command("${command}", { args: […] }).output()`;
  const name = /^%%?([a-z_]+)/i.exec(line)?.[1];
  if (name === undefined) return "in Deno, hover over the name in an editor";
  const here = inDeno(name);
  return here ? `in Deno it is ${here}` : "Deno's kernel has no magics";
}
