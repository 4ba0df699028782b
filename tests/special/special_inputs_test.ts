import { assertEquals } from "@std/assert";
import { erf, erfc, erfcx } from "../../src/special/erf.ts";
import { exp, expm1 } from "../../src/special/exp.ts";
import { cosh, sinh, tanh } from "../../src/special/hyperbolic.ts";
import { log, log1p } from "../../src/special/log.ts";
import { logNormalCdf, normalCdf, normalPdf } from "../../src/special/normal.ts";
import { sigmoidSecondDerivative } from "../../src/special/sigmoid.ts";
import { cos, sin } from "../../src/special/trigonometric.ts";

const big = Number.MAX_VALUE;
const tiny = Number.MIN_VALUE;
const inputs = [NaN, Infinity, -Infinity, 0, -0, big, -big, tiny, -tiny];
const rootInverse2Pi = 0.3989422804014327;

// deno-fmt-ignore
const answers: [f: (x: number) => number, values: number[]][] = [
  //              NaN       ∞        −∞         0               −0    largest      −largest    tiny           −tiny
  [exp,          [NaN, Infinity,         0,         1,          1, Infinity,         0,         1,          1]],
  [expm1,        [NaN, Infinity,        -1,         0,         -0, Infinity,        -1,      tiny,      -tiny]],
  [log,          [NaN, Infinity,       NaN, -Infinity,  -Infinity, 709.782712893384, NaN, -744.4400719213812, NaN]],
  [log1p,        [NaN, Infinity,       NaN,         0,         -0, 709.782712893384, NaN,   tiny,      -tiny]],
  [erf,          [NaN,        1,        -1,         0,         -0,        1,        -1,      tiny,      -tiny]],
  [erfc,         [NaN,        0,         2,         1,          1,        0,         2,         1,          1]],
  [erfcx,        [NaN,        0,  Infinity,         1,          1, 3.138408733985445e-309, Infinity,      1,          1]],
  [normalCdf,    [NaN,        1,         0,       0.5,        0.5,        1,         0,       0.5,        0.5]],
  [normalPdf,    [NaN,        0,         0, rootInverse2Pi, rootInverse2Pi, 0,       0, rootInverse2Pi, rootInverse2Pi]],
  [logNormalCdf, [NaN,       -0, -Infinity, -Math.LN2,  -Math.LN2,       -0, -Infinity, -Math.LN2,  -Math.LN2]],
  [sinh,         [NaN, Infinity, -Infinity,         0,         -0, Infinity, -Infinity,      tiny,      -tiny]],
  [cosh,         [NaN, Infinity,  Infinity,         1,          1, Infinity,  Infinity,         1,          1]],
  [tanh,         [NaN,        1,        -1,         0,         -0,        1,        -1,      tiny,      -tiny]],
  [sin,          [NaN,      NaN,       NaN,         0,         -0, 0.004961954789184062, -0.004961954789184062, tiny, -tiny]],
  [cos,          [NaN,      NaN,       NaN,         1,          1, -0.9999876894265599, -0.9999876894265599, 1, 1]],
  [sigmoidSecondDerivative,  [NaN,        0,         0,         0,          0,        0,         0,         0,          0]],
];

for (const [f, expected] of answers) {
  Deno.test(`${f.name}() gives the limit at special inputs`, () => {
    assertEquals(inputs.map((x) => f(x)), expected);
  });
}
