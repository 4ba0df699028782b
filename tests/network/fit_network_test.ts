import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { randomLcg, randomNormal } from "d3-random";
import { gelu } from "../../src/activations/gelu.ts";
import { tanh } from "../../src/activations/tanh.ts";
import { batchNetwork } from "../../src/network/_batch_network.ts";
import { fitNetwork } from "../../src/network/fit_network.ts";
import { lossOf } from "../../src/network/loss_of.ts";
import { network } from "../../src/network/network.ts";
import { meanSquareLoss } from "../../src/network/train.ts";

const normal = (seed: number) => randomNormal.source(randomLcg(seed))();
const made = (seed = 0.1) =>
  network({ widths: [2, 5, 4, 3], activation: gelu, random: normal(seed), gain: 1.4 });

const draw = normal(0.7);
const examples = Array.from({ length: 7 }, (_, i) => ({
  input: [draw(), draw()],
  target: [0, 1, 2].map((k) => k === i % 3 ? 1 : 0),
}));
const inputs = Float32Array.from(examples.flatMap(({ input }) => input));
const targets = Float32Array.from(examples.flatMap(({ target }) => target));

Deno.test("a batch in float32 agrees with one example after another in double", () => {
  const net = made();
  for (const { biases } of net.layers) biases.forEach((_, i) => biases[i] = 0.1 * i - 0.2);
  const batch = batchNetwork(net, 10);
  const loss = batch.step(inputs, targets, "squared");
  assertAlmostEquals(loss / examples.length, meanSquareLoss(net, examples), 1e-6);
  assertAlmostEquals(lossOf(net, examples), meanSquareLoss(net, examples), 1e-6);

  const sums = net.layers.map(({ weights }) => new Float64Array(weights.length));
  for (const { input, target } of examples) {
    const pass = net.forward(input);
    const byOutput = pass.signals.at(-1)!.map((value, i) => value - target[i]);
    net.gradients(pass, byOutput).weights.forEach((g, i) => g.forEach((v, k) => sums[i][k] += v));
  }
  sums.forEach((sum, i) =>
    sum.forEach((g, k) => assertAlmostEquals(batch.gradients[i].weights[k], g, 1e-5))
  );
});

Deno.test("gradients of the cross-entropy agree with differences", () => {
  const net = made(0.3);
  const batch = batchNetwork(net, examples.length);
  batch.step(inputs, targets, "cross-entropy");
  const { weights } = net.layers[1];
  for (let k = 0; k < weights.length; k++) {
    const [kept, h] = [weights[k], 1e-2];
    weights[k] = kept + h;
    const above = lossOf(net, examples, "cross-entropy");
    weights[k] = kept - h;
    const below = lossOf(net, examples, "cross-entropy");
    weights[k] = kept;
    const difference = (above - below) / (2 * h) * examples.length;
    assertAlmostEquals(batch.gradients[1].weights[k], difference, 1e-3);
  }
});

Deno.test("the cross-entropy of large outputs stays finite", () => {
  const net = network({ widths: [1, 2], activation: tanh, random: () => 1 });
  net.layers[0].weights.set([1, -1]);
  const far = { input: [500], target: [0, 1] };
  assertAlmostEquals(lossOf(net, [far], "cross-entropy"), 1000, 1e-9);
});

Deno.test("training is repeatable, learns, and changes the network it is given", () => {
  const options = { steps: 300, rate: 0.02, batch: 4, loss: "cross-entropy" } as const;
  const [one, two] = [made(), made()];
  const before = lossOf(one, examples, "cross-entropy");
  const history = fitNetwork(one, examples, { ...options, random: randomLcg(0.5) });
  assertEquals(fitNetwork(two, examples, { ...options, random: randomLcg(0.5) }), history);
  assertEquals(one.layers, two.layers);
  assertEquals(history.length, 300);
  assert(lossOf(one, examples, "cross-entropy") < before / 5);
});

Deno.test("training says what it cannot do", () => {
  const options = { steps: 1, rate: 0.1, random: Math.random };
  assertThrows(() => fitNetwork(made(), [], options), RangeError, "at least one example");
  assertThrows(
    () => fitNetwork(made(), examples, { ...options, steps: 1.5 }),
    RangeError,
    "Cannot train as steps must be a whole number >= 1: current value is 1.5",
  );
  // @ts-expect-error no such loss
  assertThrows(() => fitNetwork(made(), examples, { ...options, loss: "hinge" }), RangeError);
});
