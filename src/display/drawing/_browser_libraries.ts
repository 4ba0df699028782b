import { dirname, join } from "node:path";
import { packageFiles } from "./_package_files.ts";

/** The libraries that draw charts in a browser, as scripts to put in a page. */
export async function vegaScripts(): Promise<readonly string[]> {
  const [vega] = await Promise.all([import("vega"), import("vega-lite"), import("vega-embed")]);
  const fileOf = packageFiles(() => vega.error("where am I"));
  const scripts = ["vega", "vega-lite", "vega-embed"].map((name) =>
    Deno.readTextFile(join(dirname(fileOf(name)), `${name}.min.js`))
  );
  return (await Promise.all(scripts)).map(asScript);
}

/** Plotly with its three-dimensional traces only: a third of the whole. */
export async function plotlyScript(): Promise<string> {
  const text = await import("plotly-for-browsers", { with: { type: "text" } });
  return asScript(text.default);
}

/** All of Plotly: for a file of its own, too much for an output. */
export async function wholePlotlyScript(): Promise<string> {
  const text = await import("plotly.js-dist", { with: { type: "text" } });
  return asScript(text.default);
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
