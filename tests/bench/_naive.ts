/** The formulas as they are usually written, to compare speed with: they lose digits. */

import erf from "math-erf";

/** A function and its derivative. */
export type Pair = readonly [f: (x: number) => number, derivative: (x: number) => number];

const { exp, log, tanh } = Math;
const cdf = (x: number) => 0.5 * (1 + erf(x * Math.SQRT1_2));
const pdf = (x: number) => exp(-0.5 * x * x) * 0.3989422804014327;
const sigmoid = (x: number) => 1 / (1 + exp(-x));
const sigmoidSlope = (x: number) => {
  const s = sigmoid(x);
  return s * (1 - s);
};
const gate = (k: number): Pair => [
  (x) => x * sigmoid(k * x),
  (x) => {
    const s = sigmoid(k * x);
    return s * (1 + k * x * (1 - s));
  },
];
const softplus = (x: number) => log(1 + exp(x));

/** By id. */
export const naive: Readonly<Record<string, Pair>> = {
  gelu: [(x) => x * cdf(x), (x) => cdf(x) + x * pdf(x)],
  geluTanh: [
    (x) => 0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x * x * x))),
    (x) => {
      const t = tanh(0.7978845608028654 * (x + 0.044715 * x * x * x));
      return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * 0.7978845608028654 * (1 + 0.134145 * x * x);
    },
  ],
  geluSigmoid: gate(1.702),
  silu: gate(1),
  swish: gate(1),
  sigmoid: [sigmoid, sigmoidSlope],
  tanh: [tanh, (x) => 1 - tanh(x) ** 2],
  mish: [
    (x) => x * tanh(softplus(x)),
    (x) => {
      const t = tanh(softplus(x));
      return t + x * sigmoid(x) * (1 - t * t);
    },
  ],
  softplus: [softplus, sigmoid],
  logSigmoid: [(x) => log(sigmoid(x)), (x) => sigmoid(-x)],
};
