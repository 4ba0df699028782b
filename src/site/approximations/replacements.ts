/**
 * What is known to stand in for a function: other functions of the catalogue, and formulas that were
 * published or are plain mathematics.
 *
 * @module
 */

import type { Activation } from "../../activations/activation.ts";
import * as all from "../../activations/all.ts";
import { originOf } from "../../activations/origin.ts";
import { catalogueFormula } from "../../approximation/code/_catalogue_formula.ts";
import { bind } from "../../approximation/code/_bind.ts";
import { type Expression, expression as ex, type Operand } from "../../approximation/expression.ts";
import type { Candidate } from "./candidate.ts";

const { add, subtract, multiply, divide, max, min } = ex;

/** The formula of a function of the catalogue; none if it has none. */
export function formulaOf(f: Activation): Expression | undefined {
  try {
    return bind(catalogueFormula(originOf(f)!, "float64").expression, {});
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Another function of the catalogue in the place of one. */
function other(f: Activation, title = f.title): Candidate {
  const expression = formulaOf(f)!;
  return { title, kind: "known", expression, kinks: f.kinks, page: originOf(f)!.id };
}

function formula(
  title: string,
  expression: Expression,
  rest: { kinks?: readonly number[]; source?: string; domain?: readonly [number, number] } = {},
): Candidate {
  return { kinks: [], ...rest, title, kind: "known", expression };
}

const isru = "https://arxiv.org/abs/1710.09967";
const hardMish =
  "https://github.com/huggingface/pytorch-image-models/blob/main/timm/layers/activations.py";
const softplusAtZero = 4 * Math.LN2 ** 2;
const square = multiply("x", "x");
const root = ex.sqrt(add(1, square));
const unit = (u: Operand) => max(-1, min(1, u));

/** tanh u by the continued fraction u/(1 + u²/(3 + u²/(5 + …))) down to the 5 or 9, kept within ±1. */
const lambert = (u: Operand, depth: 5 | 9): Expression => {
  const y = multiply(u, u);
  return unit(
    depth === 5 ? divide(multiply(u, add(15, y)), add(15, multiply(6, y))) : divide(
      multiply(u, ex.polynomial(y, [945, 105, 1])),
      ex.polynomial(y, [945, 420, 15]),
    ),
  );
};
const half = multiply(0.5, "x");
const gateOf = (tangent: Expression) => add(0.5, multiply(0.5, tangent));

/** (1 + x/256)²⁵⁶ by eight squarings. */
function limitOfExp(): Expression {
  let power = max(0, add(1, multiply(1 / 256, "x")));
  for (let k = 0; k < 8; k++) power = multiply(power, power);
  return power;
}

const clippedGate = (slope: number) =>
  multiply("x", max(0, min(1, add(multiply(slope, "x"), 0.5))));
const fraction = "Lambert's continued fraction";
const { squareplus: plus } = all;
const likeSoftplus = plus.with({ b: softplusAtZero });

const forSwish = (): Candidate[] => [
  other(all.hardSwish),
  other(all.relu),
  formula(`x by ${fraction}, two divisions deep`, multiply("x", gateOf(lambert(half, 5)))),
  formula(`x by ${fraction}, four divisions deep`, multiply("x", gateOf(lambert(half, 9)))),
];

const forElu = (): Candidate[] => [
  formula(
    "ISRLU",
    ex.piecewise("x", [0], [divide("x", root), "x"]),
    { source: isru },
  ),
  formula("max(x, −1)", max("x", -1), { kinks: [-1] }),
];

/** Of each smooth function, what stands in for it. */
export const replacements: Readonly<Record<string, () => readonly Candidate[]>> = {
  celu: forElu,
  elu: forElu,
  exponential: () => [
    formula("(1 + x/256)²⁵⁶", limitOfExp(), { kinks: [-256], domain: [-Infinity, 0] }),
  ],
  gelu: () => [
    other(all.geluTanh),
    other(all.geluSigmoid),
    other(all.hardSwish),
    other(all.relu),
  ],
  gelu10: () => [
    formula("GELU (tanh), cut at 10", min(10, formulaOf(all.geluTanh)!), { kinks: [10] }),
    formula("GELU (sigmoid), cut at 10", min(10, formulaOf(all.geluSigmoid)!), { kinks: [10] }),
    other(all.relu6),
  ],
  geluSigmoid: () => [
    formula("x·clip(1.702 x/6 + ½, 0, 1)", clippedGate(1.702 / 6), {
      kinks: [-3 / 1.702, 3 / 1.702],
    }),
    other(all.geluTanh),
    other(all.relu),
  ],
  geluTanh: () => [other(all.geluSigmoid), other(all.hardSwish), other(all.relu)],
  laplace: () => {
    const { mu, sigma } = all.laplace.parameters;
    return [
      formula(
        "σ(1.702 (x − μ)/σ), as in the sigmoid form of GELU",
        ex.sigmoid(multiply(1.702 / sigma, subtract("x", mu))),
      ),
    ];
  },
  lisht: () => [
    formula("|x|", ex.abs("x"), { kinks: [0] }),
    formula("x·clip(x, −1, 1)", multiply("x", unit("x")), { kinks: [-1, 1] }),
    formula(`x by ${fraction}, two divisions deep`, multiply("x", lambert("x", 5))),
  ],
  logCosh: () => [
    formula("max(|x| − ln 2, 0)", max(0, subtract(ex.abs("x"), Math.LN2)), {
      kinks: [-Math.LN2, Math.LN2],
    }),
    formula("√(1 + x²) − 1", subtract(root, 1)),
  ],
  logSigmoid: () => [
    formula("min(x, 0)", min("x", 0), { kinks: [0] }),
    formula(
      "Squareplus of −x, b = 4 ln² 2, with the other sign",
      multiply(0.5, subtract("x", ex.sqrt(add(square, softplusAtZero)))),
    ),
  ],
  mish: () => [
    formula("Hard Mish", multiply(half, min(2, max(0, add("x", 2)))), {
      kinks: [-2, 0],
      source: hardMish,
    }),
    other(all.silu),
    other(all.hardSwish),
  ],
  selu: () => {
    const { alpha, scale } = all.selu.parameters;
    return [
      formula(
        "ISRLU, scaled",
        ex.piecewise("x", [0], [
          divide(multiply(scale * alpha, "x"), root),
          multiply(scale, "x"),
        ]),
        { kinks: [0], source: isru },
      ),
    ];
  },
  sigmoid: () => [
    other(all.hardSigmoid, "Hard sigmoid, slope 1/6"),
    other(all.hardSigmoid.with({ slope: 0.2 }), "Hard sigmoid, slope 0.2"),
    formula("½ + ½ softsign(x/2)", gateOf(divide(half, add(1, ex.abs(half))))),
    formula(`${fraction}, two divisions deep`, gateOf(lambert(half, 5))),
    formula(`${fraction}, four divisions deep`, gateOf(lambert(half, 9))),
  ],
  silu: forSwish,
  swish: forSwish,
  softplus: () => [
    other(all.relu),
    other(likeSoftplus, "Squareplus, b = 4 ln² 2"),
    other(all.sparsePlus),
    other(all.softplusThreshold),
  ],
  softplusThreshold: () => [
    other(all.relu),
    other(likeSoftplus, "Squareplus, b = 4 ln² 2"),
    other(all.softplus),
  ],
  softsign: () => [other(all.hardTanh), other(all.tanh)],
  sqrtSoftplus: () => [
    formula("√max(x, 0)", ex.sqrt(max("x", 0)), { kinks: [0] }),
    formula("√squareplus, b = 4 ln² 2", ex.sqrt(formulaOf(likeSoftplus)!)),
  ],
  squareplus: () => [other(all.relu), other(all.softplus), other(all.sparsePlus)],
  tanh: () => [
    other(all.hardTanh),
    other(all.softsign),
    formula("ISRU", divide("x", root), { source: isru }),
    formula(`${fraction}, two divisions deep`, lambert("x", 5)),
    formula(`${fraction}, four divisions deep`, lambert("x", 9)),
  ],
  tanhShrink: () => [
    other(all.softShrink.with({ lambda: 1 }), "Soft shrink, λ = 1"),
    formula(`x less ${fraction}, two divisions deep`, subtract("x", lambert("x", 5))),
  ],
};
