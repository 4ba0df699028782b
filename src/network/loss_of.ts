import { batchNetwork } from "./_batch_network.ts";
import { checkExamples, packed, type TrainingExample } from "./_examples.ts";
import type { Loss } from "./_loss.ts";
import type { Network } from "./network.ts";

/**
 * The mean loss of a network over examples, computed in float32.
 *
 * @param network the network
 * @param examples at least one
 * @param loss "squared", half the square of output − target, if not given; "cross-entropy" of the
 * outputs' softmax against targets that add up to 1
 * @returns the loss, >= 0
 * @throws RangeError if there are no examples
 *
 * @example
 * ```ts
 * import { relu } from "@actbook/actbook";
 * import { lossOf, network } from "@actbook/actbook/network";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const even = network({ widths: [1, 2], activation: relu, random: () => 1 });
 * const loss = lossOf(even, [{ input: [3], target: [1, 0] }], "cross-entropy");
 * assertAlmostEquals(loss, Math.LN2, 1e-15);
 * ```
 */
export function lossOf(
  network: Network,
  examples: readonly TrainingExample[],
  loss: Loss = "squared",
): number {
  checkExamples(examples);
  const inputs = packed(examples.map(({ input }) => input));
  const targets = packed(examples.map(({ target }) => target));
  const made = batchNetwork(network, examples.length);
  return made.loss(inputs, targets, loss) / examples.length;
}
