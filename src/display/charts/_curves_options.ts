import type { Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { labelOptions } from "./_labelled.ts";
import type { Labels } from "./labels.ts";
import { type Span, span } from "./_span.ts";

/** How curves are drawn; `width` and `height` are those of one small multiple. */
export interface CurvesOptions extends Labels {
  /** Smallest and largest x; those of the points, or [-4, 4] for functions, if not given. */
  readonly domain?: Span;
  /** Smallest and largest y; what is beyond is cut off. As the curves need if not given. */
  readonly range?: readonly [number, number];
  /** How y is scaled, "linear" if not given; on "log" what is not positive leaves a gap. */
  readonly scale?: "linear" | "log" | "symlog";
  /** How many even steps a function is sampled at, 200 if not given. */
  readonly count?: number;
  /** How many small multiples stand in a row, 3 if not given. */
  readonly columns?: number;
  /** Whether all small multiples have the same y axis; not so if not given. */
  readonly sameRange?: boolean;
}

/** What each of {@linkcode CurvesOptions} must be. */
export const curvesOptions: Known<CurvesOptions> = {
  ...labelOptions,
  domain: span,
  range: kinds.interval,
  scale: kinds.oneOf("linear", "log", "symlog"),
  count: kinds.number,
  columns: kinds.number,
  sameRange: kinds.flag,
};
