import { gridOf } from "../../../src/display/charts/grid_of.ts";
import { heatMap } from "../../../src/display/charts/heat_map.ts";
import { surface } from "../../../src/display/charts/surface.ts";
import { saddle } from "./_data.ts";
import type { ChartKind } from "./_kind.ts";

/** Kinds that draw values over a plane. */
export const planes: readonly ChartKind[] = [
  {
    name: "heatMap",
    examples: {
      "heat map": heatMap(gridOf(saddle, { x: [-1, 1], y: [0, 2], count: 8 }), {
        title: "Saddle",
        z: { title: "height", unit: "m" },
      }),
      "thinned logarithmic heat map": heatMap(
        gridOf((x, y) => x * x + y * y, { x: [0, 1], y: [0, 1], count: 100 }),
        { scale: "log" },
      ),
    },
    withText: ({ gridOf, heatMap }, text) =>
      heatMap(gridOf((x, y) => x * y, { x: [0, 1], y: [0, 1], count: 3 }), {
        title: text,
        x: text,
        y: text,
        z: text,
      }),
    gallery: [
      {
        heading: "Heat map",
        prose: "The error of x σ(kx) over x and k: the pale valley is where it is least.",
        code: `const error = (x: number, k: number) => x / (1 + Math.exp(-k * x)) - gelu(x);
const grid = actbook.gridOf(error, { x: [-4, 4], y: [1.4, 2], count: 30 });
const titles = { x: "x", y: "k", z: "error", title: "Error of x σ(kx)" };
await show(actbook.heatMap(grid, titles));`,
        seen: [{ chart: { rect: 900 } }],
      },
    ],
  },
  {
    name: "surface",
    examples: {
      "still surface": surface(gridOf(saddle, { x: [-1, 1], y: [0, 2], count: 8 })).still,
    },
    withText: ({ gridOf, surface }, text) =>
      surface(gridOf((x, y) => x * y, { x: [0, 1], y: [0, 1], count: 3 }), {
        title: text,
        x: text,
        y: text,
        z: text,
      }),
    gallery: [
      {
        heading: "Surface",
        prose:
          "The same grid. It turns where the front end knows Plotly; elsewhere it is a heat map.",
        code: `await show(actbook.surface(grid, titles));`,
        seen: [{ chart: { rect: 900 } }],
      },
    ],
  },
];
