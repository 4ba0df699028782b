import { activations } from "../../activations/catalogue.ts";
import { mish } from "../../activations/mish.ts";
import { softplus } from "../../activations/softplus.ts";
import { exp } from "../../special/exp.ts";
import { tanh } from "../../special/hyperbolic.ts";
import { log } from "../../special/log.ts";
import { judge } from "../judge.ts";
import type { Statement } from "../statement.ts";
import { trial } from "../trial.ts";
import { sampled } from "./_sample.ts";

const where = "the list of functions, Mish";

/** The article's second form at some a. */
function asGiven(a: number): (x: number) => number {
  return (x) => x * tanh(log(a + exp(x)));
}

const points = [-5, -1, 0.5, 3];

/** What the article says of Mish. */
export const mishStatements: readonly Statement[] = [
  {
    id: "mish",
    where,
    says: "Mish is x times the tanh of softplus of x.",
    given: "\\mathrm{mish}(x) = x \\times \\tanh(\\mathrm{softplus}(x))",
    verdict: "holds",
    why: "That is its definition, once softplus is spelled right.",
    condition: null,
    corrected: null,
    check() {
      const given = (x: number) => x * tanh(softplus(x));
      return judge({
        asStated: points.map((x) => trial(`both sides at ${x}`, given(x), "=", mish(x), 1e-15)),
        curves: [sampled("mish", mish)],
      });
    },
  },
  {
    id: "mish-a",
    where,
    says: "The softplus inside Mish is the logarithm of a plus e to the x.",
    given: "\\mathrm{mish}(x) = x \\times \\tanh(\\ln(a + e^x))",
    verdict: "holds with a condition",
    why: "The a, which is defined nowhere, must be 1. Otherwise the left tail is a slanted line " +
      "instead of zero.",
    condition: "a = 1",
    corrected: "\\mathrm{mish}(x) = x \\tanh(\\ln(1 + e^x))," +
      "\\quad \\lim_{x \\to -\\infty} \\frac{x \\tanh(\\ln(a + e^x))}{x} = \\frac{a^2 - 1}{a^2 + 1}",
    check() {
      const at = (a: number) =>
        points.map((x) =>
          trial(`both sides at ${x} for a = ${a}`, asGiven(a)(x), "=", mish(x), 1e-14)
        );
      const a = 2;
      return judge({
        asStated: [...at(1), ...at(a)],
        underCondition: at(1),
        figures: {
          "slope far left for a = 2": asGiven(a)(-100) / -100,
          "(a² − 1)/(a² + 1) for a = 2": (a * a - 1) / (a * a + 1),
        },
        curves: [0.5, 1, 2].map((a) => sampled(`a = ${a}`, asGiven(a))),
      });
    },
  },
  {
    id: "names",
    where: "ReLU and Mish",
    says: "ReLU is short for Recitified Linear Unit, and Mish contains softplue.",
    given: "\\mathrm{softplue}(x)",
    verdict: "fails",
    why: "Both are misspelled: rectified, softplus.",
    condition: null,
    corrected: "\\mathrm{softplus}(x)",
    check() {
      const known = Object.values(activations).filter(({ id }) => id === "softplue").length;
      return judge({
        asStated: [
          trial("functions called softplue in the catalogue", known, "≥", 1),
          trial("letters to change in Recitified", edits("recitified", "rectified"), "=", 0),
        ],
        figures: { "letters to change in softplue": edits("softplue", softplus.id) },
      });
    },
  },
];

/** The least number of letters to insert, drop or replace. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min(row[j] + (letter === other ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[to.length];
}
