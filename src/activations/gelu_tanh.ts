import { cancels } from "../special/_cancellation.ts";
import { out } from "../special/_out.ts";
import { timesOut } from "../special/_quotient.ts";
import { powerOfTwo, scale } from "../special/_scale.ts";
import { gateSlope, sigmoidParts } from "../special/_sigmoid_parts.ts";
import { Wide } from "../special/_wide.ts";
import { SQRT_8_OVER_PI } from "../special/constants.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expScaled, scaleBy } from "../special/exp.ts";
import { cubicParts } from "./_cubic.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `geluTanh(x) = ½ x (1 + tanh(√(2/π)(x + c x³)))` with c = 0.044715, the tanh approximation of
 * {@linkcode gelu}.
 *
 * - It is x σ(v) with v = √(8/π)(x + c x³), and so it is computed.
 * - Its largest error against gelu is 4.73e-4, at ±2.70.
 * - Smooth. Minimum −0.1700407505712541 at −0.7524614220710163; inflections at ±1.4185040087908.
 * - geluTanh(−0) = −0; geluTanh(∞) = ∞ and geluTanh(−∞) = −0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, y = x on the right.
 * - What JAX, `keras.ops` and NNlib call "gelu" by default; `gelu_pytorch_tanh` and `gelu_new` in
 *   Hugging Face.
 * - c is the double next to 0.044715; √(8/π) has two parts.
 * - Accuracy, at every allowed c: f, f′ and f″ are within 0.51 units in the last place, next to
 *   their zeros too; subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `x σ(√(8/π)(x + c x³))`
 * @see Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415
 * @see Page 1977, "Approximations to the Cumulative Normal Function and its Inverse"
 *
 * @example Near gelu, but not gelu
 * ```ts
 * import { gelu, geluTanh } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(geluTanh(1), 0.8411919906082767);
 * assertAlmostEquals(geluTanh(2.7) - gelu(2.7), 4.73e-4, 1e-6);
 * ```
 */
export const geluTanh: Activation = activation({
  id: "geluTanh",
  title: "GELU (tanh)",
  tex: {
    f: "\\tfrac{x}{2}\\,\\Bigl(1 + \\tanh\\bigl(\\sqrt{2/\\pi}\\,(x + c x^3)\\bigr)\\Bigr)",
    derivative:
      "\\sigma(v)\\,\\bigl(1 + x v'\\,\\sigma(-v)\\bigr),\\quad v = \\sqrt{8/\\pi}\\,(x + c x^3)",
    secondDerivative: "\\sigma(v)\\,\\sigma(-v)\\,\\bigl(2 v' + x v'' + x v'^2" +
      "\\,(\\sigma(-v) - \\sigma(v))\\bigr),\\quad v = \\sqrt{8/\\pi}\\,(x + c x^3)",
  },
  parameters: {
    c: { value: 0.044715, meaning: "coefficient c of the cube", min: 0, max: 1000 },
  },
  formulas: ({ c }) => ({
    f: (x) => f(x, c),
    derivative: (x) => derivative(x, c),
    secondDerivative: (x) => secondDerivative(x, c),
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  cost: { multiplyAdds: 4, exps: 1, divisions: 1 }, // x/(1 + exp(x·(a + b·x²)))
  sources: [
    {
      who: "Dan Hendrycks, Kevin Gimpel",
      year: 2016,
      title: "Gaussian Error Linear Units (GELUs)",
      url: "https://arxiv.org/abs/1606.08415",
    },
    {
      who: "E. Page",
      year: 1977,
      title: "Approximations to the Cumulative Normal Function and its Inverse for Use on a " +
        "Pocket Calculator",
      url: "https://doi.org/10.2307/2346872",
    },
  ],
});

/** Beyond it the argument is far above 1900: x σ(v) is x or underflows. */
const SATURATED = 1500;

function f(x: number, c: number): number {
  if (!(Math.abs(x) < SATURATED)) return x < 0 ? -0 : x;
  cubicParts(x, c, 1);
  if (Math.abs(out[0]) > 1900) return x < 0 ? -0 : x;
  const power = sigmoidParts(out[0], out[1]);
  return scale(timesOut(x), power);
}

function derivative(x: number, c: number): number {
  if (!(Math.abs(x) < SATURATED)) return x > 0 ? 1 : x < 0 ? 0 : NaN;
  cubicParts(x, c, 3);
  const w = out[0];
  const wLow = out[1];
  cubicParts(x, c, 1);
  if (Math.abs(out[0]) > 1900) return x > 0 ? 1 : 0;
  return gateSlope(out[0], out[1], w, wLow, () => slopeFactor(x, c));
}

/** e ((2v′ + t v″)(1 + e) − t v′²(1 − e))/(1 + e)³ with t = |x|, e = e^(−v(t)): it is even. */
function secondDerivative(x: number, c: number): number {
  const t = Math.abs(x);
  if (!(t < SATURATED)) return x !== x ? NaN : 0;
  const cubic = DoubleDouble.product(t, t).times(c);
  const v = SQRT_8_OVER_PI.times(cubic.plus(1)).times(t);
  if (v.hi > 1900) return 0;
  const slope = SQRT_8_OVER_PI.times(cubic.times(3).plus(1));
  // 2v′ + t v″ = √(8/π)(2 + 12 c t²)
  const twice = SQRT_8_OVER_PI.times(cubic.times(12).plus(2));
  const { significand, power } = expScaled(v.negated());
  const e = significand.scaled(powerOfTwo(power));
  const sum = e.plus(1);
  const bend = slope.squared().times(t);
  let top = sum.times(twice).minus(bend.times(new DoubleDouble(1).minus(e)));
  if (cancels(top.hi, twice.hi)) top = bendFactor(t, c);
  return scaleBy(significand.times(top).dividedBy(sum.squared().times(sum)), power);
}

/** v, x v′ and 2v′ + x v″, the parts of the derivatives, to 250 bits. */
function wideParts(x: number, c: number): readonly [v: Wide, w: Wide, twice: Wide] {
  const cubic = Wide.of(x).times(x).times(c);
  const line = Wide.SQRT_8_OVER_PI.times(x);
  return [
    line.times(cubic.plus(1)),
    line.times(cubic.times(3).plus(1)),
    Wide.SQRT_8_OVER_PI.times(cubic.times(12).plus(2)),
  ];
}

/** 1 + eᵛ + x v′, which vanishes with f′. */
function slopeFactor(x: number, c: number): DoubleDouble {
  const [v, w] = wideParts(x, c);
  return v.exp().plus(w).plus(1).toDouble();
}

/** (2v′ + t v″)(1 + e) − t v′²(1 − e), which vanishes with f″. */
function bendFactor(t: number, c: number): DoubleDouble {
  const [v, w, twice] = wideParts(t, c);
  const e = v.times(-1).exp();
  const slope = Wide.SQRT_8_OVER_PI.times(Wide.of(t).times(t).times(c).times(3).plus(1));
  const bend = w.times(slope).times(e.times(-1).plus(1));
  return e.plus(1).times(twice).minus(bend).toDouble();
}
