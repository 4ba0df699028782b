import type { Theme } from "./theme.ts";

/**
 * The default: dark ink on white, readable on white and on dark pages. Its colours are those of
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
