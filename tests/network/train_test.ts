import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import { randomLcg, randomNormal } from "d3-random";
import { gelu } from "../../src/activations/gelu.ts";
import { network } from "../../src/network/network.ts";
import { meanSquareLoss, type TrainingExample, trainStep } from "../../src/network/train.ts";

const seeded = (seed: number) => randomNormal.source(randomLcg(seed))();
const wave: TrainingExample[] = Array.from({ length: 21 }, (_, i) => {
  const x = (i - 10) / 5;
  return { input: [x], target: [Math.sin(2 * x)] };
});

Deno.test("a step returns the loss before it, and lowers it by rate times gradient squared", () => {
  const made = network({ widths: [1, 8, 1], activation: gelu, random: seeded(1) });
  const before = meanSquareLoss(made, wave);
  const kept = made.layers.map(({ weights, biases }) => [weights.slice(), biases.slice()]);
  const rate = 1e-6;
  assertAlmostEquals(trainStep(made, wave, rate), before, 1e-14);
  let squares = 0;
  made.layers.forEach(({ weights, biases }, i) => {
    weights.forEach((w, k) => squares += ((w - kept[i][0][k]) / rate) ** 2);
    biases.forEach((b, k) => squares += ((b - kept[i][1][k]) / rate) ** 2);
  });
  const fall = (before - meanSquareLoss(made, wave)) / rate;
  assert(squares > 0);
  assertAlmostEquals(fall / squares, 1, 1e-4);
});

Deno.test("training learns a wave", () => {
  const made = network({ widths: [1, 16, 1], activation: gelu, random: seeded(2) });
  const before = meanSquareLoss(made, wave);
  for (let step = 0; step < 500; step++) trainStep(made, wave, 0.1);
  assert(meanSquareLoss(made, wave) < before / 20);
});

Deno.test("without examples there is nothing to train on", () => {
  const made = network({ widths: [1, 1], activation: gelu, random: () => 1 });
  assertThrows(() => trainStep(made, [], 0.1), RangeError, "at least one example");
  assertThrows(() => meanSquareLoss(made, []), RangeError, "at least one example");
});
