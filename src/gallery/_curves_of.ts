import { nameOf } from "../comparison/name_of.ts";
import type { Curve } from "../display/charts/curves.ts";
import type { RealFunction } from "../calculus/real_function.ts";

/** What the panels of f, f′ and f″ are called. */
export const panels = ["f(x)", "f′(x)", "f″(x)"] as const;

/** The curves of a function and of its derivatives: a corner at each kink, a gap at each jump. */
export function curvesOf(f: RealFunction, derivatives: number): Curve[] {
  const title = titleOf(f);
  const { kinks } = f;
  const series: Curve[] = [];
  let current: RealFunction | undefined = f;
  for (let order = 0; order <= derivatives; order++) {
    if (!current) {
      throw new TypeError(`Cannot plot ${panels[order]} of ${title} as it must know it`);
    }
    const drawn: RealFunction = current;
    series.push({
      title,
      f: drawn,
      // Where no kinks are known, jumps are looked for.
      ...(kinks ? { corners: kinks, jumps: kinks.filter((kink) => jumps(drawn, kink)) } : {}),
    });
    current = drawn.derivative;
  }
  return series;
}

/** Characters of a function's source that still make a name. */
const longest = 40;

/** The name of a function, or its source if it has none and is short. */
export function titleOf(f: RealFunction): string {
  const name = nameOf(f);
  if (name !== "anonymous") return name;
  const source = `${f}`.replace(/\s+/g, " ").replace(/^\(([\w$]+)\)\s*=>\s*/, "$1 => ");
  return source.length <= longest ? source : name;
}

/** Whether the values just left and right of a point are apart. */
function jumps(f: (x: number) => number, x: number): boolean {
  const side = 1e-9 * Math.max(1, Math.abs(x));
  const [left, right] = [f(x - side), f(x + side)];
  return Math.abs(left - right) > 1e-6 * Math.max(1, Math.abs(left), Math.abs(right));
}
