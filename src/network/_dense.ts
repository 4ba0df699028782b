// A dense layer: one row of weights for each output.

import type { Layer } from "./network.ts";

/** Weights from N(0, gain²/inputs), so that sums are as spread as gain times the inputs; no biases. */
export function denseLayer(
  inputs: number,
  outputs: number,
  gain: number,
  random: () => number,
): Layer {
  const scale = gain / Math.sqrt(inputs);
  const weights = Float64Array.from({ length: inputs * outputs }, () => scale * random());
  return { inputs, outputs, weights, biases: new Float64Array(outputs) };
}

/** W·signal + b. */
export function sumsOf({ inputs, weights, biases }: Layer, signal: Float64Array): Float64Array {
  return biases.map((bias, row) => {
    let sum = bias;
    for (let i = 0; i < inputs; i++) sum += weights[row * inputs + i] * signal[i];
    return sum;
  });
}

/** Wᵀ·gradient: what a gradient by the sums is by the signal. */
export function pullBack({ inputs, weights }: Layer, gradient: Float64Array): Float64Array {
  const result = new Float64Array(inputs);
  gradient.forEach((g, row) => {
    for (let i = 0; i < inputs; i++) result[i] += weights[row * inputs + i] * g;
  });
  return result;
}

/** gradient·signalᵀ: what a gradient by the sums is by the weights. */
export function outer(gradient: Float64Array, signal: Float64Array): Float64Array {
  const { length } = signal;
  return Float64Array.from(
    { length: gradient.length * length },
    (_, k) => gradient[Math.floor(k / length)] * signal[k % length],
  );
}
