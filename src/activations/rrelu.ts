import { sloped, slopedTex } from "./_sloped.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `rrelu(x) = x` for x > 0, `a x` else, with `a = (lower + upper)/2`: the randomized leaky relu as it
 * is when evaluating. In training a is drawn from [lower, upper] for each input.
 *
 * - Defaults lower = 1/8 and upper = 1/3, as in PyTorch and NNlib; then a = 11/48.
 * - Kink at 0, where f′ = a, as in PyTorch.
 * - Asymptotes: y = a x on the left, y = x on the right; both are reached.
 * - Correctly rounded for the a that is rounded once: it is one product.
 *
 * @param x any number
 * @returns `x` or `a x`
 * @see Xu, Wang, Chen and Li 2015, https://arxiv.org/abs/1505.00853
 *
 * @example The mean slope
 * ```ts
 * import { rrelu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rrelu(-48), -11);
 * assertEquals(rrelu.with({ lower: 0.25, upper: 0.25 })(-4), -1);
 * ```
 */
export const rrelu: Activation = activation({
  id: "rrelu",
  title: "RReLU",
  tex: slopedTex("a"),
  parameters: {
    lower: { value: 1 / 8, meaning: "least slope for x ≤ 0", min: -1e100, max: 1e100 },
    upper: { value: 1 / 3, meaning: "greatest slope for x ≤ 0", min: -1e100, max: 1e100 },
  },
  formulas: ({ lower, upper }) => {
    if (lower <= upper) return sloped((lower + upper) / 2);
    throw new RangeError(
      `Cannot set lower of rrelu as lower <= upper must hold: current value is ${lower}, ` +
        `while upper is ${upper}`,
    );
  },
  sources: [
    {
      who: "Bing Xu, Naiyan Wang, Tianqi Chen, Mu Li",
      year: 2015,
      title: "Empirical Evaluation of Rectified Activations in Convolutional Network",
      url: "https://arxiv.org/abs/1505.00853",
    },
  ],
});
