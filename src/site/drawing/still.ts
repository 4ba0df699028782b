import { parseHTML } from "npm:linkedom@0.18.15";
import { type DrawnCurve, figure, type FigureOptions } from "./figure.ts";

const { document } = parseHTML("<html><body></body></html>") as unknown as { document: unknown };

/**
 * A picture as text, for a page that is built.
 *
 * @param curves what is drawn
 * @param options the ends of the axes
 * @returns the SVG on one line, its numbers rounded to what can be seen
 */
export function still(
  curves: readonly DrawnCurve[],
  options: Omit<FigureOptions, "document">,
): string {
  const drawn = figure(curves, { ...options, document });
  return drawn.outerHTML
    .replace(/<style>[^]*?<\/style>/, "")
    .replace(
      /="[^"]*"/g,
      (value) =>
        value.replace(/-?\d+\.\d{2,}/g, (digits) => `${Math.round(Number(digits) * 10) / 10}`),
    )
    .replace(/\s+/g, " ");
}
