import { exp } from "../special/exp.ts";
import { log } from "../special/log.ts";

/** Numbers of a batch: float32 in training, doubles where small differences are looked for. */
type Numbers = Float32Array | Float64Array;

/** What training makes small. */
export type Loss = "squared" | "cross-entropy";

/**
 * The loss summed over the rows of a batch, and its gradient by the outputs, which it writes.
 *
 * @param width how many outputs an example has
 */
export function lossAndGradient(
  loss: Loss,
  outputs: Numbers,
  targets: Numbers,
  width: number,
  gradient: Numbers,
): number {
  return loss === "squared"
    ? squared(outputs, targets, gradient)
    : crossEntropy(outputs, targets, width, gradient);
}

/** Half the square of output − target. */
function squared(outputs: Numbers, targets: Numbers, gradient: Numbers): number {
  let sum = 0;
  for (let i = 0; i < outputs.length; i++) {
    const miss = outputs[i] - targets[i];
    gradient[i] = miss;
    sum += miss * miss / 2;
  }
  return sum;
}

/** −Σ target·ln softmax(outputs), the softmax taken apart so that nothing overflows. */
function crossEntropy(
  outputs: Numbers,
  targets: Numbers,
  width: number,
  gradient: Numbers,
): number {
  let sum = 0;
  for (let at = 0; at < outputs.length; at += width) {
    let largest = -Infinity;
    for (let i = at; i < at + width; i++) largest = Math.max(largest, outputs[i]);
    let total = 0;
    for (let i = at; i < at + width; i++) total += exp(outputs[i] - largest);
    const logTotal = log(total) + largest;
    for (let i = at; i < at + width; i++) {
      gradient[i] = exp(outputs[i] - logTotal) - targets[i];
      sum += targets[i] * (logTotal - outputs[i]);
    }
  }
  return sum;
}
