import type { ErrorOutput } from "./output.ts";

/** What a magic of IPython is in Deno. */
const IN_DENO: Readonly<Record<string, string>> = {
  time: 'console.time("cell") and console.timeEnd("cell")',
  timeit: "performance.now() before and after",
  env: 'Deno.env.get("NAME") and Deno.env.set("NAME", "value")',
  cd: 'Deno.chdir("folder")',
  pwd: "Deno.cwd()",
  load: 'Deno.readTextFile("file")',
  writefile: 'Deno.writeTextFile("file", text)',
  run: 'await import("./module.ts")',
  pip: 'import … from "npm:package"',
  conda: 'import … from "npm:package"',
  matplotlib: "nothing: a chart is a value, the last of its cell or given to Deno.jupyter.display",
  html: "Deno.jupyter.html`…`",
  markdown: "Deno.jupyter.md`…`",
  svg: "Deno.jupyter.svg`…`",
  bash: 'new Deno.Command("bash", { args: ["-c", "…"] })',
  sh: 'new Deno.Command("sh", { args: ["-c", "…"] })',
};

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
  const evalue = `Cannot run ${line} as TypeScript: it is for IPython: ${inDeno(line, command)}`;
  const traceback = [`SyntaxError: ${evalue}`, `    ${line}`, `    at <anonymous>:${index + 1}:1`];
  return { output_type: "error", ename: "SyntaxError", evalue, traceback };
}

function inDeno(line: string, command?: string): string {
  if (command) return `in Deno it is new Deno.Command("${command}", { args: […] }).output()`;
  const name = /^%%?([a-z_]+)/i.exec(line)?.[1].toLowerCase();
  if (name === undefined) return "in Deno, hover over the name in an editor";
  return IN_DENO[name] ? `in Deno it is ${IN_DENO[name]}` : "Deno's kernel has no magics";
}
