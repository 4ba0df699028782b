/**
 * What another activation does to a network that was trained with one.
 *
 * @module
 */

import type { RealFunction } from "../calculus/real_function.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { shown } from "../options/shown.ts";
import { checkExamples, type TrainingExample } from "./_examples.ts";
import { type Loss, lossAndGradient } from "./_loss.ts";
import type { Network } from "./network.ts";

/** How the loss is counted. */
export interface ReplacementOptions {
  /** "squared" if not given. */
  readonly loss?: Loss;
}

const known: Known<ReplacementOptions> = { loss: kinds.oneOf("squared", "cross-entropy") };

/** What a replaced activation changes. */
export interface Replacement {
  /** The mean loss with the network's own activation. */
  readonly loss: number;
  /** The mean loss with the other one. */
  readonly replacedLoss: number;
  /** How far the outputs move. */
  readonly output: {
    /** The largest change of one output. */
    readonly largest: number;
    /** The example, counted from 0, in which it is. */
    readonly at: number;
    /** The root mean square of the changes. */
    readonly rms: number;
  };
  /** In how many examples another output is the largest: other answers of a classifier. */
  readonly decisions: number;
  /** How the gradient of the loss by all weights and biases moves; `null` without a derivative. */
  readonly gradient: {
    /** Its length with the network's own activation. */
    readonly length: number;
    /** The length of the change. */
    readonly change: number;
  } | null;
}

/**
 * Replaces the activation of a trained network, leaves its weights as they are, and says what that
 * does to outputs, answers, loss and gradient over examples: the error of an approximation in the
 * currency of the model. All in doubles, so that small changes are seen; the activation may round as
 * it goes, as `inArithmetic` makes it.
 *
 * @param network the network, left as it is
 * @param replacement the other activation; with a `derivative` the gradient is compared too
 * @param examples at least one
 * @param options which loss
 * @returns loss before and after, how far outputs and gradient moved, and how many answers changed
 * @throws RangeError if there are no examples, or there is no such loss
 * @throws TypeError if the replacement is no function, or an option is unknown or of the wrong kind
 *
 * @example
 * ```ts
 * import { gelu, relu } from "@actbook/actbook";
 * import { network, replaceActivation } from "@actbook/actbook/network";
 * import { assertEquals } from "@std/assert";
 *
 * const one = network({ widths: [1, 1, 1], activation: gelu, random: () => 1 });
 * const { output, replacedLoss } = replaceActivation(one, relu, [{ input: [1], target: [1] }]);
 * assertEquals([output.largest, replacedLoss], [1 - gelu(1), 0]);
 * ```
 */
export function replaceActivation(
  network: Network,
  replacement: RealFunction & { readonly derivative?: RealFunction },
  examples: readonly TrainingExample[],
  options: ReplacementOptions = {},
): Replacement {
  checkOptions("replace an activation", options, known);
  checkExamples(examples);
  if (typeof replacement !== "function") {
    throw new TypeError(
      "Cannot replace an activation as replacement must be a function: " +
        `current value is ${shown(replacement)}`,
    );
  }
  const { loss = "squared" } = options;
  const { derivative } = replacement;
  const whole = Object.assign((x: number) => replacement(x), {
    derivative: derivative ?? (() => NaN),
  });
  const before = run(network, examples, loss);
  const after = run(network.withActivation(whole), examples, loss);
  let [largest, at, squares, numbers, decisions] = [0, 0, 0, 0, 0];
  before.outputs.forEach((own, i) => {
    const other = after.outputs[i];
    own.forEach((value, k) => {
      const change = Math.abs(other[k] - value);
      // NaN is as far as can be.
      if (!(change <= largest)) [largest, at] = [Number.isNaN(change) ? Infinity : change, i];
      squares += change * change;
    });
    numbers += own.length;
    if (largestOf(own) !== largestOf(other)) decisions++;
  });
  return {
    loss: before.loss,
    replacedLoss: after.loss,
    output: { largest, at, rms: Math.sqrt(squares / numbers) },
    decisions,
    gradient: derivative
      ? {
        length: lengthOf(before.gradient),
        change: lengthOf(before.gradient.map((g, i) => after.gradient[i] - g)),
      }
      : null,
  };
}

/** Outputs, mean loss, and its gradient by weights and biases, one after another. */
function run(network: Network, examples: readonly TrainingExample[], loss: Loss) {
  const outputs: Float64Array[] = [];
  const gradient: number[] = [];
  let sum = 0;
  for (const { input, target } of examples) {
    const pass = network.forward(input);
    const output = pass.signals.at(-1)!;
    outputs.push(output);
    const byOutput = new Float64Array(output.length);
    sum += lossAndGradient(loss, output, Float64Array.from(target), output.length, byOutput);
    const { weights, biases } = network.gradients(pass, byOutput);
    let i = 0;
    for (const part of [...weights, ...biases]) {
      for (const value of part) {
        gradient[i] = (gradient[i] ?? 0) + value / examples.length;
        i++;
      }
    }
  }
  return { outputs, loss: sum / examples.length, gradient };
}

function largestOf(values: Float64Array): number {
  return values.reduce((best, value, i) => value > values[best] ? i : best, 0);
}

function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
