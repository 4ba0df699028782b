import { type Panel, pieces } from "./_gauss_kronrod.ts";
import { climb } from "./_peak.ts";

/** The places with points ever closer to them on either side. */
export function graded(at: readonly number[], from: number, to: number): number[] {
  const around = at.flatMap((x) =>
    Array.from({ length: 12 }, (_, k) => Math.max(1, Math.abs(x)) * 16 ** -k)
      .flatMap((distance) => [x - distance, x + distance])
  );
  return [...at, ...around].filter((x) => x > from && x < to);
}

let distances: readonly number[] | undefined;

/** Where an infinite domain is searched: at distances 2^(k/16), 4.4 % apart. */
export function places(from: number, to: number): number[] {
  distances ??= Array.from({ length: 481 }, (_, k) => 2 ** (k / 16 - 10));
  if (to !== Infinity) return distances.map((x) => to - x);
  if (from !== -Infinity) return distances.map((x) => from + x);
  return [...distances.map((x) => -x), ...distances.slice(1)];
}

/**
 * Looks for what the panels have missed: at the given points, and inside panels where all was 0. What
 * is twice as large as anything seen in its panel is climbed to its peak, where the panel is divided.
 *
 * @returns whether something was found
 */
export function searchPeaks(
  f: (x: number) => number,
  panels: Panel[],
  points: readonly number[],
): boolean {
  let found = false;
  // Panels of one map share its points.
  const placed = new Map<Panel["map"], readonly number[]>();
  for (const old of [...panels]) {
    const { map, from, to, top } = old;
    if (!placed.has(map)) placed.set(map, points.map(map.inverse).sort((a, b) => a - b));
    const inside = between(placed.get(map)!, from, to);
    const step = (to - from) / 65;
    if (top === 0) {
      for (let k = 1; k <= 64; k++) inside.push(from + k * step);
      inside.sort((a, b) => a - b);
    }
    if (inside.length === 0) continue;
    const sizes = inside.map((t) => Math.abs(map.g(t)));
    const k = sizes.indexOf(Math.max(...sizes));
    if (!(sizes[k] > 2 * top) || sizes[k] === Infinity) continue;
    const gap = Math.max(inside[k] - (inside[k - 1] ?? from), (inside[k + 1] ?? to) - inside[k]);
    const rough = climb(map.g, inside[k], gap / 4, [from, to]);
    // From here on in x itself: the map would round the peak away from its place.
    const [low, high] = [map.x(from), map.x(to)].sort((a, b) => a - b);
    const start = map.x(rough.at);
    const near = Math.abs(map.x(rough.at + rough.width) - start);
    const { at, width } = climb(f, start, near, [low, high]);
    const breaks = [at];
    // Not beyond some 2²⁰ widths: from there on the halving of panels finds its way.
    for (let w = width, n = 0; n < 11 && (at - w > low || at + w < high); w *= 4, n++) {
      breaks.push(at - w, at + w);
    }
    const kept = breaks.filter((x) => x > low && x < high);
    panels.splice(panels.indexOf(old), 1, ...pieces(f, [low, ...kept, high]));
    found = true;
  }
  return found;
}

/** Of numbers in rising order those between two others. */
function between(sorted: readonly number[], low: number, high: number): number[] {
  const first = (isBeyond: (t: number) => boolean) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBeyond(sorted[middle])) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  return sorted.slice(first((t) => t > low), first((t) => t >= high));
}
