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

/**
 * What a magic of IPython is in Deno.
 *
 * @param name its name, without the percent signs, in any case
 * @returns an expression or a few words; undefined for magics that are nothing in Deno
 */
export function inDeno(name: string): string | undefined {
  return IN_DENO[name.toLowerCase()];
}
