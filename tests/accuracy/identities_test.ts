import { assertLessOrEqual } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { draws, likelyDouble } from "./random.ts";
import { bounds } from "./rule.ts";
import { ulpOf } from "./ulp_error.ts";

const { gelu, geluSigmoid, logSigmoid, sigmoid, silu, softplus, tanh } = activations;

/** Promised of every value, in ulp; a sum or quotient of doubles adds half an ulp of its own. */
const promised = bounds.smooth[0];

/** Fails where two sides that are one number differ by more than their errors together. */
function holds(
  name: string,
  sides: (x: number) => { left: number; right: number; error: number },
): void {
  Deno.test(`${name} to the bounds of both sides`, () => {
    const random = draws(20260103);
    for (let i = 0; i < 20_000; i++) {
      const x = likelyDouble(random, [0.75, -1.25]);
      if (Math.abs(x) > 1e300) continue;
      const { left, right, error } = sides(x);
      assertLessOrEqual(Math.abs(left - right), error, `${left} and ${right} at ${x}`);
    }
  });
}

/** The largest error of values that are within 0.60 ulp, and of one rounding of the last. */
function together(...values: number[]): number {
  const error = values.reduce((sum, value) => sum + promised * ulpOf(value), 0);
  return error + 0.5 * ulpOf(values.at(-1)!);
}

for (const [name, f] of Object.entries({ gelu, silu, softplus })) {
  holds(`${name}(x) − ${name}(−x) = x`, (x) => {
    const [a, b] = [f(x), f(-x)];
    return { left: a - b, right: x, error: together(a, b, x) };
  });
}

holds("Φ(x) + Φ(−x) = 1", (x) => {
  const [a, b] = [normalCdf(x), normalCdf(-x)];
  return { left: a + b, right: 1, error: together(a, b, 1) };
});

holds("σ(x) + σ(−x) = 1", (x) => {
  const [a, b] = [sigmoid(x), sigmoid(-x)];
  return { left: a + b, right: 1, error: together(a, b, 1) };
});

holds("tanh x = 2σ(2x) − 1", (x) => {
  const [a, b] = [tanh(x), 2 * sigmoid(2 * x)];
  return { left: a, right: b - 1, error: together(b, 1, a) };
});

holds("−softplus(−x) = logSigmoid(x)", (x) => ({
  left: -softplus(-x),
  right: logSigmoid(x),
  error: 2 * together(softplus(-x)),
}));

holds("geluSigmoid(x) = silu(1.702 x)/1.702", (x) => {
  const scaled = 1.702 * x;
  const right = silu(scaled) / 1.702;
  // The product is rounded by up to half an ulp; next to the minimum its slope bends too.
  const slope = Math.abs(silu.derivative(scaled)) + ulpOf(scaled);
  const error = slope * ulpOf(scaled) / 2 / 1.702 + together(silu(scaled)) + together(right);
  return { left: geluSigmoid(x), right, error };
});
