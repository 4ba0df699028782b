import { endsOf } from "../_ends.ts";
import { type Grid, readGrid, thinGrid } from "./_grid.ts";
import { quantity } from "./_interaction.ts";
import { altText, axisTitle, titleAndNotes } from "./_labelled.ts";
import { spoken } from "../texts/_words.ts";
import type { Reading } from "./_reading.ts";
import { roundTo } from "../texts/_round.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import { checkOptions } from "../../options/check_options.ts";
import { type HeatMapOptions, heatMapOptions } from "./_heat_map_options.ts";

export type { Grid } from "./_grid.ts";

export type { HeatMapOptions };

/**
 * A heat map: the values of a function of two variables, by colour. A grid finer than 50 by 50 is
 * thinned, with a note: each cell then shows the value that is largest in size.
 *
 * @param given the values; those that are not finite leave a hole
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
export function heatMap(given: Grid, options: HeatMapOptions = {}): Chart {
  checkOptions("draw a heat map", options, heatMapOptions);
  const { grid, readings } = readGrid(given, options.zone);
  const { scale = "linear", width = 360, height = 300 } = options;
  // A finer grid would not be seen.
  const { x, y, z } = thinGrid(grid, 50);
  const notes = z === grid.z
    ? []
    : [`${x.length} by ${y.length} cells for ${grid.x.length} by ${grid.y.length} values`];
  const [xs, ys] = [edges(x, readings[0].round), edges(y, readings[1].round)];
  const [xEnds, yEnds] = [ends(xs, readings[0].round), ends(ys, readings[1].round)];
  const rows = z.flatMap((values, j) =>
    values.flatMap((value, i) =>
      Number.isFinite(value) && (scale !== "log" || value > 0)
        ? [{ x: xs[i], x2: xEnds[i], y: ys[j], y2: yEnds[j], z: roundTo(value, 5) }]
        : []
    )
  );
  const [low, high] = endsOf(rows.map(({ z }) => z));
  const titles = [
    readings[0].title(axisTitle(options.x, "x")),
    readings[1].title(axisTitle(options.y, "y")),
    axisTitle(options.z, "value"),
  ];
  const place = (k: 0 | 1, pixels: number, edges: readonly number[]) => {
    const domain = [edges[0], edges[edges.length - 1]];
    const scale = readings[k].time ? {} : { zero: false, domain };
    return {
      field: ["x", "y"][k],
      title: titles[k],
      ...readings[k].channel(pixels, scale, { grid: false }),
    };
  };
  const diverging = options.diverging ?? (scale === "linear" && low < 0 && high > 0);
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height,
    data: { values: rows },
    mark: "rect",
    encoding: {
      x: place(0, width, xs),
      x2: { field: "x2" },
      y: place(1, height, ys),
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
        readings[0].tooltip("x", titles[0]),
        readings[1].tooltip("y", titles[1]),
        quantity("z", titles[2], ".4~g"),
      ],
    },
  } as unknown as Spec;
  const over = [grid.x, grid.y].map((values, k) => {
    const [from, to] = [values[0], values[values.length - 1]].map(readings[k].spoken);
    return `${titles[k]} from ${from} to ${to}`;
  }).join(" and ");
  const shown = rows.length > 0 ? `, values from ${spoken(low)} to ${spoken(high)}` : "";
  return ownChart(spec, {
    alt: altText(options, `heat map of ${titles[2]} over ${over}${shown}`, notes),
  });
}

/** The far ends of cells, a little into the next ones, so that no seam shows between two. */
function ends([first, ...edges]: readonly number[], round: Reading["round"]): number[] {
  const last = edges[edges.length - 1];
  return edges.map((edge) => round(Math.min(last, edge + (last - first) / 400), 7));
}

/** Where the cells around rising values begin and end. */
function edges(values: readonly number[], round: Reading["round"]): number[] {
  if (values.length === 1) return [values[0] - 0.5, values[0] + 0.5];
  const between = values.slice(1).map((value, i) => (value + values[i]) / 2);
  const last = values.length - 1;
  return [
    2 * values[0] - between[0],
    ...between,
    2 * values[last] - between[last - 1],
  ].map((edge) => round(edge, 7));
}
