import { assert } from "@std/assert";
import { normalCdf } from "../../src/special/normal.ts";
import { random } from "./_exact.ts";

const WINDOW = 4000;

const double = new Float64Array(1);
const pattern = new BigInt64Array(double.buffer);

/** The next double above. */
function next(x: number): number {
  double[0] = x;
  pattern[0] += x > 0 || Object.is(x, 0) ? 1n : -1n;
  return x === 0 ? Number.MIN_VALUE : double[0];
}

/** Where the method changes, and where it does not. */
function* starts(): Generator<number> {
  for (let end = 0.25; end <= 8; end += 0.25) yield* [end, -end];
  for (let end = 9; end <= 38; end++) yield -end;
  yield* [-38.48, -37.52, -1e-3, -1e-300, 0, 1e-300, 1e-17, 1e-9, 8.29];
  const source = random(20260103);
  for (let i = 0; i < 60; i++) yield -38 + 46.5 * source.next().value;
}

Deno.test(`normalCdf() never falls from a double to the next in windows of ${WINDOW}`, () => {
  for (const start of starts()) {
    let x = start * (1 - Math.sign(start) * WINDOW * 2 ** -54);
    let last = normalCdf(x);
    for (let i = 0; i < WINDOW; i++) {
      x = next(x);
      const value = normalCdf(x);
      assert(value >= last, `Φ falls from ${last} to ${value} at ${x}`);
      last = value;
    }
  }
});

Deno.test("normalCdf(x) + normalCdf(-x) is 1 to half an ulp of each", () => {
  const source = random(20260104);
  for (let i = 0; i < 20000; i++) {
    const x = 9 * source.next().value;
    const [above, below] = [normalCdf(x), normalCdf(-x)];
    // The sum is exact up to the last bit: 1 − above is exact as above is at least a half.
    const error = Math.abs((1 - above) - below);
    assert(error <= 0.51 * 2 ** -53 + 0.51 * 2 ** -53 * below, `off by ${error} at ${x}`);
  }
});
