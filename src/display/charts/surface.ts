import { type Grid, type ReadGrid, readGrid, thinGrid } from "./_grid.ts";
import { writeWhole } from "../_files.ts";
import { htmlSnippet } from "../drawing/_html_snippet.ts";
import { altText, axisTitle } from "./_labelled.ts";
import { listed } from "../texts/_words.ts";
import { surfacePage } from "./_surface_page.ts";
import { roundTo } from "../texts/_round.ts";
import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";
import type { Chart } from "../drawing/chart.ts";
import { heatMap } from "./heat_map.ts";
import { themes } from "../drawing/themes.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { type HeatMapOptions, heatMapOptions } from "./_heat_map_options.ts";

/** How a surface is drawn. */
export interface SurfaceOptions extends Omit<HeatMapOptions, "scale"> {
  /**
   * Also as HTML with a picture that turns where {@linkcode surfaceScripts} were shown before; for
   * readers without Plotly in their front end. Not so if not given, as HTML comes before the
   * interactive still picture in JupyterLab.
   */
  readonly html?: boolean;
}

const { scale: _, ...common } = heatMapOptions;
const surfaceOptions: Known<SurfaceOptions> = { ...common, html: kinds.flag };

/** A surface that turns, with a still picture beside it. */
export interface Surface extends Displayable {
  /** The figure as Plotly has it. */
  readonly figure: { readonly data: readonly object[]; readonly layout: object };
  /** The same values as a heat map, for where nothing turns. */
  readonly still: Chart;
  /** What is shown, in words. */
  readonly alt: string;
  /** The output in every format. */
  bundle(): Promise<Bundle>;
  /**
   * Writes a file, whole or not at all: `.html` is a page that stands alone in which the surface
   * turns, about 10 MB as all of Plotly is in it; `.svg`, `.png` and `.json` hold the still picture.
   */
  save(path: string | URL): Promise<void>;
}

/** How many values there are along each axis at most. */
const finest = 100;

/**
 * A surface over a plane that the reader can turn: an error over x and a parameter, a landscape of
 * losses. Front ends that know Plotly turn it, the others show a heat map of the same values. A grid
 * finer than 100 by 100 is thinned: each value then is the largest in size of its neighbours.
 *
 * @param grid the values; those that are not finite leave a hole
 * @param options titles, and whether as HTML too
 * @returns the surface
 * @throws RangeError if the grid has not one value for each abscissa and ordinate
 *
 * @example
 * ```ts
 * import { gridOf, surface } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const bowl = surface(gridOf((x, y) => x * x + y * y, { x: [-1, 1], y: [-1, 1] }));
 * assertEquals(Object.keys(await bowl.bundle()), [
 *   "application/vnd.plotly.v1+json",
 *   "application/vnd.vegalite.v5+json",
 *   "image/svg+xml",
 *   "text/plain",
 * ]);
 * ```
 */
export function surface(grid: Grid, options: SurfaceOptions = {}): Surface {
  checkOptions("draw a surface", options, surfaceOptions);
  const { html: asHtml = false, ...rest } = options;
  const { grid: read, readings } = readGrid(grid, options.zone);
  const thinned = thinGrid(read, finest);
  const [x, y, z] = [options.x, options.y, options.z].map((title, i) => {
    const text = axisTitle(title, ["x", "y", "value"][i]);
    return readings[i]?.title(text) ?? text;
  });
  const times = readings.map(({ time }) => time);
  const still = heatMap(grid, rest);
  const alt = altText(options, `surface of ${z} over ${listed([x, y])}`);
  const self: Surface = {
    still,
    alt,
    get figure() {
      return figureOf(thinned, [x, y, z], times, options.title);
    },
    async bundle() {
      const { figure } = self;
      const picture = await still.bundle();
      const html = asHtml
        ? {
          [mime.html]: htmlSnippet({ kind: "plotly", data: figure, still: await still.svg(), alt }),
        }
        : {};
      return { [mime.plotly]: figure, ...html, ...picture, [mime.plain]: alt };
    },
    save: async (path) => {
      if (!/\.html$/i.test(`${path}`)) return await still.save(path);
      await writeWhole(path, await surfacePage(self));
    },
    [displaySymbol]: () => self.bundle(),
  };
  return self;
}

function figureOf(
  { x, y, z }: ReadGrid,
  titles: readonly string[],
  times: readonly boolean[],
  title: string | undefined,
): Surface["figure"] {
  const { background, ink: text, grid, zero } = themes.current;
  // Plotly knows no colour of the page.
  const ink = text === "currentColor" ? zero : text;
  const places = (values: readonly number[], time: boolean) =>
    values.map((value) => time ? new Date(value).toISOString() : roundTo(value, 6));
  const axis = (text: string) => ({
    title: { text: plotlyText(text) },
    gridcolor: grid,
    color: ink,
  });
  return {
    data: [{
      type: "surface",
      x: places(x, times[0]),
      y: places(y, times[1]),
      z: z.map((row) => row.map((value) => Number.isFinite(value) ? roundTo(value, 5) : null)),
      colorscale: "Viridis",
      colorbar: { title: { text: plotlyText(titles[2]) } },
    }],
    layout: {
      ...(title === undefined ? {} : { title: { text: plotlyText(title) } }),
      width: 620,
      height: 480,
      margin: { l: 0, r: 0, t: title === undefined ? 0 : 48, b: 0 },
      paper_bgcolor: background === "transparent" ? "rgba(0,0,0,0)" : background,
      font: { color: ink },
      scene: {
        xaxis: axis(titles[0]),
        yaxis: axis(titles[1]),
        zaxis: axis(titles[2]),
        // From far enough that no label is cut.
        camera: { eye: { x: 1.5, y: 1.5, z: 1.1 }, center: { x: 0, y: 0, z: -0.15 } },
      },
    },
  };
}

/** Plotly reads some HTML in texts, and TeX between dollar signs. */
function plotlyText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll("$", "&#36;");
}
