import type { Activation } from "../../activations/activation.ts";
import { leakyRelu } from "../../activations/leaky_relu.ts";
import { sigmoid } from "../../activations/sigmoid.ts";
import { tanh } from "../../activations/tanh.ts";
import { judge } from "../judge.ts";
import type { Statement } from "../statement.ts";
import { trial } from "../trial.ts";
import { named } from "./_functions.ts";
import { sampled } from "./_sample.ts";

const where = "the closing remark";
const far = 1000;

function left(f: Activation) {
  return trial(`${f.title} at −1000 against a = 0`, f(-far), "=", 0, 1e-9);
}

function right(f: Activation) {
  return trial(`${f.title} at 1000 against x`, f(far), "=", far, 1e-9);
}

/** What the article says of the shape far from zero. */
export const asymptotes: readonly Statement[] = [
  {
    id: "left-asymptote",
    where,
    says: "Towards −∞ activation functions approach a level line y = a.",
    given: "y = a",
    verdict: "holds with a condition",
    why:
      "The a is not defined. It is 0 for most of the functions named, but −1 for tanh, and Leaky " +
      "ReLU falls forever.",
    condition: "with a = 0, for ReLU, the three GELUs, the sigmoid, SiLU and Mish",
    corrected: "\\lim_{x \\to -\\infty} f(x) = 0",
    check() {
      const others = [leakyRelu, tanh];
      return judge({
        asStated: named.map(left),
        underCondition: named.filter((f) => !others.includes(f)).map(left),
        figures: {
          "tanh(−1000)": tanh(-far),
          "leakyRelu(−1000)": leakyRelu(-far),
        },
        curves: named.map((f) => sampled(f.title, f, -6, 2)),
      });
    },
  },
  {
    id: "right-asymptote",
    where,
    says: "Towards +∞ activation functions approach the line y = x.",
    given: "y = x",
    verdict: "holds with a condition",
    why: "The sigmoid and tanh level off at 1.",
    condition: "for all functions named but the sigmoid and tanh",
    corrected: "\\lim_{x \\to \\infty} (f(x) - x) = 0",
    check() {
      const others = [sigmoid, tanh];
      return judge({
        asStated: named.map(right),
        underCondition: named.filter((f) => !others.includes(f)).map(right),
        figures: { "sigmoid(1000)": sigmoid(far), "tanh(1000)": tanh(far) },
        curves: named.map((f) => sampled(f.title, f, -2, 6)),
      });
    },
  },
];
