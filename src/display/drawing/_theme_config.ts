import { merged } from "./_merged.ts";
import type { Config } from "./_packages.ts";
import { first, halo, ink as inkStyle } from "./_axis.ts";
import type { Theme } from "./theme.ts";

/** Families with even digits that systems have; the last ones decide where no other is there. */
const font = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** The Vega-Lite configuration of a theme. */
export function configOf(theme: Theme): Config {
  const { background, ink, grid, zero, palette } = theme;
  const config: Config = {
    background,
    font,
    padding: 8,
    view: { stroke: null },
    title: {
      color: ink,
      subtitleColor: ink,
      fontSize: 14,
      anchor: "start",
      limit: 640,
      offset: 10,
    },
    axis: {
      labelColor: ink,
      titleColor: ink,
      labelFontSize: 11,
      titleFontSize: 12,
      titleFontWeight: "normal",
      titleLimit: 300,
      domainColor: zero,
      tickColor: zero,
      gridColor: { condition: { test: "datum.value === 0", value: zero }, value: grid },
    },
    axisX: { labelFlush: false },
    axisY: { labelFlush: true },
    legend: {
      labelColor: ink,
      titleColor: ink,
      labelFontSize: 12,
      titleFontSize: 12,
      labelLimit: 240,
      titleLimit: 240,
      symbolStrokeWidth: 3,
    },
    header: { labelColor: ink, titleColor: ink, labelFontSize: 12, labelLimit: 400 },
    mark: { color: palette[0], tooltip: true },
    text: { color: ink, limit: 300 },
    rule: { color: ink },
    point: { opacity: 1 },
    style: {
      [inkStyle]: { color: ink },
      [first]: { color: palette[0] },
      [halo]: { fill: background, stroke: background, strokeWidth: 4, strokeJoin: "round" },
    },
    line: { strokeWidth: 2 },
    range: { category: [...palette] },
  };
  return merged(config, theme.config ?? {}) as Config;
}
