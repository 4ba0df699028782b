import { numbers } from "../drawing/_axis.ts";
import { checkGrid, type Grid, thinGrid } from "./_grid.ts";
import { quantity } from "./_interaction.ts";
import { altText, axisTitle, titleAndNotes } from "./_labelled.ts";
import { spoken } from "../texts/_words.ts";
import { roundTo } from "./_round.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import { checkOptions } from "../../options/check_options.ts";
import { type HeatMapOptions, heatMapOptions } from "./_heat_map_options.ts";

export type { HeatMapOptions };

export type { Grid } from "./_grid.ts";

/**
 * A heat map: the values of a function of two variables, by colour. A grid finer than 50 by 50 is
 * thinned, with a note: each cell then shows the value that is largest in size.
 *
 * @param grid the values; those that are not finite leave a hole
 * @param options titles, scale
 * @returns the chart
 * @throws RangeError if the grid has not one value for each abscissa and ordinate
 *
 * @example
 * ```ts
 * import { gridOf, heatMap } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const saddle = gridOf((x, y) => x * y, { x: [-1, 1], y: [-1, 1], count: 20 });
 * assertStringIncludes(heatMap(saddle, { title: "Saddle" }).alt, "from -1 to 1");
 * ```
 */
export function heatMap(grid: Grid, options: HeatMapOptions = {}): Chart {
  checkOptions("draw a heat map", options, heatMapOptions);
  checkGrid(grid);
  const { scale = "linear" } = options;
  // A finer grid would not be seen.
  const { x, y, z } = thinGrid(grid, 50);
  const notes = z === grid.z
    ? []
    : [`${x.length} by ${y.length} cells for ${grid.x.length} by ${grid.y.length} values`];
  const [xs, ys] = [edges(x), edges(y)];
  const rows = z.flatMap((values, j) =>
    values.flatMap((value, i) =>
      Number.isFinite(value) && (scale !== "log" || value > 0)
        ? [{ x: xs[i], x2: beyond(xs, i), y: ys[j], y2: beyond(ys, j), z: roundTo(value, 5) }]
        : []
    )
  );
  const [low, high] = rows.reduce(
    ([low, high], { z }) => [Math.min(low, z), Math.max(high, z)],
    [Infinity, -Infinity],
  );
  const titles = [
    axisTitle(options.x, "x"),
    axisTitle(options.y, "y"),
    axisTitle(options.z, "value"),
  ];
  const place = (field: string, title: string, ends: readonly number[]) => ({
    field,
    type: "quantitative",
    title,
    scale: { nice: false, zero: false, domain: [ends[0], ends[ends.length - 1]] },
    axis: { ...numbers, grid: false },
  });
  const diverging = options.diverging ?? (scale === "linear" && low < 0 && high > 0);
  const spec = {
    ...titleAndNotes(options.title, notes),
    width: options.width ?? 360,
    height: options.height ?? 300,
    data: { values: rows },
    mark: "rect",
    encoding: {
      x: place("x", titles[0], xs),
      x2: { field: "x2" },
      y: place("y", titles[1], ys),
      y2: { field: "y2" },
      color: {
        field: "z",
        type: "quantitative",
        title: titles[2],
        scale: rows.length === 0
          ? { scheme: "viridis", domain: [0, 1] }
          : diverging
          ? { scheme: "blueorange", domainMid: 0 }
          : { scheme: "viridis", ...(scale === "log" ? { type: "log" } : { zero: false }) },
        legend: { format: ".3~g", gradientLength: 200 },
      },
      tooltip: [
        quantity("x", titles[0]),
        quantity("y", titles[1]),
        quantity("z", titles[2], ".4~g"),
      ],
    },
  } as unknown as Spec;
  const over = [[titles[0], grid.x], [titles[1], grid.y]].map(([title, values]) =>
    `${title} from ${spoken(values[0] as number)} to ${spoken(values[values.length - 1] as number)}`
  ).join(" and ");
  const shown = rows.length > 0 ? `, values from ${spoken(low)} to ${spoken(high)}` : "";
  return chart(spec, {
    alt: altText(options, `heat map of ${titles[2]} over ${over}${shown}`, notes),
  });
}

/** The far end of a cell, a little into the next one, so that no seam shows between the two. */
function beyond(edges: readonly number[], i: number): number {
  const last = edges[edges.length - 1];
  return roundTo(Math.min(last, edges[i + 1] + (last - edges[0]) / 400), 7);
}

/** Where the cells around rising values begin and end. */
function edges(values: readonly number[]): number[] {
  if (values.length === 1) return [values[0] - 0.5, values[0] + 0.5];
  const between = values.slice(1).map((value, i) => (value + values[i]) / 2);
  const last = values.length - 1;
  return [
    2 * values[0] - between[0],
    ...between,
    2 * values[last] - between[last - 1],
  ].map((edge) => roundTo(edge, 7));
}
