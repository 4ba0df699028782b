import { gridOf } from "../display/charts/grid_of.ts";
import { type Surface, surface } from "../display/charts/surface.ts";
import type { Network } from "../network/network.ts";
import { meanSquareLoss, type TrainingExample } from "../network/train.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** Where and how finely the loss is looked at. */
export interface LandscapeOptions {
  /** Draws from N(0, 1), for the two directions. A seeded one gives the same picture each time. */
  readonly random: () => number;
  /** How far to go either way, in lengths of the weights; 1 if not given. */
  readonly reach?: number;
  /** How many points along each side, 25 if not given. */
  readonly count?: number;
  /** Above the picture. */
  readonly title?: string;
}

const landscapeOptions: Known<LandscapeOptions> = {
  random: kinds.needed(kinds.callable),
  reach: kinds.number,
  count: kinds.number,
  title: kinds.text,
};

/**
 * The landscape of a network's loss: its height over a plane through the weights as they are, spanned
 * by two random directions. Each direction has, layer by layer, the length of the weights, so that
 * networks with different activations can be compared.
 *
 * @param network the network, in the middle of the picture; left as it is
 * @param examples what the loss is measured on
 * @param options random numbers, reach, fineness
 * @returns a surface that turns where it can, and a heat map elsewhere
 * @throws RangeError if there are no examples, or `count` is not an integer >= 2
 * @see Li and others 2018, "Visualizing the Loss Landscape of Neural Nets",
 * https://arxiv.org/abs/1712.09913
 *
 * @example
 * ```ts
 * import { gelu, landscape } from "@actbook/actbook";
 * import { network } from "@actbook/actbook/network";
 * import { assertEquals } from "@std/assert";
 *
 * const net = network({ widths: [1, 2, 1], activation: gelu, random: () => 1 });
 * const picture = landscape(net, [{ input: [1], target: [0] }], { random: () => 1, count: 5 });
 * assertEquals(picture.alt, "surface of loss over direction 1 and direction 2");
 * ```
 */
export function landscape(
  network: Network,
  examples: readonly TrainingExample[],
  options: LandscapeOptions,
): Surface {
  checkOptions("draw a landscape", options, landscapeOptions);
  const { random, reach = 1, count = 25, title } = options;
  const home = network.layers.map(({ weights }) => weights);
  const [first, second] = [0, 1].map(() => home.map((weights) => direction(weights, random)));
  const loss = (a: number, b: number) => {
    const moved = home.map((weights, layer) =>
      weights.map((weight, i) => weight + a * first[layer][i] + b * second[layer][i])
    );
    return meanSquareLoss(network.withWeights(moved), examples);
  };
  const side = [-reach, reach] as const;
  const grid = gridOf(loss, { x: side, y: side, count });
  const labels = { x: "direction 1", y: "direction 2", z: "loss" };
  return surface(grid, title === undefined ? labels : { ...labels, title });
}

/** A random direction of the length of the weights. */
function direction(weights: Float64Array, random: () => number): Float64Array {
  const drawn = weights.map(() => random());
  const scale = lengthOf(weights) / (lengthOf(drawn) || 1);
  return drawn.map((value) => value * scale);
}

/** Not by Math.hypot, which takes as many arguments only as there is room for on the stack. */
const lengthOf = (vector: Float64Array) => Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0));
