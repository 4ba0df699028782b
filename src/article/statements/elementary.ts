import { sigmoid } from "../../activations/sigmoid.ts";
import { silu } from "../../activations/silu.ts";
import { exp } from "../../special/exp.ts";
import { cosh, sinh, tanh } from "../../special/hyperbolic.ts";
import { judge } from "../judge.ts";
import type { Evidence, Statement } from "../statement.ts";
import { trial } from "../trial.ts";
import { sampled } from "./_sample.ts";

const where = "the list of functions";

/** Both sides at a few points, to fifteen digits. */
function same(f: (x: number) => number, given: (x: number) => number): Evidence {
  return judge({
    asStated: [-20, -3, -1, 0.5, 1, 4, 20].map((x) =>
      trial(`both sides at ${x}`, given(x), "=", f(x), 1e-15 * Math.abs(f(x)))
    ),
    curves: [sampled("ours", f), sampled("as given", given)],
  });
}

/** What the article says of sigmoid, the hyperbolic functions and SiLU. */
export const elementary: readonly Statement[] = [
  {
    id: "sigmoid",
    where: `${where}, sigmoid`,
    says: "The sigmoid is one over one plus e to the −x.",
    given: "\\mathrm{sigmoid}(x) = \\frac{1}{1 + e^{-x}}",
    verdict: "holds",
    why: "That is its definition.",
    condition: null,
    corrected: null,
    check: () => same(sigmoid, (x) => 1 / (1 + exp(-x))),
  },
  {
    id: "sinh",
    where: `${where}, tanh`,
    says: "The hyperbolic sine is half the difference of e to the x and e to the −x.",
    given: "\\sinh(x) = \\frac{e^x - e^{-x}}{2}",
    verdict: "holds",
    why: "That is its definition.",
    condition: null,
    corrected: null,
    check: () => same(sinh, (x) => (exp(x) - exp(-x)) / 2),
  },
  {
    id: "cosh",
    where: `${where}, tanh`,
    says: "The hyperbolic cosine is half the sum of e to the x and e to the −x.",
    given: "\\cosh(x) = \\frac{e^x + e^{-x}}{2}",
    verdict: "holds",
    why: "That is its definition.",
    condition: null,
    corrected: null,
    check: () => same(cosh, (x) => (exp(x) + exp(-x)) / 2),
  },
  {
    id: "tanh",
    where: `${where}, tanh`,
    says: "The hyperbolic tangent is the product of the hyperbolic sine and cosine.",
    given: "\\tanh(x) = \\sinh(x)\\cosh(x)",
    verdict: "fails",
    why: "It is their quotient. The product is ½ sinh 2x, which grows without bound.",
    condition: null,
    corrected: "\\tanh(x) = \\frac{\\sinh(x)}{\\cosh(x)}",
    check() {
      const product = (x: number) => sinh(x) * cosh(x);
      return judge({
        asStated: [trial("sinh(1)·cosh(1) against tanh(1)", product(1), "=", tanh(1), 1e-15)],
        figures: {
          "sinh(1)·cosh(1)": product(1),
          "½ sinh 2": sinh(2) / 2,
          "sinh(1)/cosh(1)": sinh(1) / cosh(1),
          "tanh(1)": tanh(1),
        },
        curves: [sampled("tanh", tanh, -2, 2), sampled("sinh · cosh", product, -2, 2)],
      });
    },
  },
  {
    id: "silu-product",
    where: `${where}, SiLU`,
    says: "SiLU is x times the sigmoid of x.",
    given: "\\mathrm{silu}(x) = x \\cdot \\mathrm{sigmoid}(x)",
    verdict: "holds",
    why: "That is its definition.",
    condition: null,
    corrected: null,
    check: () => same(silu, (x) => x * sigmoid(x)),
  },
  {
    id: "silu-quotient",
    where: `${where}, SiLU`,
    says: "SiLU is x over one plus e to the −x.",
    given: "\\mathrm{silu}(x) = \\frac{x}{1 + e^{-x}}",
    verdict: "holds",
    why: "It holds for numbers. In double precision e to the −x overflows below −709.78, and the " +
      "quotient is −0 where SiLU still has a value.",
    condition: null,
    corrected: null,
    check() {
      const quotient = (x: number) => x / (1 + exp(-x));
      return {
        ...same(silu, quotient),
        figures: {
          "where e to the −x overflows": -Math.log(Number.MAX_VALUE),
          "the quotient at −710": quotient(-710),
          "silu(−710)": silu(-710),
        },
      };
    },
  },
];
