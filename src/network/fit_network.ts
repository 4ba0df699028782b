/**
 * Training of small networks in batches, by Adam, in float32.
 *
 * @module
 */

import { adam } from "./_adam.ts";
import { checkExamples, packed, type TrainingExample } from "./_examples.ts";
import { batchNetwork } from "./_batch_network.ts";
import type { Loss } from "./_loss.ts";
import type { Network } from "./network.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { cos } from "../special/trigonometric.ts";

export type { Loss };

/** How a network is trained. */
export interface FitNetworkOptions {
  /** How many steps. */
  readonly steps: number;
  /** How far a step goes at first; it falls to 0 along a cosine. */
  readonly rate: number;
  /** Draws evenly from [0, 1), for the order of the examples. A seeded one gives the same each time. */
  readonly random: () => number;
  /** How many examples a step looks at, 32 if not given. */
  readonly batch?: number;
  /** "squared" if not given. */
  readonly loss?: Loss;
}

const fitNetworkOptions: Known<FitNetworkOptions> = {
  steps: kinds.needed(kinds.number),
  rate: kinds.needed(kinds.number),
  random: kinds.needed(kinds.callable),
  batch: kinds.number,
  loss: kinds.oneOf("squared", "cross-entropy"),
};

/**
 * Trains a network by Adam on batches, in float32, through `evaluate`. The order of the examples is drawn anew each time all have been seen.
 *
 * @param network the network, whose weights and biases are changed
 * @param examples at least one
 * @param options steps, rate, random numbers, batch, loss
 * @returns the mean loss over each step's batch, before the step
 * @throws RangeError if there are no examples, or `steps` or `batch` is not a whole number >= 1
 * @throws TypeError if an option is unknown, missing or of the wrong kind
 * @see Kingma and Ba 2014, "Adam: A Method for Stochastic Optimization",
 * https://arxiv.org/abs/1412.6980
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { fitNetwork, lossOf, network } from "@actbook/actbook/network";
 * import { assert } from "@std/assert";
 *
 * const draws = (seed: number) => () => (seed = seed * 16807 % 2147483647) / 2147483647;
 * const made = network({ widths: [1, 8, 1], activation: gelu, random: draws(1) });
 * const examples = [-1, 0, 1].map((x) => ({ input: [x], target: [x * x] }));
 * fitNetwork(made, examples, { steps: 200, rate: 0.02, random: draws(2) });
 * assert(lossOf(made, examples) < 1e-3);
 * ```
 */
export function fitNetwork(
  network: Network,
  examples: readonly TrainingExample[],
  options: FitNetworkOptions,
): Float64Array {
  checkOptions("train", options, fitNetworkOptions);
  checkExamples(examples);
  const { steps, rate, random, loss = "squared" } = options;
  const batch = Math.min(options.batch ?? 32, examples.length);
  for (const [name, value] of Object.entries({ steps, batch })) {
    if (Number.isInteger(value) && value >= 1) continue;
    throw new RangeError(
      `Cannot train as ${name} must be a whole number >= 1: current value is ${value}`,
    );
  }
  const made = batchNetwork(network, batch);
  const move = adam(made.layers, made.gradients);
  const deck = endless(examples, random);
  const history = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    const chosen = deck(batch);
    const inputs = packed(chosen.map(({ input }) => input));
    const targets = packed(chosen.map(({ target }) => target));
    history[step] = made.step(inputs, targets, loss) / batch;
    move(rate * (1 + cos(Math.PI * step / steps)) / 2, batch);
  }
  network.layers.forEach(({ weights, biases }, i) => {
    weights.set(made.layers[i].weights);
    biases.set(made.layers[i].biases);
  });
  return history;
}

/** Deals items in a random order, and shuffles anew when too few are left. */
function endless<T>(items: readonly T[], random: () => number): (count: number) => T[] {
  const order = [...items];
  let next = order.length;
  return (count) => {
    if (next + count > order.length) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [order[i], order[j]] = [order[j], order[i]];
      }
      next = 0;
    }
    return order.slice(next, next += count);
  };
}
