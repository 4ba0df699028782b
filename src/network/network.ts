/**
 * A small fully connected network in plain arithmetic: to see what an activation does to signals
 * and gradients, not to train anything large.
 *
 * @module
 */

import { denseLayer, mapped, outer, pullBack, sumsOf } from "./_dense.ts";
import type { Layer } from "./layer.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { shown } from "../options/shown.ts";

export type { Layer };

/** What a network is made of. */
export interface NetworkOptions {
  /** How many numbers go in, stand between two layers, come out: `[1, 16, 1]`. */
  readonly widths: readonly number[];
  /** Applied after every layer but the last, which is left as it is; backwards its `derivative`. */
  readonly activation: RealFunction & { readonly derivative: RealFunction };
  /** Draws from N(0, 1). A seeded one makes the network the same each time. */
  readonly random: () => number;
  /** Weights are drawn from N(0, gain²/inputs): 1 if not given, √2 suits ReLU. */
  readonly gain?: number;
}

const networkOptions: Known<NetworkOptions> = {
  widths: kinds.needed(kinds.numbers),
  activation: kinds.needed(kinds.callable),
  random: kinds.needed(kinds.callable),
  gain: kinds.number,
};

/** What went through a network. */
export interface Pass {
  /** The input, what follows each layer's activation, and last the output. */
  readonly signals: readonly Float64Array[];
  /** What each layer gave before its activation. */
  readonly sums: readonly Float64Array[];
}

/** Derivatives of one number, a loss, by everything in a network. */
export interface Gradients {
  /** By the signals of the pass, in their order. */
  readonly signals: readonly Float64Array[];
  /** By the weights, layer by layer. */
  readonly weights: readonly Float64Array[];
  /** By the biases, layer by layer. */
  readonly biases: readonly Float64Array[];
}

/** A fully connected network. */
export interface Network {
  /** The layers, first to last. */
  readonly layers: readonly Layer[];
  /** What is applied between them. */
  readonly activation: RealFunction & { readonly derivative: RealFunction };
  /** Sends an input through and keeps all that it was on its way. */
  forward(input: ArrayLike<number>): Pass;
  /** Sends the gradient by the output back along a pass. */
  gradients(pass: Pass, byOutput: ArrayLike<number>): Gradients;
  /**
   * The same activation and biases with other weights, layer by layer.
   *
   * @throws RangeError if there are not as many as in this network
   */
  withWeights(weights: readonly Float64Array[]): Network;
  /** The same weights, not a copy, with another activation between them. */
  withActivation(activation: RealFunction & { readonly derivative: RealFunction }): Network;
}

/**
 * Makes a fully connected network with random weights and no biases.
 *
 * @param options widths, activation, random numbers, gain
 * @returns the network
 * @throws RangeError if there are fewer than two widths, or one is not a whole number ≥ 1
 * @throws TypeError if the activation has no derivative, or an option is unknown or of the wrong kind
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { network } from "@actbook/actbook/network";
 * import { assertEquals } from "@std/assert";
 *
 * const { forward, gradients } = network({ widths: [1, 1, 1], activation: gelu, random: () => 1 });
 * const pass = forward([2]);
 * assertEquals(pass.signals.map(([s]) => s), [2, gelu(2), gelu(2)]);
 * assertEquals(gradients(pass, [1]).signals.map(([g]) => g), [gelu.derivative(2), 1, 1]);
 * ```
 */
export function network(options: NetworkOptions): Network {
  checkOptions("make a network", options, networkOptions);
  const { widths, activation, random, gain = 1 } = options;
  if (typeof activation.derivative !== "function") {
    throw new TypeError(
      "Cannot make a network as activation must have a derivative: " +
        `current value is ${shown(activation)}`,
    );
  }
  if (widths.length < 2 || !widths.every((width) => Number.isInteger(width) && width >= 1)) {
    throw new RangeError(
      "Cannot make a network as widths must be two or more whole numbers >= 1: " +
        `current value is [${widths.join(", ")}]`,
    );
  }
  const layers = widths.slice(1).map((width, i) => denseLayer(widths[i], width, gain, random));
  return withLayers(layers, activation);
}

function withLayers(
  layers: readonly Layer[],
  activation: RealFunction & { readonly derivative: RealFunction },
): Network {
  const last = layers.length - 1;
  return {
    layers,
    activation,
    forward: (input) => {
      const signals: Float64Array[] = [Float64Array.from(input)];
      const sums: Float64Array[] = [];
      layers.forEach((layer, i) => {
        sums.push(sumsOf(layer, signals[i]));
        signals.push(i < last ? mapped(sums[i], activation) : sums[i]);
      });
      return { signals, sums };
    },
    gradients: ({ signals, sums }, byOutput) => {
      const bySignals: Float64Array[] = [Float64Array.from(byOutput)];
      const bySums: Float64Array[] = [];
      for (let i = last; i >= 0; i--) {
        const slopes = i < last ? mapped(sums[i], activation.derivative) : null;
        bySums.unshift(slopes ? bySignals[0].map((g, row) => g * slopes[row]) : bySignals[0]);
        bySignals.unshift(pullBack(layers[i], bySums[0]));
      }
      const weights = bySums.map((g, i) => outer(g, signals[i]));
      return { signals: bySignals, weights, biases: bySums };
    },
    withWeights: (weights) => {
      checkWeights(layers, weights);
      return withLayers(
        layers.map((layer, i) => ({ ...layer, weights: weights[i] })),
        activation,
      );
    },
    withActivation: (other) => withLayers(layers, other),
  };
}

function checkWeights(layers: readonly Layer[], weights: readonly Float64Array[]): void {
  const [required, given] = [layers.map((layer) => layer.weights), weights]
    .map((each) => `[${each.map(({ length }) => length).join(", ")}]`);
  if (required === given) return;
  throw new RangeError(
    `Cannot change weights as their numbers by layer must be ${required}: current value is ${given}`,
  );
}
