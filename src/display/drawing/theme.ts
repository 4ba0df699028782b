/** The looks of a chart. It brings its own background, so that it reads on any page. */
export interface Theme {
  /** What it is called in {@linkcode themes}. */
  readonly name: string;
  /** Behind everything. */
  readonly background: string;
  /** Text: at least 4.5:1 against the background. */
  readonly ink: string;
  /** Grid lines. */
  readonly grid: string;
  /** Axes, and the grid line at zero. */
  readonly zero: string;
  /** Series, in order: at least 3:1 against the background, told apart by the colour-blind. */
  readonly palette: readonly string[];
  /** More of Vega-Lite's configuration, over what follows from the rest. */
  readonly config?: object;
}

/**
 * The default: dark ink on white, readable on white and on dark pages. Its colours are those of
 * Okabe and Ito, https://jfly.uni-koeln.de/color/, the light ones darkened to 3:1 on white, and
 * three more that are far from all of them for every kind of sight.
 *
 * @example
 * ```ts
 * import { light } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(light.background, "#ffffff");
 * ```
 */
export const light: Theme = {
  name: "light",
  background: "#ffffff",
  ink: "#1f2328",
  grid: "#e3e6e8",
  zero: "#868e96",
  palette: ["#0072b2", "#d55e00", "#007f5f", "#b5478f", "#1f2328", "#9011fc", "#3a95cc", "#6b3410"],
};

/**
 * Light ink on a dark background, for dark pages.
 *
 * @example
 * ```ts
 * import { dark, themes } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * themes.use(dark);
 * assertEquals(themes.current.name, "dark");
 * themes.use("light");
 * ```
 */
export const dark: Theme = {
  name: "dark",
  background: "#1b1f24",
  ink: "#e6e8ea",
  grid: "#343a41",
  zero: "#7d8791",
  palette: ["#56b4e9", "#e69f00", "#1fa97f", "#e88fc0", "#f0e442", "#9152f5", "#e0254f", "#c2f69f"],
};

/**
 * Black on white in lines that differ in lightness too, for paper.
 *
 * @example
 * ```ts
 * import { print } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(print.ink, "#000000");
 * ```
 */
export const print: Theme = {
  name: "print",
  background: "#ffffff",
  ink: "#000000",
  grid: "#d9d9d9",
  zero: "#737373",
  palette: ["#000000", "#0079bd", "#a33c00", "#6a9a00", "#7a1f63", "#8a8a8a"],
  config: { line: { strokeWidth: 1.5 } },
};
