import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { defineActivation } from "../../src/activations/define_activation.ts";
import { nearestOf } from "../../src/arrays/_nearest.ts";
import { halfwayInputs } from "../../src/arrays/halfway_inputs.ts";

const { sigmoid, softsign, squaredRelu, squareplus } = activations;

// Algebraic functions can be compared with a midpoint exactly, in whole numbers of 2⁻¹⁰⁷⁴.

function whole(x: number): bigint {
  const [bits] = new BigUint64Array(Float64Array.of(x).buffer);
  const exponent = bits >> 52n & 2047n;
  const fraction = bits & (1n << 52n) - 1n;
  const size = exponent === 0n ? fraction : (fraction | 1n << 52n) << exponent - 1n;
  return x < 0 ? -size : size;
}

const one = 1n << 1074n;
const sign = (n: bigint) => n > 0n ? 1 : n < 0n ? -1 : 0;

/** The sign of x/(1 + |x|) − m. */
function softsignSide(x: number, m: number): number {
  return sign(whole(x) * one - whole(m) * (one + whole(Math.abs(x))));
}

/** The sign of (x + √(x² + 4))/2 − m, where 2m > x: that of x² + 4 − (2m − x)². */
function squareplusSide(x: number, m: number): number {
  const rest = 2n * whole(m) - whole(x);
  return sign(whole(x) * whole(x) + 4n * one * one - rest * rest);
}

/** Doubles where f comes as close to the middle of two float32 as doubles can. */
function* hardInputs(f: typeof softsign, low: number, high: number, count: number) {
  for (let k = 0; k < count; k++) {
    const guess = low + (high - low) * (k + 0.5) / count;
    const pair = Float32Array.of(f(guess), f(guess));
    new Int32Array(pair.buffer)[1]++;
    const m = (pair[0] + pair[1]) / 2;
    let x = guess;
    for (let step = 0; step < 8; step++) x -= (f(x) - m) / f.derivative(x);
    yield { x, m };
  }
}

for (
  const [f, side, low, high] of [
    [softsign, softsignSide, -3, 5],
    [squareplus, squareplusSide, -4, 3],
  ] as const
) {
  Deno.test(`${f.id} is rounded to the nearest float32 where its double cannot tell`, () => {
    const { nearest, isTie } = nearestOf(f);
    let [doubtful, mended] = [0, 0];
    for (const { x, m } of hardInputs(f, low, high, 4000)) {
      if (Math.abs(f(x) - m) > 2 ** -53 * Math.abs(m)) continue;
      doubtful++;
      const right = side(x, m);
      assertEquals(isTie(x), right === 0, `${f.id}(${x}) beside ${m}`);
      if (right === 0) continue;
      assertEquals(Math.sign(nearest(x) - m), right, `${f.id}(${x}) beside ${m}`);
      if (Math.sign(Math.fround(f(x)) - m) !== right) mended++;
    }
    assert(doubtful > 1000, `only ${doubtful} are doubtful`);
    assert(mended > 100, `only ${mended} differ from rounding the double`);
  });
}

Deno.test("halfwayInputs() lists exact ties, which are rounded to even", () => {
  const xs = Float32Array.of(1, 4097, 4099, 3, -4097);
  assertEquals(halfwayInputs(squaredRelu, xs), Float32Array.of(4097, 4099));
  assertEquals(nearestOf(squaredRelu).nearest(4097), 16785408);
});

Deno.test("an activation of one's own promises nothing by bearing a name of the catalogue", () => {
  const { nearest } = nearestOf(defineActivation({ id: "gelu", f: (x) => x / 2 }));
  assertEquals(nearest(2 ** -149), 0);
});

Deno.test("halfwayInputs() finds none in 65,536 ordinary inputs of a smooth function", () => {
  const xs = Float32Array.from({ length: 2 ** 16 }, (_, k) => (k - 2 ** 15) / 2048 + 1e-5 * k);
  assertEquals(halfwayInputs(sigmoid, xs).length, 0);
});

Deno.test("a function that promises no accuracy is rounded from its double", () => {
  const own = defineActivation({ id: "own", f: softsign });
  for (const { x } of hardInputs(softsign, -3, 5, 100)) {
    for (const f of [own, Math.atan, own.derivative]) {
      const { nearest, isTie } = nearestOf(f);
      assertEquals([nearest(x), isTie(x)], [Math.fround(f(x)), false]);
    }
  }
});

Deno.test("rounding to float32 overflows and underflows where float32 does", () => {
  const { nearest } = nearestOf(activations.exponential);
  const { nearest: line } = nearestOf(activations.identity);
  const limit = 2 ** 128 - 2 ** 103;
  assertEquals([88.72, 88.73].map(nearest), [Math.fround(Math.exp(88.72)), Infinity]);
  assertEquals([-103.9, -104].map(nearest), [2 ** -149, 0]);
  assertEquals([limit * (1 - 2 ** -50), -limit * (1 + 2 ** -50)].map(line), [
    2 ** 128 - 2 ** 104,
    -Infinity,
  ]);
  assertEquals([NaN, -0, Infinity].map(line), [NaN, -0, Infinity]);
});
