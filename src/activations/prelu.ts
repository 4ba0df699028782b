import { type Activation, activation } from "./activation.ts";
import { sloped, slopedTex } from "./_sloped.ts";

/**
 * `prelu(x) = x` for x > 0, `a x` else, with `a = slope`, which a network learns.
 *
 * - The default a = 0.25 is where learning starts, in the paper and in PyTorch; Keras starts at 0.
 * - Kink at 0, where f′ = a, as in PyTorch.
 * - Asymptotes: y = a x on the left, y = x on the right; both are reached.
 * - Correctly rounded: it is one product.
 *
 * @param x any number
 * @returns `x` or `a x`
 * @see He, Zhang, Ren and Sun 2015, https://arxiv.org/abs/1502.01852
 *
 * @example Where learning starts
 * ```ts
 * import { prelu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(prelu(-4), -1);
 * assertEquals(prelu.derivative(-4), 0.25);
 * ```
 */
export const prelu: Activation = activation({
  id: "prelu",
  title: "PReLU",
  tex: slopedTex("a"),
  parameters: {
    slope: {
      value: 0.25,
      meaning: "learned slope a for x ≤ 0",
      min: -Infinity,
      max: Infinity,
      exclusive: true,
    },
  },
  formulas: ({ slope }) => sloped(slope),
  sources: [
    {
      who: "Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun",
      year: 2015,
      title: "Delving Deep into Rectifiers",
      url: "https://arxiv.org/abs/1502.01852",
    },
  ],
});
