import type { Grid } from "./_grid.ts";
import { originOf } from "../activations/origin.ts";
import { nearestOf } from "./_nearest.ts";
import { patternOf, valueOf } from "./_patterns.ts";

/** Stands in a table for what was not computed yet: no pattern is so large. */
const UNKNOWN = 0xffffffff;

const tables = new WeakMap<object, Map<Grid, Uint32Array>>();

/**
 * A function at every bit pattern of a 16-bit format: there are 65,536, so that none of a function
 * of the catalogue is ever computed twice.
 */
export function evaluate16(
  f: (x: number) => number,
  grid: Grid,
  xs: Uint16Array,
  out: Uint16Array,
): void {
  const { nearest } = nearestOf(f, grid);
  const at = (pattern: number) => patternOf(grid, nearest(valueOf(grid, pattern)));
  if (!originOf(f)) {
    for (let i = 0; i < xs.length; i++) out[i] = at(xs[i]);
    return;
  }
  const table = tableOf(f, grid);
  for (let i = 0; i < xs.length; i++) {
    const pattern = xs[i];
    if (table[pattern] === UNKNOWN) table[pattern] = at(pattern);
    out[i] = table[pattern];
  }
}

function tableOf(f: object, grid: Grid): Uint32Array {
  const known = tables.get(f) ?? new Map<Grid, Uint32Array>();
  tables.set(f, known);
  const table = known.get(grid) ?? new Uint32Array(2 ** 16).fill(UNKNOWN);
  known.set(grid, table);
  return table;
}
