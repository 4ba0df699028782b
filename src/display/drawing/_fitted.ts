import type { Spec } from "./_drawing.ts";
import { isPart, type Part } from "./_everywhere.ts";

/** Channels that make panels, which cannot share the width of a place. */
const panels = ["row", "column", "facet"];

/** What JupyterLab has on both sides of an output in a narrow window. */
const aside = 110;

/** Below this there would be no plot between axis and legend. */
const narrowest = 200;

/**
 * A spec that is drawn no wider than the place where it is shown, for front ends that draw it anew: a
 * single plot, layered or not. Panels keep their widths.
 *
 * @param spec with width and height in pixels, or it is left alone
 * @param widest how wide it is with all around it where there is room
 */
export function fitted(spec: Spec, widest: number): Spec {
  const { width, height, encoding, params = [] } = spec as unknown as Part & {
    params?: readonly Part[];
  };
  const isSingle = ("mark" in spec || "layer" in spec) &&
    !(isPart(encoding) && panels.some((channel) => channel in encoding));
  const isOwn = "autosize" in spec || params.some(({ name }) => name === "width");
  // Where every bar has its height, Vega-Lite remarks on that.
  const isFixed = typeof width === "number" && typeof height === "number";
  if (!isSingle || isOwn || !isFixed) return spec;
  // A place may be as wide as what is in it, or not there yet: then the window decides.
  const [place, window] = ["containerSize()[0]", "windowSize()[0]"];
  const room = `min(${place} > 0 ? ${place} : ${widest}, ` +
    `${window} > 0 ? ${window} - ${aside} : ${widest})`;
  const expr = `min(${widest}, max(${narrowest}, ${room}))`;
  return {
    ...spec,
    width: widest,
    autosize: { type: "fit-x", contains: "padding" },
    // The name of Vega's own signal, which takes the expression over the number.
    params: [...params, { name: "width", expr }],
  } as unknown as Spec;
}

/** How wide a picture is, with all around the plot. */
export function widthOf(svg: string): number {
  return Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
}
