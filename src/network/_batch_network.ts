import { batchOuter, batchPullBack, batchSums } from "./_batch.ts";
import { type Loss, lossAndGradient } from "./_loss.ts";
import { evaluate } from "../arrays/evaluate.ts";
import type { Network } from "./network.ts";

/** Weights and biases of a layer, or what a loss changes by with each, in float32. */
export interface Layer32 {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** A copy of a network in float32, with room for a batch. */
export interface BatchNetwork {
  readonly layers: readonly Layer32[];
  readonly gradients: readonly Layer32[];
  /** Sends a batch through, and the loss's gradient back; the loss summed over the batch. */
  step(inputs: Float32Array, targets: Float32Array, loss: Loss): number;
  /** Only the loss. */
  loss(inputs: Float32Array, targets: Float32Array, loss: Loss): number;
}

const fast = { accuracy: "fast" } as const;

/** @param rows the most examples that a batch has */
export function batchNetwork({ layers: given, activation }: Network, rows: number): BatchNetwork {
  const layers = given.map(({ weights, biases }) => ({
    weights: Float32Array.from(weights),
    biases: Float32Array.from(biases),
  }));
  const gradients = layers.map(({ weights, biases }) => ({
    weights: new Float32Array(weights.length),
    biases: new Float32Array(biases.length),
  }));
  const room = () => given.map(({ outputs }) => new Float32Array(rows * outputs));
  const [sums, signals, slopes, bySums] = [room(), room(), room(), room()];
  const last = layers.length - 1;

  const forward = (inputs: Float32Array, count: number) => {
    let signal = inputs;
    layers.forEach((layer, i) => {
      const size = count * layer.biases.length;
      const sum = sums[i].subarray(0, size);
      batchSums(layer, signal, sum);
      if (i === last) return;
      signal = signals[i].subarray(0, size);
      evaluate(activation, sum, { out: signal, ...fast });
    });
    return sums[last].subarray(0, count * layers[last].biases.length);
  };

  const loss = (inputs: Float32Array, targets: Float32Array, kind: Loss) => {
    const count = inputs.length / given[0].inputs;
    const outputs = forward(inputs, count);
    const width = given[last].outputs;
    return lossAndGradient(kind, outputs, targets, width, bySums[last].subarray(0, outputs.length));
  };

  const step = (inputs: Float32Array, targets: Float32Array, kind: Loss) => {
    const count = inputs.length / given[0].inputs;
    const value = loss(inputs, targets, kind);
    for (let i = last; i >= 0; i--) {
      const by = bySums[i].subarray(0, count * given[i].outputs);
      batchOuter(by, i === 0 ? inputs : signals[i - 1], gradients[i]);
      if (i === 0) break;
      const size = count * given[i].inputs;
      const [below, slope] = [bySums[i - 1].subarray(0, size), slopes[i - 1].subarray(0, size)];
      batchPullBack(layers[i].weights, given[i].outputs, by, below);
      evaluate(activation.derivative, sums[i - 1].subarray(0, size), { out: slope, ...fast });
      for (let k = 0; k < size; k++) below[k] *= slope[k];
    }
    return value;
  };

  return { layers, gradients, step, loss };
}
