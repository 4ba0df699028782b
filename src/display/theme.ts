import type { Config } from "vega-lite";

/** The looks of a chart: its own background, so that it reads on any page. */
export interface Theme {
  readonly name: string;
  /** Behind everything. */
  readonly background: string;
  /** Text and axes: at least 4.5:1 against the background. */
  readonly ink: string;
  /** Grid lines. */
  readonly grid: string;
  /** Where a coordinate is zero. */
  readonly zero: string;
  /** Colours of series: at least 3:1 against the background, told apart by the colour-blind. */
  readonly palette: readonly string[];
}

/**
 * The default: dark ink on white. Its colours are those of Okabe and Ito (2008), the light ones
 * darkened until they reach 3:1 on white.
 */
export const light: Theme = {
  name: "light",
  background: "#ffffff",
  ink: "#1f2328",
  grid: "#e3e6e8",
  zero: "#9aa1a8",
  palette: ["#0072b2", "#d55e00", "#007f5f", "#b5478f", "#1f2328", "#3a9bd4", "#a87b00", "#7b5cc4"],
};

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
    text: { color: ink },
    rule: { color: ink },
    line: { strokeWidth: 2 },
    range: { category: [...palette] },
  };
  return config;
}
