import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { divided, nearest as nearestQuotient } from "../../src/activations/_exact.ts";
import { hardSigmoid } from "../../src/activations/hard_sigmoid.ts";
import { hardSwish } from "../../src/activations/hard_swish.ts";
import { sparsePlus } from "../../src/activations/sparse_plus.ts";
import { DoubleDouble } from "../../src/special/double_double.ts";

// Whole numbers of any size are the independent method: every double is one, times 2⁻¹⁰⁷⁴.

const POINT = 1074n;

function whole(x: number): bigint {
  const [bits] = new BigUint64Array(Float64Array.of(x).buffer);
  const exponent = bits >> 52n & 2047n;
  const fraction = bits & (1n << 52n) - 1n;
  const size = exponent === 0n ? fraction : (fraction | 1n << 52n) << exponent - 1n;
  return x < 0 ? -size : size;
}

/** n/d to the nearest double, ties to even, if that is a normal number. */
function nearest(n: bigint, d: bigint): number {
  if (n < 0n) return -nearest(-n, d);
  const shift = BigInt(Math.max(0, bitLength(d) - bitLength(n) + 80));
  const quotient = (n << shift) / d;
  const sticky = (n << shift) % d === 0n ? 0n : 1n;
  // Number() rounds to nearest, ties to even; the sticky bit stands for all that is cut off.
  const half = Number(shift >> 1n);
  return Number(quotient << 1n | sticky) * 2 ** -half * 2 ** -(Number(shift) - half + 1);
}

function bitLength(n: bigint): number {
  return n.toString(2).length;
}

const unit = 1n << POINT;
const values = fc.double({ min: -1, max: 1, noNaN: true }).filter((x) => Math.abs(x) > 1e-300);
const runs = { seed: 3, numRuns: 3000 };

Deno.test("hardSwish is the nearest double to x (x + 3)/6, and f′ to (2x + 3)/6", () => {
  fc.assert(
    fc.property(values, (y) => {
      const x = 2.99 * y;
      const n = whole(x);
      assertEquals(hardSwish(x), nearest(n * (n + 3n * unit), 6n * unit * unit));
      assertEquals(hardSwish.derivative(x), nearest(2n * n + 3n * unit, 6n * unit));
    }),
    runs,
  );
});

Deno.test("hardSigmoid is the nearest double to (x + w)/(2w)", () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0.01, max: 2, noNaN: true }), (y, slope) => {
      const f = hardSigmoid.with({ slope });
      const width = f.kinks[1];
      const x = 0.999 * y * width;
      assertEquals(f(x), nearest(whole(x) + whole(width), 2n * whole(width)));
    }),
    runs,
  );
});

Deno.test("sparsePlus is the nearest double to (x + 1)²/4", () => {
  fc.assert(
    fc.property(values, (x) => {
      const n = whole(x) + unit;
      if (Math.abs(x) < 1) assertEquals(sparsePlus(x), nearest(n * n, 4n * unit * unit));
    }),
    runs,
  );
});

Deno.test("divided() rounds rightly beside the middle of two doubles", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 54n - 1n }),
      fc.integer({ min: 3, max: 1000 }),
      fc.constantFrom(-(2 ** -300), 0, 2 ** -300),
      (odd, divisor, nudge) => {
        const exact = (odd | 1n) * BigInt(divisor);
        const high = Number(exact);
        const terms = [nudge, Number(exact - BigInt(high)), high];
        const n = terms.reduce((sum, term) => sum + whole(term), 0n);
        assertEquals(divided(terms, divisor), nearest(n, whole(divisor)));
      },
    ),
    runs,
  );
});

Deno.test("hardSwish of the smallest numbers rounds x/2 + x²/6 up from the middle", () => {
  const q = Number.MIN_VALUE;
  assertEquals([q, 2 * q, 3 * q, 5 * q].map(hardSwish), [q, q, 2 * q, 3 * q]);
  assertEquals([-q, -2 * q, -3 * q, -5 * q].map(hardSwish), [-0, -q, -q, -2 * q]);
});

Deno.test("nearest() looks closer where the approximation lies in the middle of two doubles", () => {
  const middle = new DoubleDouble(1, 2 ** -53);
  const above = Number.EPSILON + 1;
  assertEquals(nearestQuotient(middle, () => [2 ** -200, 3 * 2 ** -53, 3], 3), above);
  assertEquals(nearestQuotient(middle, () => [-(2 ** -200), 3 * 2 ** -53, 3], 3), 1);
  assertEquals(nearestQuotient(middle, () => [3 * 2 ** -53, 3], 3), 1);
});
