import { DoubleDouble } from "../special/double_double.ts";
import { nearest } from "./_exact.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `hardSigmoid(x) = min(max(a x + 1/2, 0), 1)`, with `a = slope`: the sigmoid in three straight
 * pieces.
 *
 * - Default a = 1/6, as in PyTorch, JAX, Keras 3 and NNlib; TensorFlow.js and ONNX have 0.2.
 * - Kinks at ±w with w = 1/(2a), ±3 by default; f′ = 0 there, as in PyTorch.
 * - Asymptotes: y = 0 and y = 1, both reached.
 * - Correctly rounded, as (x + w) / (2w). The double 1/6 is a little less than a sixth, so w is
 *   rounded once: w = 3 and a sixth are meant, and w = 2.5 by 0.2.
 *
 * @param x any number
 * @returns a number of [0, 1]
 * @see Courbariaux, Bengio and David 2015, https://arxiv.org/abs/1511.00363
 *
 * @example The two slopes in use
 * ```ts
 * import { hardSigmoid } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-3, 0, 1.5, 3].map(hardSigmoid), [0, 0.5, 0.75, 1]);
 * assertEquals(hardSigmoid.with({ slope: 0.2 }).kinks, [-2.5, 2.5]);
 * ```
 */
export const hardSigmoid: Activation = activation({
  id: "hardSigmoid",
  title: "Hard sigmoid",
  tex: {
    f: "\\min\\left(\\max\\left(a x + \\tfrac12, 0\\right), 1\\right)",
    derivative: "\\begin{cases} a & |x| < \\tfrac{1}{2a} \\\\ 0 & \\text{else} \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {
    slope: { value: 1 / 6, meaning: "slope a of the middle piece", min: 1e-100, max: 1e100 },
  },
  formulas: ({ slope }) => {
    const width = 0.5 / slope;
    return {
      f: (x) => {
        if (x <= -width) return 0;
        if (x >= width) return 1;
        const sum = DoubleDouble.sum(x, width);
        return nearest(sum.dividedBy(2 * width), () => [sum.lo, sum.hi], 2 * width);
      },
      derivative: (x) => x > -width && x < width ? 0.5 / width : Number.isNaN(x) ? NaN : 0,
      secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
      kinks: [-width, width],
      asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
    };
  },
  cost: { multiplyAdds: 1, exps: 0, divisions: 0 }, // clip(x/6 + ½)
  sources: [
    {
      who: "Matthieu Courbariaux, Yoshua Bengio, Jean-Pierre David",
      year: 2015,
      title: "BinaryConnect: Training Deep Neural Networks with binary weights during propagations",
      url: "https://arxiv.org/abs/1511.00363",
    },
    {
      who: "Andrew Howard and others",
      year: 2019,
      title: "Searching for MobileNetV3",
      url: "https://arxiv.org/abs/1905.02244",
    },
  ],
});
