import { assert } from "@std/assert";
import type { Activation } from "../../src/activations/activation.ts";
import { activations } from "../../src/activations/catalogue.ts";
import { numericalDerivative } from "../../src/calculus/numerical_derivative.ts";

// The fixtures check derivatives in ulps, by Taylor arithmetic at 50 digits, at default parameters.
// Here the differences of f itself check them at other parameters too: no formula is shared.

const others: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  celu: { alpha: 0.4 },
  elu: { alpha: 2.5 },
  geluSigmoid: { k: 1.5 },
  geluTanh: { c: 0.06 },
  hardShrink: { lambda: 1.25 },
  hardSigmoid: { slope: 0.2 },
  hardTanh: { low: -3, high: 0.5 },
  laplace: { mu: -1, sigma: 0.7 },
  leakyRelu: { negativeSlope: 0.3 },
  prelu: { slope: -0.5 },
  rrelu: { lower: 0, upper: 0.1 },
  selu: { alpha: 0.5, scale: 3 },
  snake: { a: 3.3 },
  softShrink: { lambda: 2 },
  softplus: { beta: 3 },
  softplusThreshold: { beta: 2, threshold: 7 },
  squareplus: { b: 0.5 },
  swish: { beta: 1.702 },
  threshold: { theta: -1, value: 4 },
  xielu: { positive: 2, negative: 0.3, beta: 1.5 },
};

for (const f of Object.values(activations)) {
  checkAll(f);
  if (f.id in others) checkAll(f.with(others[f.id]));
}

Deno.test("every function with parameters is checked at other ones", () => {
  const withParameters = Object.values(activations)
    .filter(({ parameters }) => Object.keys(parameters).length > 0);
  for (const { id } of withParameters) assert(id in others, `${id} is not`);
});

function checkAll(f: Activation): void {
  Deno.test(`${f.title}: f′ is the slope of f, f″ that of f′`, () => {
    checkOne(f, f.derivative, f.kinks, 1e-11);
    // f″ may jump where f′ does not: at 0, ±1 or ±3 in this catalogue.
    checkOne(f.derivative, f.derivative.derivative, [...f.kinks, -3, -1, 0, 1, 3], 1e-11);
  });
}

function checkOne(
  f: Activation["derivative"] | Activation,
  slope: (x: number) => number,
  kinks: readonly number[],
  tolerance: number,
): void {
  const wanted = [...new Set(kinks)].sort((a, b) => a - b);
  for (let x = -15.7; x < 15.7; x += 0.0937) {
    const { value } = numericalDerivative(f, x, { kinks: wanted });
    const off = Math.abs(value - slope(x));
    const size = Math.max(1, Math.abs(slope(x)), Math.abs(f(x)));
    assert(off <= tolerance * size, `${f.id} at ${x}: ${slope(x)}, but differences give ${value}`);
  }
}
