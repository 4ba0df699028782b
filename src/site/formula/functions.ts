/**
 * The functions that a formula may call, each with its two derivatives.
 *
 * @module
 */

import { erf } from "../../special/erf.ts";
import { normalCdf, normalPdf } from "../../special/normal.ts";
import { chain, type Jet } from "./jet.ts";

const smooth = (f: (u: number) => Jet) => (u: Jet): Jet => chain(u, f(u[0]));

const sigmoid = (u: number) => u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u));

const logistic = (u: number): Jet => {
  const s = sigmoid(u), t = sigmoid(-u);
  return [s, s * t, s * t * (t - s)];
};

const plain: Readonly<Record<string, (...of: Jet[]) => Jet>> = {
  exp: smooth((u) => Array(3).fill(Math.exp(u)) as unknown as Jet),
  expm1: smooth((u) => [Math.expm1(u), Math.exp(u), Math.exp(u)]),
  log: smooth((u) => [Math.log(u), 1 / u, -1 / u ** 2]),
  log1p: smooth((u) => [Math.log1p(u), 1 / (1 + u), -1 / (1 + u) ** 2]),
  sqrt: smooth((u) => [Math.sqrt(u), 0.5 / Math.sqrt(u), -0.25 / u ** 1.5]),
  sin: smooth((u) => [Math.sin(u), Math.cos(u), -Math.sin(u)]),
  cos: smooth((u) => [Math.cos(u), -Math.sin(u), -Math.cos(u)]),
  tan: smooth((u) => {
    const t = Math.tan(u);
    return [t, 1 + t * t, 2 * t * (1 + t * t)];
  }),
  atan: smooth((u) => [Math.atan(u), 1 / (1 + u * u), -2 * u / (1 + u * u) ** 2]),
  tanh: smooth((u) => {
    const [, s1, s2] = logistic(2 * u);
    return [Math.tanh(u), 4 * s1, 8 * s2];
  }),
  cosh: smooth((u) => [Math.cosh(u), Math.sinh(u), Math.cosh(u)]),
  sinh: smooth((u) => [Math.sinh(u), Math.cosh(u), Math.sinh(u)]),
  sigmoid: smooth(logistic),
  softplus: smooth((u) => {
    const [s, s1] = logistic(u);
    return [Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u))), s, s1];
  }),
  erf: smooth((u) => {
    const slope = 2 / Math.sqrt(Math.PI) * Math.exp(-u * u);
    return [erf(u), slope, -2 * u * slope];
  }),
  Phi: smooth((u) => [normalCdf(u), normalPdf(u), -u * normalPdf(u)]),
  abs: smooth((u) => [Math.abs(u), Math.sign(u), 0]),
  sign: smooth((u) => [Math.sign(u), 0, 0]),
  min: (a, b) => a[0] <= b[0] ? a : b[0] < a[0] ? b : [NaN, NaN, NaN],
  max: (a, b) => a[0] >= b[0] ? a : b[0] > a[0] ? b : [NaN, NaN, NaN],
};

/** By name; how many arguments one takes is its length. */
export const functions: Readonly<Record<string, (...of: Jet[]) => Jet>> = {
  ...plain,
  // As mathematics writes them.
  ln: plain.log,
  σ: plain.sigmoid,
  Φ: plain.Phi,
};
