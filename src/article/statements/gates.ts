import { gelu } from "../../activations/gelu.ts";
import { relu } from "../../activations/relu.ts";
import { integrate } from "../../calculus/integrate.ts";
import { normalCdf, normalPdf } from "../../special/normal.ts";
import { judge } from "../judge.ts";
import type { Statement } from "../statement.ts";
import { trial } from "../trial.ts";
import { named } from "./_functions.ts";
import { sampled, spaced } from "./_sample.ts";

const grid = spaced(-8, 8, 129);

/** How far f(x) is at most from the nearer of x and 0. */
function fromGate(f: (x: number) => number): number {
  return grid.reduce((most, x) => Math.max(most, Math.min(Math.abs(f(x)), Math.abs(f(x) - x))), 0);
}

/** The least that f rises from one point of the grid to the next. */
function leastRise(f: (x: number) => number): number {
  return grid.slice(1).reduce((least, x, i) => Math.min(least, f(x) - f(grid[i])), Infinity);
}

/** Mean and standard deviation of x·m where m is 1 with probability Φ(x), else 0. */
function masked(x: number): { mean: number; deviation: number } {
  const keep = integrate(normalPdf, [-Infinity, x]).value;
  const mean = keep * x + (1 - keep) * 0;
  const variance = keep * (x - mean) ** 2 + (1 - keep) * (0 - mean) ** 2;
  return { mean, deviation: Math.sqrt(variance) };
}

/** What the article says of letting through, keeping and zeroing. */
export const gates: readonly Statement[] = [
  {
    id: "switch",
    where: "the opening",
    says: "An activation function is a switch: it decides whether a network passes information on.",
    given: null,
    verdict: "holds with a condition",
    why:
      "Taken literally a switch gives x or 0, which of the functions named only ReLU does. The " +
      "others scale and bend: gelu(−1) is neither −1 nor 0.",
    condition: "for ReLU; of the others it is a figure of speech",
    corrected: null,
    check() {
      const distance = (f: (typeof named)[number]) =>
        trial(`largest distance of ${f.title} from x and 0`, fromGate(f), "=", 0);
      return judge({
        asStated: named.map(distance),
        underCondition: [distance(relu)],
        figures: { "gelu(−1)": gelu(-1) },
        curves: [sampled("relu", relu), sampled("gelu", gelu)],
      });
    },
  },
  {
    id: "mask",
    where: "GELU, the idea",
    says: "GELU multiplies its input by 1 or by 0.",
    given: null,
    verdict: "holds with a condition",
    why: "No random number is drawn. gelu(x) is what multiplying by such a random mask gives on " +
      "average; a single draw strays from it by the standard deviation shown.",
    condition: "on average over a mask m that is 1 with probability Φ(x)",
    corrected:
      "\\mathrm{gelu}(x) = \\mathrm{E}[x\\,m],\\quad m \\sim \\mathrm{Bernoulli}(\\Phi(x))",
    check() {
      const nearest = (x: number) => Math.min(Math.abs(gelu(x)), Math.abs(gelu(x) - x));
      return judge({
        asStated: [trial("distance of gelu(1) from 1 and 0", nearest(1), "=", 0)],
        underCondition: [-3, -1, 0.5, 1, 2].map((x) =>
          trial(`mean of x·m at ${x} against gelu`, masked(x).mean, "=", gelu(x), 1e-14)
        ),
        figures: { "standard deviation of x·m at 1": masked(1).deviation },
        curves: [
          sampled("mean of x·m", gelu),
          sampled("standard deviation of x·m", (x) => masked(x).deviation),
        ],
      });
    },
  },
  {
    id: "kept-or-zeroed",
    where: "after GELU",
    says: "The larger x is, the likelier it is kept; the smaller, the likelier it becomes zero.",
    given: null,
    verdict: "holds with a condition",
    why:
      "The probability Φ(x) of keeping x rises with x. What comes out does not: gelu(−3) is above " +
      "gelu(−1), as gelu has its minimum between them and zero.",
    condition: "of the mask's probability, not of the output",
    corrected: "\\Phi'(x) = \\varphi(x) > 0, \\qquad \\mathrm{gelu}(-3) > \\mathrm{gelu}(-1)",
    check() {
      return judge({
        asStated: [
          trial("least rise of the probability", leastRise(normalCdf), "≥", 0),
          trial("least rise of gelu", leastRise(gelu), "≥", 0),
        ],
        underCondition: [trial("least rise of the probability", leastRise(normalCdf), "≥", 0)],
        figures: { "gelu(−3)": gelu(-3), "gelu(−1)": gelu(-1) },
        curves: [sampled("Φ", normalCdf), sampled("gelu", gelu)],
      });
    },
  },
];
