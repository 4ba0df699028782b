/**
 * Plain gradient descent on the mean square error.
 *
 * @module
 */

import { checkExamples, type TrainingExample } from "./_examples.ts";
import type { Network } from "./network.ts";

export type { TrainingExample };

/**
 * Half the mean square of output − target over the examples.
 *
 * @param network the network
 * @param examples at least one
 * @returns the loss, ≥ 0
 * @throws RangeError if there are no examples
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { meanSquareLoss, network } from "@actbook/actbook/network";
 * import { assertEquals } from "@std/assert";
 *
 * const line = network({ widths: [1, 1], activation: gelu, random: () => 1 });
 * assertEquals(meanSquareLoss(line, [{ input: [3], target: [1] }]), 2);
 * ```
 */
export function meanSquareLoss(network: Network, examples: readonly TrainingExample[]): number {
  checkExamples(examples);
  let sum = 0;
  for (const { input, target } of examples) {
    for (const miss of missesOf(network.forward(input).signals.at(-1)!, target)) sum += miss * miss;
  }
  return sum / (2 * examples.length);
}

/**
 * One step of gradient descent on {@linkcode meanSquareLoss}, over all examples at once. Changes the
 * weights and biases of the network.
 *
 * @param network the network to change
 * @param examples at least one
 * @param rate how far to go along the negative gradient, > 0
 * @returns the loss before the step
 * @throws RangeError if there are no examples
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { meanSquareLoss, network, trainStep } from "@actbook/actbook/network";
 * import { assertEquals } from "@std/assert";
 *
 * const line = network({ widths: [1, 1], activation: gelu, random: () => 1 });
 * const examples = [{ input: [1], target: [0] }];
 * assertEquals(trainStep(line, examples, 0.25), 0.5);
 * assertEquals(meanSquareLoss(line, examples), 0.125);
 * ```
 */
export function trainStep(
  network: Network,
  examples: readonly TrainingExample[],
  rate: number,
): number {
  checkExamples(examples);
  const { layers } = network;
  const weights = layers.map((layer) => new Float64Array(layer.weights.length));
  const biases = layers.map((layer) => new Float64Array(layer.outputs));
  let loss = 0;
  for (const { input, target } of examples) {
    const pass = network.forward(input);
    const misses = missesOf(pass.signals.at(-1)!, target);
    for (const miss of misses) loss += miss * miss / 2;
    const gradients = network.gradients(pass, misses);
    weights.forEach((sum, i) => add(sum, gradients.weights[i], 1));
    biases.forEach((sum, i) => add(sum, gradients.biases[i], 1));
  }
  const step = -rate / examples.length;
  layers.forEach((layer, i) => {
    add(layer.weights, weights[i], step);
    add(layer.biases, biases[i], step);
  });
  return loss / examples.length;
}

function missesOf(output: Float64Array, target: ArrayLike<number>): Float64Array {
  return output.map((value, i) => value - target[i]);
}

/** sum += factor · part, in place. */
function add(sum: Float64Array, part: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] += factor * part[i];
}
