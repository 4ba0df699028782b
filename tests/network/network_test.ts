import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { randomLcg, randomNormal } from "d3-random";
import { gelu } from "../../src/activations/gelu.ts";
import { relu } from "../../src/activations/relu.ts";
import { tanh } from "../../src/activations/tanh.ts";
import { network } from "../../src/network/network.ts";

const seeded = (seed: number) => randomNormal.source(randomLcg(seed))();

Deno.test("gradients agree with differences, by every weight, bias and input", () => {
  const made = network({ widths: [3, 4, 5, 2], activation: gelu, random: seeded(1), gain: 1.3 });
  for (const { biases } of made.layers) biases.forEach((_, i) => biases[i] = 0.1 * i - 0.2);
  const input = Float64Array.of(0.3, -1.1, 0.7);
  const along = [0.8, -1.7];
  const value = () => {
    const output = made.forward(input).signals.at(-1)!;
    return along[0] * output[0] + along[1] * output[1];
  };
  const difference = (numbers: Float64Array, i: number) => {
    const [kept, h] = [numbers[i], 1e-5];
    numbers[i] = kept + h;
    const above = value();
    numbers[i] = kept - h;
    const below = value();
    numbers[i] = kept;
    return (above - below) / (2 * h);
  };
  const gradients = made.gradients(made.forward(input), along);
  let checked = 0;
  const check = (numbers: Float64Array, gradient: Float64Array) => {
    assertEquals(numbers.length, gradient.length);
    gradient.forEach((g, i) => assertAlmostEquals(g, difference(numbers, i), 1e-9));
    checked += gradient.length;
  };
  made.layers.forEach(({ weights, biases }, i) => {
    check(weights, gradients.weights[i]);
    check(biases, gradients.biases[i]);
  });
  check(input, gradients.signals[0]);
  assertEquals(checked, (3 * 4 + 4 * 5 + 5 * 2) + (4 + 5 + 2) + 3);
});

Deno.test("a pass keeps every signal, with the activation after every layer but the last", () => {
  const made = network({ widths: [2, 3, 1], activation: tanh, random: seeded(2) });
  const { signals, sums } = made.forward([1, -2]);
  assertEquals(signals.map(({ length }) => length), [2, 3, 1]);
  assertEquals(sums.map(({ length }) => length), [3, 1]);
  assertEquals([...signals[1]], [...sums[0]].map(tanh));
  assertEquals([...signals[2]], [...sums[1]]);
  const [first] = made.layers;
  assertEquals(sums[0][1], first.weights[2] - 2 * first.weights[3]);
});

Deno.test("weights have the spread that the gain asks for", () => {
  const { layers } = network({ widths: [400, 300], activation: relu, random: seeded(3), gain: 2 });
  const { weights, biases } = layers[0];
  const meanSquare = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
  assertAlmostEquals(meanSquare * 400, 4, 0.1);
  assert(biases.every((bias) => bias === 0));
});

Deno.test("the same seed makes the same network", () => {
  const made = () => network({ widths: [2, 3, 1], activation: gelu, random: seeded(4) });
  assertEquals(made().layers, made().layers);
});

Deno.test("another activation shares the weights", () => {
  const made = network({ widths: [1, 2, 1], activation: gelu, random: seeded(5) });
  const other = made.withActivation(relu);
  made.layers[0].weights[0] = 7;
  assertEquals(other.layers[0].weights[0], 7);
  assertEquals(other.forward([1]).signals[1][0], 7);
});

Deno.test("a network needs two or more widths, each a whole number", () => {
  for (const widths of [[], [3], [3, 0], [2.5, 1], [2, NaN]]) {
    assertThrows(
      () => network({ widths, activation: gelu, random: () => 1 }),
      RangeError,
      "widths must be two or more whole numbers >= 1",
    );
  }
});

Deno.test("a network needs an activation with a derivative", () => {
  const activation = Math.tanh as unknown as typeof gelu;
  assertThrows(
    () => network({ widths: [1, 1], activation, random: () => 1 }),
    TypeError,
    "activation must have a derivative",
  );
});

Deno.test("withWeights() puts other weights in and leaves its own as they are", () => {
  const made = network({ widths: [1, 1], activation: gelu, random: () => 3 });
  const other = made.withWeights([Float64Array.of(5)]);
  assertEquals([made, other].map((net) => net.forward([2]).signals[1][0]), [6, 10]);
  assertThrows(
    () => made.withWeights([Float64Array.of(1, 2)]),
    RangeError,
    "must be [1]: current value is [2]",
  );
});
