import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { randomLcg, randomNormal } from "d3-random";
import { gelu } from "../../src/activations/gelu.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { relu } from "../../src/activations/relu.ts";
import { tanh } from "../../src/activations/tanh.ts";
import { formatNamed } from "../../src/comparison/float_format.ts";
import { fitNetwork } from "../../src/network/fit_network.ts";
import { lossOf } from "../../src/network/loss_of.ts";
import { network } from "../../src/network/network.ts";
import { replaceActivation } from "../../src/network/replace_activation.ts";
import { meanSquareLoss } from "../../src/network/train.ts";

/** Points inside and outside of a circle, which a line does not part. */
const examples = Array.from({ length: 200 }, (_, k) => {
  const [radius, angle] = [2 * Math.sqrt((k + 0.5) / 200), 2.399963 * k];
  const input = [radius * Math.cos(angle), radius * Math.sin(angle)];
  return { input, target: radius < 1.3 ? [1, 0] : [0, 1] };
});
const trained = network({
  widths: [2, 12, 2],
  activation: gelu,
  random: randomNormal.source(randomLcg(0.4))(),
});
fitNetwork(trained, examples, {
  steps: 600,
  rate: 0.02,
  random: randomLcg(0.5),
  loss: "cross-entropy",
});
const replaced = (by: Parameters<typeof replaceActivation>[1]) =>
  replaceActivation(trained, by, examples, { loss: "cross-entropy" });

Deno.test("an activation that replaces itself changes nothing", () => {
  const { loss, replacedLoss, output, decisions, gradient } = replaced(gelu);
  assert(loss < 0.1 && loss > 0, `trained to ${loss}`);
  assertAlmostEquals(loss, lossOf(trained, examples, "cross-entropy"), 1e-6);
  assertEquals([replacedLoss, output, decisions], [loss, { largest: 0, at: 0, rms: 0 }, 0]);
  assert(gradient!.length > 0);
  assertEquals(gradient!.change, 0);
});

Deno.test("the closer the replacement, the less it does to outputs, loss and gradient", () => {
  const { round } = formatNamed("bfloat16");
  const kernel = Object.assign((x: number) => round(geluTanh(round(x))), {
    derivative: (x: number) => round(geluTanh.derivative(round(x))),
  });
  const effects = [geluTanh, kernel, relu, tanh].map(replaced);
  effects.slice(1).forEach((effect, k) => {
    const closer = effects[k];
    assert(closer.output.rms < effect.output.rms);
    assert(closer.gradient!.change < effect.gradient!.change);
    assert(
      Math.abs(closer.replacedLoss - closer.loss) < Math.abs(effect.replacedLoss - effect.loss),
    );
  });
  assertEquals(effects[0].decisions, 0);
  assert(effects[3].decisions > 20, "tanh in the place of gelu answers otherwise");
});

Deno.test("loss and gradient after are those of the network with the other activation", () => {
  const { replacedLoss } = replaceActivation(trained, relu, examples);
  const net = trained.withActivation(relu);
  assertAlmostEquals(replacedLoss, meanSquareLoss(net, examples), 1e-12);

  // One weight, by hand: half of (w·f(x))², whose slope by the second weight is f(x)²·w.
  const one = network({ widths: [1, 1, 1], activation: gelu, random: () => 1 });
  const { gradient } = replaceActivation(one, tanh, [{ input: [2], target: [0] }]);
  const parts = (f: typeof gelu | typeof tanh) => {
    const slope = f.derivative(2);
    // By the two weights, then the two biases.
    return [f(2) * slope * 2, f(2) ** 2, f(2) * slope, f(2)];
  };
  const [own, other] = [parts(gelu), parts(tanh)];
  assertAlmostEquals(gradient!.length, Math.hypot(...own), 1e-14);
  assertAlmostEquals(gradient!.change, Math.hypot(...own.map((g, i) => other[i] - g)), 1e-14);
});

Deno.test("without a derivative there is no gradient, and NaN is as far as can be", () => {
  assertEquals(replaced((x) => gelu(x)).gradient, null);
  assertEquals(replaced(() => NaN).output.largest, Infinity);
});

Deno.test("replaceActivation() refuses what it cannot replace by", () => {
  assertThrows(() => replaceActivation(trained, relu, []), RangeError, "at least one example");
  // deno-lint-ignore no-explicit-any
  const wrong = (value: any) => () => replaceActivation(trained, value, examples);
  assertThrows(wrong("relu"), TypeError, "must be a function");
  // deno-lint-ignore no-explicit-any
  const options = { loss: "hinge" } as any;
  assertThrows(() => replaceActivation(trained, relu, examples, options), RangeError, "hinge");
});
