import type { Activation } from "../../activations/activation.ts";
import { gelu } from "../../activations/gelu.ts";
import { geluSigmoid } from "../../activations/gelu_sigmoid.ts";
import { geluTanh } from "../../activations/gelu_tanh.ts";
import { measureErrors } from "../../comparison/measure_errors.ts";
import { normalCdf } from "../../special/normal.ts";
import { judge } from "../judge.ts";
import type { Evidence, Statement } from "../statement.ts";
import { trial } from "../trial.ts";
import { sampled } from "./_sample.ts";

/** What ≈ is taken to promise: an absolute error below a fortieth, a small part of the unit. */
const closeness = 1 / 40;

const tanhForm =
  "0.5\\,x\\,\\Bigl(1 + \\tanh\\bigl(\\sqrt{\\tfrac{2}{\\pi}}\\,(x + 0.044715\\,x^3)\\bigr)\\Bigr)";

/** Absolute and relative error of an approximation, with its largest. */
function approximates(candidate: Activation): Evidence {
  const { value, tail } = measureErrors(gelu, candidate);
  const absolute = trial(
    `largest absolute error, at ${value.max.x.toPrecision(6)}`,
    Math.abs(value.max.error),
    "≤",
    closeness,
  );
  const relative = trial(
    "relative error at −4",
    Math.abs(tail!.curve.at(-1)!.relative),
    "≤",
    closeness,
  );
  return judge({
    asStated: [absolute, relative],
    underCondition: [absolute],
    figures: {
      "largest absolute error": Math.abs(value.max.error),
      "approximation over gelu at −4": candidate(-4) / gelu(-4),
      "times the error of the tanh form": Math.abs(value.max.error) /
        Math.abs(measureErrors(gelu, geluTanh).value.max.error),
    },
    curves: [{ title: "error", points: value.curve.map(({ x, error }) => [x, error] as const) }],
  });
}

/** What the article says of GELU's approximations. */
export const approximations: readonly Statement[] = [
  {
    id: "arrow",
    where: "GELU, after the integral",
    says: "The integral leads, by an arrow, to a formula with tanh.",
    given: `x\\,P(X \\le x) \\quad\\rightarrow ${tanhForm}`,
    verdict: "fails",
    why:
      "No step leads from the one to the other: the formula approximates the integral, and only " +
      "for μ = 0 and σ = 1. It holds neither μ nor σ.",
    condition: null,
    corrected: `x\\,\\Phi(x) \\quad\\approx ${tanhForm}`,
    check() {
      const worst = measureErrors(gelu, geluTanh).value.max;
      const wider = (x: number) => x * normalCdf((x - 1) / 2);
      const at = Math.abs(worst.x);
      return judge({
        asStated: [
          trial(`both sides at ${at.toPrecision(6)}`, geluTanh(at), "=", gelu(at), 1e-9),
          trial("both sides at 1 for μ = 1, σ = 2", geluTanh(1), "=", wider(1), 1e-9),
        ],
        figures: {
          "largest error for μ = 0, σ = 1": Math.abs(worst.error),
          "largest error for μ = 1, σ = 2": Math.abs(
            measureErrors(wider, geluTanh).value.max.error,
          ),
        },
        curves: [
          sampled("tanh formula", geluTanh),
          sampled("integral, μ = 0, σ = 1", gelu),
          sampled("integral, μ = 1, σ = 2", wider),
        ],
      });
    },
  },
  {
    id: "gelu-tanh",
    where: "the list of functions, GELU",
    says: "GELU is about equal to the formula with tanh.",
    given: `\\mathrm{gelu}(x) \\quad\\approx ${tanhForm}`,
    verdict: "holds with a condition",
    why: "The absolute error stays below five ten-thousandths. The relative error does not stay " +
      "small: at −4 barely more than half of gelu is left.",
    condition: "in absolute, not in relative error",
    corrected: null,
    check: () => approximates(geluTanh),
  },
  {
    id: "gelu-sigmoid",
    where: "the list of functions, GELU",
    says: "Both are about equal to x times the sigmoid of 1.702 x.",
    given: "\\mathrm{gelu}(x) \\approx x \\times \\mathrm{sigmoid}(1.702\\,x)",
    verdict: "holds with a condition",
    why:
      "The absolute error reaches two hundredths, more than forty times that of the tanh form. At " +
      "−4 it gives more than thirty times the right value.",
    condition: "in absolute, not in relative error",
    corrected: null,
    check: () => approximates(geluSigmoid),
  },
];
