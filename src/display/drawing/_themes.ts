import type { Theme } from "./theme.ts";

/**
 * Dark ink on white. Its colours are those of
 * Okabe and Ito, https://jfly.uni-koeln.de/color/, the light ones darkened to 3:1 on white, and
 * three more that are far from all of them for every kind of sight.
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

/** Series that read on white and on dark grey: at least 3:1 on both. */
const onBoth = [
  "#0072b2",
  "#d55e00",
  "#007f5f",
  "#b5478f",
  "#a89159",
  "#9a1ffc",
  "#ce1c29",
  "#9479f9",
];

/**
 * The default: follows the page. What a front end draws has the page's own background and colour of
 * text; a still picture brings its background, light or dark as the reader's browser asks for.
 */
export const auto: Theme = {
  name: "auto",
  background: "transparent",
  ink: "currentColor",
  grid: "rgba(128, 128, 128, 0.25)",
  zero: "#808080",
  palette: onBoth,
  still: { light: { ...light, palette: onBoth }, dark },
};
