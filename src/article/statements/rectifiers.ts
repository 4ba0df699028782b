import { leakyRelu } from "../../activations/leaky_relu.ts";
import { relu } from "../../activations/relu.ts";
import { sigmoid } from "../../activations/sigmoid.ts";
import { weighOperations } from "../../comparison/weigh_operations.ts";
import { finiteValues } from "../../comparison/finite_values.ts";
import { float16 } from "../../comparison/format.ts";
import { judge } from "../judge.ts";
import type { Statement } from "../statement.ts";
import { trial } from "../trial.ts";
import { named } from "./_functions.ts";
import { farthest, sampled } from "./_sample.ts";

const where = "ReLU";

/** What the article says of ReLU and Leaky ReLU. */
export const rectifiers: readonly Statement[] = [
  {
    id: "relu-ramp",
    where,
    says: "By the rectifier one usually means the ramp function of mathematics.",
    given: "f(x) = \\max(0, x)",
    verdict: "holds",
    why: "The two are the same at every finite value of float16.",
    condition: null,
    corrected: null,
    check() {
      const distance = farthest(relu, (x) => Math.max(0, x), [...finiteValues(float16)]);
      return judge({
        asStated: [trial("largest distance over every float16", distance, "=", 0)],
        curves: [sampled("relu", relu)],
      });
    },
  },
  {
    id: "relu-again",
    where: "the list of functions, ReLU",
    says: "The rectifier is the larger of x and zero: the same formula once more, turned around.",
    given: "\\mathrm{relu}(x) = \\max(x, 0)",
    verdict: "holds",
    why: "The maximum does not depend on the order of its arguments.",
    condition: null,
    corrected: null,
    check() {
      const values = [...finiteValues(float16)];
      const apart = farthest((x) => Math.max(x, 0), (x) => Math.max(0, x), values);
      const distance = farthest(relu, (x) => Math.max(x, 0), values);
      return judge({
        asStated: [
          trial("largest distance from relu over every float16", distance, "=", 0),
          trial("largest distance between the two formulas", apart, "=", 0),
        ],
      });
    },
  },
  {
    id: "leaky-relu",
    where,
    says: "Leaky ReLU is the other common rectifier. No formula is given.",
    given: null,
    verdict: "unclear",
    why:
      "Without a formula the slope below zero is open, and libraries differ: 0.01, 0.2 and 0.3 " +
      "are all defaults somewhere.",
    condition: null,
    corrected: "\\mathrm{leakyRelu}(x) = \\begin{cases} x & x \\ge 0 \\\\ a x & x < 0 \\end{cases}",
    check() {
      const slopes = [0.01, 0.2, 0.3].map((negativeSlope) => leakyRelu.with({ negativeSlope }));
      return judge({
        readings: slopes.map((f) => ({
          says: `the slope below zero is ${f.parameters.negativeSlope}`,
          trials: [trial("value at −1 against the most common default", f(-1), "=", leakyRelu(-1))],
        })),
        curves: slopes.map((f) => sampled(`slope ${f.parameters.negativeSlope}`, f)),
      });
    },
  },
  {
    id: "relu-vanishing",
    where,
    says: "ReLU counters vanishing gradients.",
    given: null,
    verdict: "holds with a condition",
    why:
      "Its slope is 1 above zero, where that of the sigmoid is at most ¼. Below zero it is 0, and " +
      "no gradient passes at all.",
    condition: "as long as the unit is active, x > 0",
    corrected: null,
    check() {
      const layers = 10;
      const through = (x: number) => relu.derivative(x) ** layers;
      return judge({
        asStated: [
          trial("gradient after ten layers, all active", through(1), "≥", 1),
          trial("gradient after ten layers, all inactive", through(-1), "≥", 1),
        ],
        underCondition: [trial("gradient after ten layers, all active", through(1), "≥", 1)],
        figures: {
          "steepest slope of the sigmoid": sigmoid.derivative(0),
          "the most that ten sigmoids let through": sigmoid.derivative(0) ** layers,
        },
        curves: [sampled("relu′", relu.derivative), sampled("sigmoid′", sigmoid.derivative)],
      });
    },
  },
  {
    id: "relu-exploding",
    where,
    says: "ReLU counters exploding gradients.",
    given: null,
    verdict: "fails",
    why:
      "A slope of 1 hands the weights on undamped: with weights above 1 the gradient grows with " +
      "every layer, where a sigmoid would have held it down.",
    condition: null,
    corrected:
      "\\prod_{k=1}^{n} w_k\\,\\mathrm{relu}'(x_k) = w^n \\quad\\text{for } w_k = w,\\ x_k > 0",
    check() {
      const [layers, weight] = [50, 1.5];
      const through = (slope: number) => {
        let gradient = 1;
        for (let layer = 0; layer < layers; layer++) gradient *= weight * slope;
        return gradient;
      };
      const [byRelu, bySigmoid] = [through(relu.derivative(1)), through(sigmoid.derivative(0))];
      return judge({
        asStated: [trial("gradient after 50 active layers of weight 1.5", byRelu, "≤", 1)],
        figures: {
          "gradient after 50 active layers of weight 1.5": byRelu,
          "the same with sigmoids at their steepest": bySigmoid,
        },
      });
    },
  },
  {
    id: "relu-cost",
    where,
    says: "ReLU is comparatively cheap to compute.",
    given: null,
    verdict: "holds",
    why: "It takes a comparison: no arithmetic, no exponential, no division.",
    condition: null,
    corrected: null,
    check() {
      const cost = (f: (typeof named)[number]) => {
        return f.cost ? [weighOperations(f.cost)] : [];
      };
      const [own] = cost(relu);
      return judge({
        asStated: named.filter((f) => f !== relu).flatMap((f) =>
          cost(f).map((other) => trial(`cost in multiply-adds, ${f.title}`, other, "≥", own + 1))
        ),
      });
    },
  },
];
