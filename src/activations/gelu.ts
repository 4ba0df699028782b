import { INVERSE_SQRT_2PI_HIGH, INVERSE_SQRT_2PI_LOW } from "../special/_constants.ts";
import { productError, sumError } from "../special/_error_free.ts";
import { out } from "../special/_out.ts";
import { bellParts, cdfParts, SERIES_END, tailRatioParts } from "../special/_normal_parts.ts";
import { GELU_MINIMUM, SLOPES } from "../special/_gelu_slope_table.ts";
import { GELU_SLOPE_SERIES as S } from "../special/_normal_table.ts";
import { timesOut } from "../special/_quotient.ts";
import { powerOfTwo, scale } from "../special/_scale.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { normalPdfScaled } from "../special/normal.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `gelu(x) = x Φ(x)`, the Gaussian error linear unit, where Φ is the cumulative distribution function
 * of the standard normal distribution.
 *
 * - Smooth. Minimum −0.169971207479904 at −0.7517915246935645; inflections at ±√2.
 * - gelu(0) = 0 and gelu(−0) = −0; gelu(∞) = ∞ and gelu(−∞) = −0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, reached below −38.58 (−0), y = x on the right, reached above 8.22.
 * - "gelu" without addition is this function in PyTorch, Keras, TensorFlow.js, Hugging Face and ONNX;
 *   in JAX, `keras.ops` and NNlib it is {@linkcode geluTanh}.
 * - Accuracy: f, f′ and f″ are within 0.51 units in the last place, next to their zeros too;
 *   subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `x Φ(x)`
 * @see Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415
 *
 * @example The tail keeps its digits
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(gelu(1), 0.8413447460685429);
 * assertEquals(gelu(-20), -5.507248237212468e-88);
 * assertEquals(gelu.derivative(0), 0.5);
 * assertEquals(gelu(1) - gelu(-1), 1);
 * ```
 */
export const gelu: Activation = activation({
  id: "gelu",
  title: "GELU",
  tex: {
    f: "x\\,\\Phi(x)",
    derivative: "\\Phi(x) + x\\,\\varphi(x)",
    secondDerivative: "(2 - x^2)\\,\\varphi(x)",
  },
  parameters: {},
  formulas: () => ({
    f,
    derivative,
    secondDerivative,
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  sources: [
    {
      who: "Dan Hendrycks, Kevin Gimpel",
      year: 2016,
      title: "Gaussian Error Linear Units (GELUs)",
      url: "https://arxiv.org/abs/1606.08415",
    },
  ],
});

function f(x: number): number {
  if (!(Math.abs(x) < 40)) return x < 0 ? -0 : x;
  const power = cdfParts(x, 0);
  return scale(timesOut(x), power);
}

/** Φ(x) + xφ(x), where Φ(−t) − tφ(t) is e^(−t²/2)·(R(t) − t/√(2π)). */
function derivative(x: number): number {
  const t = Math.abs(x);
  if (!(t < 40)) return x > 0 ? 1 : x < 0 ? 0 : NaN;
  if (t < SERIES_END) return derivativeNearZero(x);
  if (Math.abs(x - GELU_MINIMUM[0]) < 1 / 16) return derivativeNearMinimum(x);
  tailRatioParts(t, 0);
  const line = t * INVERSE_SQRT_2PI_HIGH;
  const lineLow = productError(t, INVERSE_SQRT_2PI_HIGH, line) + t * INVERSE_SQRT_2PI_LOW;
  const difference = out[0] - line;
  const differenceLow = sumError(out[0], -line, difference) + (out[1] - lineLow);
  const power = bellParts(t, 0);
  const product = out[0] * difference;
  const rest = productError(out[0], difference, product) +
    (out[0] * differenceLow + out[1] * difference);
  if (x < 0) return scale(product + rest, power);
  const unit = powerOfTwo(power);
  const value = 1 - product * unit;
  return value + (((1 - value) - product * unit) - rest * unit);
}

/** ½ + 2xφ(0)·(1 − x²/3 + …). */
function derivativeNearZero(x: number): number {
  const y = x * x;
  const series = y *
    (S[0] + y * (S[1] + y * (S[2] + y * (S[3] + y * (S[4] + y * (S[5] + y * (S[6] +
                              y * (S[7] + y * S[8]))))))));
  const linear = 2 * x * INVERSE_SQRT_2PI_HIGH;
  const low = productError(2 * x, INVERSE_SQRT_2PI_HIGH, linear) +
    (2 * x * INVERSE_SQRT_2PI_LOW + linear * series);
  const value = 0.5 + linear;
  return value + ((linear - (value - 0.5)) + low);
}

/** Taylor's series about the zero, which is known to 48 digits, so that nothing cancels. */
function derivativeNearMinimum(x: number): number {
  const d = DoubleDouble.sum(x - GELU_MINIMUM[0], -GELU_MINIMUM[1]).plus(-GELU_MINIMUM[2]);
  let tail = 0;
  for (let k = SLOPES.length - 1; k >= 4; k--) tail = SLOPES[k] + d.hi * tail;
  const curved = new DoubleDouble(SLOPES[2], SLOPES[3]).plus(d.hi * tail);
  return curved.times(d).plus(new DoubleDouble(SLOPES[0], SLOPES[1])).times(d).toNumber();
}

function secondDerivative(x: number): number {
  if (!(Math.abs(x) < 40)) return x !== x ? NaN : 0;
  const { significand, power } = normalPdfScaled(x);
  const factor = new DoubleDouble(2).minus(DoubleDouble.product(x, x));
  return scale(significand.times(factor).toNumber(), power);
}
