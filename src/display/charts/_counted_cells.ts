import { quantity } from "./_interaction.ts";
import type { Reading } from "./_reading.ts";
import type { Axes, Point, Range } from "./_scatter_axes.ts";

/** In how many cells points are counted, across and up. */
export const [across, up] = [64, 40];

/** The points of all series together, counted. */
export function cells(
  drawn: readonly Point[],
  [xs, ys]: readonly [Range, Range],
  axes: Axes,
): object {
  const counts = new Map<number, number>();
  for (const { x, y } of drawn) {
    const cell = cellOf(x, xs, across) + across * cellOf(y, ys, up);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const edge = (round: Reading["round"], [low, high]: Range, i: number, of: number) =>
    round(low + (high - low) * (i / of), 7);
  const values = [...counts].sort(([a], [b]) => a - b).map(([cell, count]) => {
    const [i, j] = [cell % across, Math.floor(cell / across)];
    return {
      x: edge(axes.x.round, xs, i, across),
      // A little into the next cell, so that no seam shows between the two.
      x2: edge(axes.x.round, xs, Math.min(across, i + 1.1), across),
      y: edge(axes.y.round, ys, j, up),
      y2: edge(axes.y.round, ys, Math.min(up, j + 1.1), up),
      count,
    };
  });
  return {
    data: { values },
    mark: { type: "rect", clip: true },
    encoding: {
      x: axes.x.channel,
      y: axes.y.channel,
      x2: { field: "x2" },
      y2: { field: "y2" },
      color: {
        field: "count",
        type: "quantitative",
        title: "points",
        // From a colour that is seen on light and on dark ground.
        scale: { type: "log", range: ["#6baed6", "#d94801"], interpolate: "lab" },
        legend: { format: ",", gradientLength: 150, tickCount: 3 },
      },
      tooltip: [axes.x.tooltip, axes.y.tooltip, quantity("count", "points", ",")],
    },
  };
}

function cellOf(value: number, [low, high]: Range, count: number): number {
  return Math.min(count - 1, Math.floor((value - low) / (high - low) * count));
}
