import { readText } from "../_files.ts";
import { plotlyFile, vegaFiles, wholePlotlyFile } from "./_packages.ts";

/** The libraries that draw charts in a browser, as scripts to put in a page. */
export async function vegaScripts(): Promise<readonly string[]> {
  return await Promise.all((await vegaFiles()).map(scriptIn));
}

/** Plotly for surfaces. */
export async function plotlyScript(): Promise<string> {
  return await scriptIn(await plotlyFile());
}

/** All of Plotly: for a file of its own, too much for an output. */
export async function wholePlotlyScript(): Promise<string> {
  return await scriptIn(await wholePlotlyFile());
}

async function scriptIn(file: URL): Promise<string> {
  return asScript(await readText(file));
}

/** A page's script ends at the first `</script`, wherever that stands. */
function asScript(source: string): string {
  return source.replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "<\\!--");
}

/** A value as an expression in a script of a page. */
export function asExpression(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** A spec for the Vega-Lite of {@linkcode vegaScripts}, which would remark on version 5. */
export function forScripts<Spec extends { readonly $schema?: string }>(spec: Spec): Spec {
  return { ...spec, $schema: "https://vega.github.io/schema/vega-lite/v6.json" };
}
