/**
 * A hash of every bit of f, f′ and f″ over many points, to compare engines. It uses no Deno API and
 * no arithmetic that engines may round differently.
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import { anyDouble, type Draws, draws } from "./random.ts";

/** Digests by id: of f, f′ and f″. */
export type Digests = Record<string, [string, string, string]>;

/** The digests of the whole catalogue over that many points. */
export function digests(count: number): Digests {
  const xs = points(count);
  return Object.fromEntries(
    Object.entries(activations).map(([id, f]) => {
      const orders = [f, f.derivative, f.derivative.derivative];
      return [id, orders.map((order) => digest(order, xs)) as [string, string, string]];
    }),
  );
}

/** The same points on every engine: doubles of any bits, and of every range that matters. */
export function points(count: number): Float64Array {
  const random = draws(1);
  return Float64Array.from({ length: count }, (_, i) => point(i, random));
}

/** The ranges of points that are not of random bits. */
const widths = [20, 20, 100, 1600, 2, 2 ** -10, 2 ** -30];

function point(i: number, random: Draws): number {
  const kind = i % 8;
  return kind === 7 ? anyDouble(random) : widths[kind] * (random.uniform() - 0.5);
}

/** A hash of the results, 64 bits in hexadecimal. All NaNs are one. */
export function digest(f: (x: number) => number, xs: Float64Array): string {
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  let first = 0x811c9dc5, second = 0x9e3779b9;
  for (let i = 0; i < xs.length; i++) {
    const y = f(xs[i]);
    value[0] = y;
    if (y !== y) {
      words[0] = 0;
      words[1] = 0x7ff80000;
    }
    first = Math.imul(first ^ words[0], 0x01000193) ^ (first >>> 15);
    first = Math.imul(first ^ words[1], 0x01000193) ^ (first >>> 13);
    second = Math.imul(second ^ words[1], 0x85ebca6b) ^ (second >>> 16);
    second = Math.imul(second ^ words[0], 0xc2b2ae35) ^ (second >>> 14);
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
