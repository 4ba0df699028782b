import type { Point } from "./sample.ts";

const [width, height] = [120, 80];

/** A curve and the two axes, small, in the colours of the page, without words. */
export function sparkline(
  points: readonly Point[],
  { domain, range }: {
    readonly domain: readonly [number, number];
    readonly range: readonly [number, number];
  },
): string {
  const px = (x: number) => round((x - domain[0]) / (domain[1] - domain[0]) * width);
  const py = (y: number) => round((range[1] - y) / (range[1] - range[0]) * height);
  let path = "", up = true;
  for (const [x, y] of points) {
    const shown = Math.abs(y) < 1e3;
    if (shown) path += `${up ? "M" : "L"}${px(x)},${py(y)}`;
    up = !shown;
  }
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" class="spark">` +
    `<path d="M0,${py(0)}H${width}M${px(0)},0V${height}" class="axes"/><path d="${path}"/></svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
