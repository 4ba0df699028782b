// What charts are drawn with: the only place that names these packages. `as string` hides a name
// from Deno's eye, which would fetch the package along with every module that mentions it.

export type { Config, TopLevelSpec } from "npm:vega-lite@6.5.0";

/** Draws what Vega-Lite compiles to. */
export function vega(): Promise<typeof import("npm:vega@6.4.0")> {
  return import("npm:vega@6.4.0" as string);
}

/** Compiles the specs of charts. */
export function vegaLite(): Promise<typeof import("npm:vega-lite@6.5.0")> {
  return import("npm:vega-lite@6.5.0" as string);
}

/** The files of Vega for a page, in the order in which they are to run. */
export async function vegaFiles(): Promise<readonly URL[]> {
  await Promise.all([vega(), vegaLite(), import("npm:vega-embed@7.3.0" as string)]);
  return [
    new URL("vega.min.js", import.meta.resolve("npm:vega@6.4.0")),
    new URL("vega-lite.min.js", import.meta.resolve("npm:vega-lite@6.5.0")),
    new URL("vega-embed.min.js", import.meta.resolve("npm:vega-embed@7.3.0")),
  ];
}

/** Plotly for a page, with its three-dimensional traces only: a third of the whole. */
export async function plotlyFile(): Promise<URL> {
  await fetched("npm:plotly.js-gl3d-dist-min@4.1.1");
  return new URL(import.meta.resolve("npm:plotly.js-gl3d-dist-min@4.1.1/plotly-gl3d.min.js"));
}

/** All of Plotly. */
export async function wholePlotlyFile(): Promise<URL> {
  await fetched("npm:plotly.js-dist@4.1.1");
  return new URL(import.meta.resolve("npm:plotly.js-dist@4.1.1/plotly.js"));
}

/** Draws an SVG as PNG. */
export function resvg(): Promise<typeof import("npm:@resvg/resvg-wasm@2.6.2")> {
  return import("npm:@resvg/resvg-wasm@2.6.2" as string);
}

/** The program that {@linkcode resvg} has to be started with. */
export async function resvgFile(): Promise<URL> {
  await resvg();
  return new URL(import.meta.resolve("npm:@resvg/resvg-wasm@2.6.2/index_bg.wasm"));
}

/** The fonts of PNG pictures. */
export async function fontFiles(): Promise<readonly URL[]> {
  await fetched("npm:dejavu-fonts-ttf@2.37.3");
  const folder = new URL("ttf/", import.meta.resolve("npm:dejavu-fonts-ttf@2.37.3/package.json"));
  return ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => new URL(name, folder));
}

/** Not its files, but that they are on disk; where the name was replaced by a bare one, they are. */
async function fetched(name: string): Promise<void> {
  if (!name.startsWith("npm:")) return;
  await import(`${name}/package.json`, { with: { type: "json" } });
}
