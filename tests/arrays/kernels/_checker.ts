/**
 * What compares results in the memory of the kernels, by WebAssembly as they are: numbers in the first
 * quarter of it, the list in the second, then inputs, and results that are kept.
 *
 * @module
 */

import { Lanes } from "../../../src/arrays/kernels/build/_lanes.ts";
import { loopOver, type Step } from "../../../src/arrays/kernels/build/_loop.ts";
import { moduleOf } from "../../../src/arrays/kernels/build/_wasm.ts";
import { room } from "../../../src/arrays/kernels/_kernel.ts";
import { LIST, ROOM } from "../../../src/arrays/kernels/_layout.ts";
import { degrees, type Polynomial, type Stretch } from "./_stretches.ts";

const INPUTS = 2 * ROOM, KEPT = 3 * ROOM;

/** How many numbers are compared at once. */
export const COUNT: number = ROOM / 4;

const { memory, list } = room();
/** Where results are. */
export const results: Float32Array = new Float32Array(memory.buffer, 0, COUNT);
/** Where the inputs of these are. */
export const inputs: Float32Array = new Float32Array(memory.buffer, INPUTS, COUNT);
const kept = new Float32Array(memory.buffer, KEPT, COUNT);
const patterns = new Int32Array(memory.buffer, INPUTS, COUNT);

type Run = (bytes: number, ...parameters: number[]) => number;

/** A loop over numbers, each with a vector beside it. */
function loop(beside: number, parameters: number, step: (...lanes: Lanes[]) => Step): Run {
  const code = loopOver("run", "f32", step, parameters, beside);
  const compiled = new WebAssembly.Module(moduleOf([code]));
  return new WebAssembly.Instance(compiled, { kernels: { memory } }).exports.run as Run;
}

/** Calls `visit` with the places that a loop has listed, of so many numbers. */
function visitAll(end: number, count: number, visit: (place: number) => void): void {
  for (let k = 0; k < (end - LIST) / 4; k++) {
    for (let lane = 0, i = list[k] >> 4 << 2; lane < 4 && i < count; lane++, i++) {
      if (list[k] >> lane & 1) visit(i);
    }
  }
}

const next = loop(0, 0, (x) => ({ result: x.as("i32").plus(Lanes.whole(COUNT)).as("f32") }));
let filled = NaN;

/** Writes neighbouring bit patterns to the place of the inputs. */
export function fill(first: number, count: number): void {
  if (first === filled + COUNT && count === COUNT) {
    results.set(inputs);
    next(ROOM);
    inputs.set(results);
  } else {
    for (let i = 0; i < count; i++) patterns[i] = first + i;
  }
  filled = count === COUNT ? first : NaN;
}

/** Lists where a little less or a little more than a polynomial of a degree is rounded to another float32. */
const checkerOf = (degree: number) =>
  loop(INPUTS, 4 + degree, (found, x, middle, scale, error, ...coefficients) => {
    const bounds = x.halves.map((half) => {
      const t = half.minus(middle).times(scale);
      const y = coefficients.slice(0, -1).reduceRight(
        (sum, c) => sum.times(t).plus(c),
        coefficients[degree],
      );
      return [y.minus(error), y.plus(error)];
    });
    const [less, more] = [0, 1].map((k) => Lanes.joined(bounds[0][k], bounds[1][k]));
    return { result: found, doubt: differ(found, less).or(differ(found, more)) };
  });

const differ = (a: Lanes, b: Lanes) => a.as("i32").is("ne", b.as("i32"));

const checkers = new Map(degrees.map((degree) => [degree, checkerOf(degree)]));
const constant = loop(INPUTS, 1, (found, _, value) => ({
  result: found,
  doubt: differ(found, Lanes.joined(value, value)),
}));

/**
 * Compares results with a polynomial.
 *
 * @param count how many
 * @param visit called with the places where the polynomial does not say that the result is right
 */
export function check(
  count: number,
  { middle, radius }: Stretch,
  { coefficients, error }: Polynomial,
  visit: (place: number) => void,
): void {
  const end = coefficients.length === 1 && error === 0
    ? constant(4 * count, coefficients[0])
    : checkers.get(coefficients.length - 1)!(4 * count, middle, 1 / radius, error, ...coefficients);
  visitAll(end, count, visit);
}

/** Keeps results, to be compared with others. */
export function keep(): void {
  kept.set(results);
}

const farther = loop(KEPT, 1, (found, kept, than) => {
  const apart = found.as("i32").minus(kept.as("i32"));
  const limit = Lanes.joined(than, than).as("i32");
  const less = Lanes.whole(0).minus(apart);
  return { result: found, doubt: apart.is("gt", limit).or(less.is("gt", limit)) };
});

/** Visits the places where the bit patterns of results and of those kept lie farther apart. */
export function compare(count: number, than: number, visit: (place: number) => void): void {
  // The whole number that has the bits of this double, once it is rounded.
  const [limit] = new Float32Array(Int32Array.of(Math.min(than, 2 ** 30)).buffer);
  visitAll(farther(4 * count, limit), count, visit);
}

/** How many float32 lie between a result and that kept; ∞ across a sign, and if one is NaN. */
export function distance(place: number): number {
  const [a, b] = [bitsOf(results[place]), bitsOf(kept[place])];
  if (a === b) return 0;
  if ((a < 0) !== (b < 0)) return Infinity;
  const [p, q] = [a & 0x7fffffff, b & 0x7fffffff];
  return Math.max(p, q) > 0x7f800000 ? Infinity : Math.abs(p - q);
}

const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);

/** The bit pattern of a float32, of any NaN the usual one. */
export function bitsOf(value: number): number {
  single[0] = value === value ? value : NaN;
  return singleBits[0];
}
