import type { Layer32 } from "./_batch_network.ts";

const [slow, slower, tiny] = [0.9, 0.999, 1e-8];

/** A step of Adam on numbers and their gradients, which are sums over a batch. */
export function adam(
  layers: readonly Layer32[],
  gradients: readonly Layer32[],
): (rate: number, batch: number) => void {
  const all = layers.flatMap((layer, i) =>
    (["weights", "biases"] as const).map((name) => ({
      numbers: layer[name],
      by: gradients[i][name],
      mean: new Float32Array(layer[name].length),
      square: new Float32Array(layer[name].length),
    }))
  );
  let [slowPower, slowerPower] = [1, 1];
  return (rate, batch) => {
    slowPower *= slow;
    slowerPower *= slower;
    for (const { numbers, by, mean, square } of all) {
      for (let k = 0; k < numbers.length; k++) {
        const g = by[k] / batch;
        mean[k] = slow * mean[k] + (1 - slow) * g;
        square[k] = slower * square[k] + (1 - slower) * g * g;
        const size = Math.sqrt(square[k] / (1 - slowerPower)) + tiny;
        numbers[k] -= rate * mean[k] / (1 - slowPower) / size;
      }
    }
  };
}
