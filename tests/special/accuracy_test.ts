import { assert } from "@std/assert";
import { erf, erfc, erfcx } from "../../src/special/erf.ts";
import { exp, expm1, scaleBy } from "../../src/special/exp.ts";
import { cosh, sinh, tanh } from "../../src/special/hyperbolic.ts";
import { log, log1p } from "../../src/special/log.ts";
import { logNormalCdf, normalCdf, normalPdf } from "../../src/special/normal.ts";
import { sigmoidScaled, sigmoidSecondDerivative } from "../../src/special/sigmoid.ts";
import { cos, sin } from "../../src/special/trigonometric.ts";
import { ulpError, type Value, values } from "./_values.ts";

interface Promise {
  readonly f: (x: number) => number;
  /** What the docstring promises, in units in the last place. */
  readonly bound: number;
  /** Where the method changes; the first and the last bound the domain. */
  readonly ends: readonly number[];
}

const sigmoid = (x: number) => {
  const { significand, power } = sigmoidScaled(x);
  return scaleBy(significand, power);
};

const everywhere = [-Infinity, -1, 0, 1, Infinity];
const promised: Record<string, Promise> = {
  exp: { f: exp, bound: 0.501, ends: [-Infinity, -600, -0.0055, 0.0055, 600, Infinity] },
  expm1: { f: expm1, bound: 0.501, ends: [-Infinity, -0.0055, 0.0055, Infinity] },
  log: { f: log, bound: 0.501, ends: [0, 2 ** -1022, 0.7, 0.996, 1.004, 1.42, Infinity] },
  log1p: { f: log1p, bound: 0.501, ends: [-1, -(2 ** -8), 0, 2 ** -8, Infinity] },
  erf: { f: erf, bound: 0.55, ends: [-Infinity, -0.25, 0, 0.25, Infinity] },
  erfc: { f: erfc, bound: 0.51, ends: [-Infinity, -0.25, 0.25, 5.65, 26.5, Infinity] },
  erfcx: { f: erfcx, bound: 0.52, ends: [-Infinity, -0.25, 0.25, 5.65, 28.2, Infinity] },
  normalCdf: { f: normalCdf, bound: 0.51, ends: [-37.5, -8, -0.25, 0.25, 8, Infinity] },
  normalPdf: { f: normalPdf, bound: 0.501, ends: [-37.5, 0, 37.5] },
  logNormalCdf: { f: logNormalCdf, bound: 0.51, ends: [-Infinity, -40, -8, -0.25, 0.25, 37.5] },
  sinh: { f: sinh, bound: 0.501, ends: [-Infinity, -40, 0, 40, Infinity] },
  cosh: { f: cosh, bound: 0.501, ends: [-Infinity, -40, 0, 40, Infinity] },
  tanh: { f: tanh, bound: 0.501, ends: everywhere },
  sin: { f: sin, bound: 0.501, ends: [-Infinity, -(2 ** 19), -0.8, 0.8, 2 ** 19, Infinity] },
  cos: { f: cos, bound: 0.501, ends: [-Infinity, -(2 ** 19), -0.8, 0.8, 2 ** 19, Infinity] },
  sigmoid: { f: sigmoid, bound: 0.501, ends: [-708, -1, 0, Infinity] },
  sigmoidBend: { f: sigmoidSecondDerivative, bound: 0.501, ends: [-705, -1, 0, 1, 705] },
};

const normal = ({ hi }: Value) => Math.abs(hi) >= 2 ** -1022;

for (const [name, { f, bound, ends }] of Object.entries(promised)) {
  ends.slice(1).forEach((end, i) => {
    const range = `from ${ends[i]} to ${end}`;
    Deno.test(`${name}() is within ${bound} ulp ${range}`, () => {
      const inside = values.get(name)!.filter((v) => v.x >= ends[i] && v.x <= end && normal(v));
      assert(inside.length >= 2, `no values ${range}`);
      for (const value of inside) {
        const error = ulpError(f(value.x), value);
        assert(error <= bound, `${name}(${value.x}) is off by ${error} ulp`);
      }
    });
  });
}

Deno.test("subnormal results are within one quantum", () => {
  let count = 0;
  for (const [name, { f }] of Object.entries(promised)) {
    for (const value of values.get(name)!.filter((v) => !normal(v))) {
      const error = ulpError(f(value.x), value);
      assert(error <= 1, `${name}(${value.x}) is off by ${error} quanta`);
      count++;
    }
  }
  assert(count > 50, `only ${count} subnormal results`);
});
