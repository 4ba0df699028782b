/**
 * Every kind of chart there is, in one list: the tests of specs, pictures and hostile texts, the
 * bench, the gallery and the lab take theirs from here.
 *
 * @module
 */

import type { Chart } from "../../../src/display/drawing/chart.ts";
import type { ChartKind } from "./_kind.ts";
import { combined } from "./combined.ts";
import { functions } from "./functions.ts";
import { planes } from "./planes.ts";
import { sets } from "./sets.ts";

/** Every kind of chart. */
export const kinds: readonly ChartKind[] = [...functions, ...planes, ...sets, ...combined];

/** The examples of all kinds. */
export const examples: Readonly<Record<string, Chart>> = Object.assign(
  {},
  ...kinds.map(({ examples }) => examples),
);
