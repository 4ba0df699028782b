import { assert, assertEquals, assertLess } from "@std/assert";
import { draws } from "../../accuracy/random.ts";
import * as elementary from "../../../src/arrays/exact/_elementary.ts";
import { bitLength, Real, withBits } from "../../../src/arrays/exact/_real.ts";

/** Each function with the arguments it is for: a magnitude at random from 2^low to 2^high. */
const functions: [string, (x: Real) => Real, { low: number; high: number; sign: number[] }][] = [
  ["exp", elementary.exp, { low: -80, high: 10, sign: [-1, 1] }],
  ["expm1", elementary.expm1, { low: -80, high: 8, sign: [-1, 1] }],
  ["log1p", elementary.log1p, { low: -300, high: 0, sign: [1] }],
  ["log1p", elementary.log1p, { low: -300, high: -1, sign: [-1] }],
  ["sine", (x) => elementary.sineAndCosine(x)[0], { low: -80, high: 1023, sign: [-1, 1] }],
  ["cosine", (x) => elementary.sineAndCosine(x)[1], { low: -80, high: 1023, sign: [-1, 1] }],
  ["normalDensity", elementary.normalDensity, { low: -80, high: 6, sign: [-1, 1] }],
  ["normalCdf", elementary.normalCdf, { low: -80, high: 6, sign: [-1, 1] }],
  ["root", (x) => x.root, { low: -300, high: 300, sign: [1] }],
  ["over", (x) => Real.of(3).over(x), { low: -300, high: 300, sign: [-1, 1] }],
];

for (const [name, f, { low, high, sign }] of functions) {
  Deno.test(`${name} for ${sign}·2^${low}…2^${high} is within the bound it states`, () => {
    const random = draws(20260105);
    for (let i = 0; i < 300; i++) {
      const power = Math.floor(low + (high - low) * random.uniform());
      const x = sign[i % sign.length] * (1 + random.uniform()) * 2 ** (power - 1);
      // A third of the arguments are not exact themselves, unless they are huge.
      const argument = i % 3 || power > 10
        ? Real.of(x)
        : Real.of(x).over(Real.of(3)).times(Real.of(3));
      const rough = withBits(140, () => f(argument));
      const fine = withBits(500, () => f(Real.of(x)));
      const apart = rough.minus(fine).size;
      assertLess(apart, Math.max(rough.error, fine.error) + 1, `${name} of ${x}`);
      assertLess(rough.error - Math.max(rough.size, name.endsWith("ine") ? 0 : -Infinity), -90);
    }
  });
}

Deno.test("sums, products and quotients of doubles are what integers say", () => {
  const random = draws(20260106);
  const whole = () => Math.floor((random.uniform() - 0.5) * 2 ** 50) || 1;
  for (let i = 0; i < 300; i++) {
    const [a, b] = [whole(), whole()];
    const [x, y] = [Real.of(a), Real.of(b)];
    assertEquals(x.plus(y).fixed(0), BigInt(a) + BigInt(b));
    assertEquals(x.times(y).fixed(0), BigInt(a) * BigInt(b));
    const digits = (BigInt(a) << 80n) / BigInt(b) - x.over(y).fixed(80);
    assert(digits >= -2n && digits <= 2n);
  }
});

Deno.test("bitLength() is exact, or one more just below a power of two", () => {
  for (const bits of [1, 20, 53, 54, 200, 1023, 1024, 1025, 1030, 5000]) {
    const power = 1n << BigInt(bits - 1);
    assertEquals(bitLength(power), bits);
    assertEquals(bitLength(-power), bits);
    const below = bitLength(2n * power - 1n);
    assert(below === bits || below === bits + 1, `${bits} gives ${below}`);
  }
  assertEquals(bitLength(0n), 0);
});
