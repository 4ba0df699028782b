import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import type { Activation } from "../../src/activations/activation.ts";
import { activations } from "../../src/activations/catalogue.ts";
import { geluSigmoid, quickGelu } from "../../src/activations/gelu_sigmoid.ts";

const { gelu, geluTanh, logSigmoid, mish, sigmoid, silu, softplus, swish, tanh } = activations;

/** What the docstrings state: the place and value of the minimum, the inflections. */
const bends: [f: Activation, minimum: [at: number, value: number], inflections: number[]][] = [
  [gelu, [-0.7517915246935645, -0.1699712074799037], [-Math.SQRT2, Math.SQRT2]],
  [geluTanh, [-0.7524614220710163, -0.1700407505712541], [-1.4185040087908, 1.4185040087908]],
  [
    geluSigmoid,
    [-1.278464542761074 / 1.702, -0.2784645427610738 / 1.702],
    [-2.3993572805154 / 1.702, 2.3993572805154 / 1.702],
  ],
  [silu, [-1.278464542761074, -0.2784645427610738], [-2.3993572805154, 2.3993572805154]],
  [
    swish.with({ beta: 3 }),
    [-1.278464542761074 / 3, -0.2784645427610738 / 3],
    [-2.3993572805154 / 3, 2.3993572805154 / 3],
  ],
  [mish, [-1.192431214515495, -0.3088434130172504], [-2.2563763963608, 1.4905711794854]],
];

for (const [f, [at, value], inflections] of bends) {
  const parameters = JSON.stringify(f.parameters);
  Deno.test(`${f.id} at ${parameters} has its minimum and its inflections where it says`, () => {
    assert(Math.abs(f(at) - value) <= 1e-16, `the minimum is ${f(at)}`);
    assert(f.derivative(at - 5e-16) < 0 && f.derivative(at + 5e-16) > 0, "f′ changes its sign");
    for (const x of inflections) {
      const bend = f.derivative.derivative;
      assert(bend(x - 1e-13) * bend(x + 1e-13) < 0, `f″ changes its sign at ${x}`);
    }
  });
}

/** Where the line is reached: from there on, but not a hundredth before. */
const ends: [f: Activation, place: number, line: (x: number) => number][] = [
  [gelu, -38.59, () => -0],
  [gelu, 8.22, (x) => x],
  [silu, -751.76, () => -0],
  [silu, 36.88, (x) => x],
  [mish, -751.76, () => -0],
  [mish, 18.8, (x) => x],
  [sigmoid, -745.14, () => 0],
  [sigmoid, 37.43, () => 1],
  [tanh, -19.07, () => -1],
  [tanh, 19.07, () => 1],
  [softplus, -745.14, () => 0],
  [logSigmoid, 745.14, () => -0],
];

for (const [f, place, line] of ends) {
  Deno.test(`${f.id} reaches its asymptote at ${place}`, () => {
    const before = place - 0.01 * Math.sign(place);
    for (const x of [place, 1.5 * place, 1e9 * place]) assertStrictEquals(f(x), line(x));
    const steps = Array.from({ length: 100 }, (_, i) => before - i * 1e-4 * Math.sign(place));
    assert(steps.some((x) => f(x) !== line(x)), `${f.id} is there before ${before}`);
  });
}

Deno.test("softplus starts from ln 2 and logSigmoid from −ln 2", () => {
  assertEquals([softplus(0), logSigmoid(0)], [Math.LN2, -Math.LN2]);
  assertEquals(softplus.with({ beta: 4 })(0), Math.LN2 / 4);
});

Deno.test("quickGelu is geluSigmoid, and swish is silu at β = 1", () => {
  assertStrictEquals(quickGelu, geluSigmoid);
  for (let x = -800; x < 100; x += 0.37) {
    assertStrictEquals(swish(x), silu(x));
    assertStrictEquals(swish.derivative(x), silu.derivative(x));
  }
});
