// A dense layer: one row of weights for each output.

import type { Layer } from "./layer.ts";

/** Weights from N(0, gain²/inputs), so that sums are as spread as gain times the inputs; no biases. */
export function denseLayer(
  inputs: number,
  outputs: number,
  gain: number,
  random: () => number,
): Layer {
  const scale = gain / Math.sqrt(inputs);
  const weights = new Float64Array(inputs * outputs);
  for (let k = 0; k < weights.length; k++) weights[k] = scale * random();
  return { inputs, outputs, weights, biases: new Float64Array(outputs) };
}

/** W·signal + b. */
export function sumsOf({ inputs, weights, biases }: Layer, signal: Float64Array): Float64Array {
  const sums = biases.slice();
  for (let row = 0, k = 0; row < sums.length; row++) {
    for (let i = 0; i < inputs; i++, k++) sums[row] += weights[k] * signal[i];
  }
  return sums;
}

/** Wᵀ·gradient: what a gradient by the sums is by the signal. */
export function pullBack({ inputs, weights }: Layer, gradient: Float64Array): Float64Array {
  const result = new Float64Array(inputs);
  for (let row = 0, k = 0; row < gradient.length; row++) {
    for (let i = 0; i < inputs; i++, k++) result[i] += weights[k] * gradient[row];
  }
  return result;
}

/** gradient·signalᵀ: what a gradient by the sums is by the weights. */
export function outer(gradient: Float64Array, signal: Float64Array): Float64Array {
  const result = new Float64Array(gradient.length * signal.length);
  for (let row = 0, k = 0; row < gradient.length; row++) {
    for (let i = 0; i < signal.length; i++, k++) result[k] = gradient[row] * signal[i];
  }
  return result;
}

/** f of each number. */
export function mapped(xs: Float64Array, f: (x: number) => number): Float64Array {
  const result = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) result[i] = f(xs[i]);
  return result;
}
