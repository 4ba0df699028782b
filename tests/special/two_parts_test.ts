import { assert } from "@std/assert";
import { DoubleDouble } from "../../src/special/double_double.ts";
import { expDouble, expm1Double, type expScaled, scaleBy } from "../../src/special/exp.ts";
import { tanhDouble } from "../../src/special/hyperbolic.ts";
import { log1pDouble, logDouble } from "../../src/special/log.ts";
import { normalCdfScaled, normalPdfScaled } from "../../src/special/normal.ts";
import { sigmoidScaled } from "../../src/special/sigmoid.ts";
import { cosDouble, sinDouble } from "../../src/special/trigonometric.ts";
import { random } from "./_exact.ts";
import { ulp, ulpError, values } from "./_values.ts";

type TwoPart = (x: DoubleDouble | number) => DoubleDouble;

const normalCdfDouble: TwoPart = (x) => unscaled(normalCdfScaled(x));
const normalPdfDouble: TwoPart = (x) => unscaled(normalPdfScaled(x));
const sigmoidDouble: TwoPart = (x) => unscaled(sigmoidScaled(x));

function unscaled({ significand, power }: ReturnType<typeof expScaled>): DoubleDouble {
  return significand.scaled(scaleBy(1, power));
}

/** By name: the function, the bits that its docstring promises, where the low part is normal. */
const promised: Record<string, [f: TwoPart, bits: number, smallest: number, largest: number]> = {
  exp: [expDouble, 75, -600, 600],
  expm1: [expm1Double, 67, -600, 600],
  log: [logDouble, 66, 2 ** -1021, Infinity],
  log1p: [log1pDouble, 66, -1, Infinity],
  normalCdf: [normalCdfDouble, 59, -35, 60],
  normalPdf: [normalPdfDouble, 73, -35, 35],
  sigmoid: [sigmoidDouble, 73, -600, 600],
  sin: [sinDouble, 66, -Infinity, Infinity],
  cos: [cosDouble, 66, -Infinity, Infinity],
  tanh: [tanhDouble, 65, -300, 300],
};

for (const [name, [f, bits, smallest, largest]] of Object.entries(promised)) {
  Deno.test(`${name} in two parts has ${bits} bits`, () => {
    for (const value of values.get(name)!) {
      const { x, hi } = value;
      if (x < smallest || x > largest || Math.abs(x) < 2 ** -900) continue;
      const { hi: actual, lo } = f(x);
      const error = ulpError(actual, value, lo) * ulp(hi) / Math.abs(hi);
      assert(error <= 2 ** -bits, `${name}(${x}) is off by 2^${Math.log2(error)}`);
    }
  });
}

/** By name: the function and its derivative divided by it. */
const corrected: Record<string, [f: TwoPart, growth: (x: number) => number]> = {
  exp: [expDouble, () => 1],
  expm1: [expm1Double, (x) => Math.exp(x) / Math.expm1(x)],
  log: [(x) => logDouble(DoubleDouble.of(x).plus(8)), (x) => 1 / ((x + 8) * Math.log(x + 8))],
  log1p: [(x) => log1pDouble(DoubleDouble.of(x).plus(8)), (x) => 1 / ((x + 9) * Math.log(x + 9))],
  normalCdf: [normalCdfDouble, (x) => normalPdfDouble(x).hi / normalCdfDouble(x).hi],
  normalPdf: [normalPdfDouble, (x) => -x],
  sigmoid: [sigmoidDouble, (x) => 1 / (1 + Math.exp(x))],
  sin: [sinDouble, (x) => 1 / Math.tan(x)],
  cos: [cosDouble, (x) => -Math.tan(x)],
  tanh: [tanhDouble, (x) => 2 / Math.sinh(2 * x)],
};

for (const [name, [f, growth]] of Object.entries(corrected)) {
  Deno.test(`${name} in two parts takes the low part of its argument into account`, () => {
    const source = random(20260102);
    for (let i = 0; i < 300; i++) {
      const x = 15 * (source.next().value - 0.5);
      const low = ulp(x) * (source.next().value - 0.5);
      const plain = f(x);
      const shifted = f(new DoubleDouble(x, low));
      const expected = plain.times(new DoubleDouble(1).plus(low * growth(x)));
      const error = Math.abs(shifted.minus(expected).dividedBy(expected).hi);
      // What the first-order term leaves out, and the error of the function itself.
      assert(error < 2 ** -58, `${name}(${x} + ${low}) is off by 2^${Math.log2(error)}`);
    }
  });
}

Deno.test("sin and cos of a huge angle in two parts obey the theorem of addition", () => {
  const source = random(20260106);
  for (let i = 0; i < 300; i++) {
    const x = (source.next().value - 0.5) * 10 ** (18 * source.next().value);
    const low = ulp(x) * (source.next().value - 0.5);
    const [s, c] = [sinDouble(x), cosDouble(x)];
    const [sLow, cLow] = [sinDouble(low), cosDouble(low)];
    const angle = new DoubleDouble(x, low);
    const differences = [
      sinDouble(angle).minus(s.times(cLow).plus(c.times(sLow))),
      cosDouble(angle).minus(c.times(cLow).minus(s.times(sLow))),
    ];
    for (const { hi } of differences) {
      assert(Math.abs(hi) < 2 ** -64, `off by ${hi} at ${x} + ${low}`);
    }
  }
});
