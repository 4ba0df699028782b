import type { Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { labelOptions } from "./_labelled.ts";
import type { Labels } from "./labels.ts";

/** How a heat map is drawn. */
export interface HeatMapOptions extends Labels {
  /** What the colours stand for, with its unit. */
  readonly z?: Labels["x"];
  /** "log" for positive values over many powers of ten; "linear" if not given. */
  readonly scale?: "linear" | "log";
  /** Two hues that meet at zero; so if there are values of both signs, when not given. */
  readonly diverging?: boolean;
}

/** What each of {@linkcode HeatMapOptions} must be. */
export const heatMapOptions: Known<HeatMapOptions> = {
  ...labelOptions,
  z: labelOptions.x,
  scale: kinds.oneOf("linear", "log"),
  diverging: kinds.flag,
};
