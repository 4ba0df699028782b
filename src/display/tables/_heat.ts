import { endsOf } from "../_ends.ts";
import type { Heat } from "./_table_options.ts";

/** The colours of a cell. */
export interface Colours {
  readonly background: string;
  readonly text: string;
}

type Rgb = readonly [number, number, number];

/** From the ColorBrewer schemes Blues and PuOr, told apart by the colour-blind. */
const blues: readonly Rgb[] = [[247, 251, 255], [158, 202, 225], [33, 113, 181], [8, 48, 107]];
const oranges: readonly Rgb[] = [[247, 247, 247], [253, 184, 99], [179, 88, 6]];
const purples: readonly Rgb[] = [[247, 247, 247], [178, 171, 210], [84, 39, 136]];

/** Colours for numbers, by where they are between the least and the greatest of them. */
export function heatOf(
  values: readonly unknown[],
  heat: Heat,
): (value: unknown) => Colours | undefined {
  const place = (value: unknown): number | undefined => {
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
    if (heat.scale !== "log") return number;
    return number > 0 ? Math.log(number) : undefined;
  };
  const [low, high] = endsOf(values.map(place).filter((at) => at !== undefined));
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return (value) => {
    const at = place(value);
    if (at === undefined) return undefined;
    const colour = heat.diverging && heat.scale !== "log"
      ? between(at < 0 ? purples : oranges, Math.abs(at) / most)
      : between(blues, high > low ? (at - low) / (high - low) : 0.5);
    return { background: hex(colour), text: legible(colour) };
  };
}

function between(colours: readonly Rgb[], share: number): Rgb {
  const scaled = Math.min(1, Math.max(0, share)) * (colours.length - 1);
  const i = Math.min(colours.length - 2, Math.floor(scaled));
  const part = (k: number) =>
    Math.round(colours[i][k] + (colours[i + 1][k] - colours[i][k]) * (scaled - i));
  return [part(0), part(1), part(2)];
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Black or white, whichever has more contrast: it is at least 4.58 : 1 for every colour. */
function legible(colour: Rgb): string {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
}
