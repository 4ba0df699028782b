import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { tanhGate } from "../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { fitFamily } from "../../src/approximation/fit_family.ts";
import { integrate } from "../../src/calculus/integrate.ts";
import { densityOf } from "../../src/workbench/density_of.ts";
import { draws } from "../accuracy/random.ts";

const { uniform } = draws(20260401);
/** Bates' approximation of a normal distribution about −1, with deviation 0.5. */
const inputs = Array.from({ length: 20_000 }, () => {
  let sum = 0;
  for (let k = 0; k < 12; k++) sum += uniform();
  return -1 + 0.5 * (sum - 6);
});

Deno.test("densityOf() is about the density that the inputs come from", () => {
  const density = densityOf(inputs, { bins: 40 });
  for (const x of [-2, -1.3, -1, -0.5, 0]) {
    const right = Math.exp(-2 * (x + 1) ** 2) / (0.5 * Math.sqrt(2 * Math.PI));
    assertAlmostEquals(density(x), right, 0.05, `${x}`);
  }
  assertAlmostEquals(integrate(density, [-4, 2], { relative: 1e-6 }).value, 1, 1e-3);
  assertEquals([-Infinity, -10, 10, NaN].map(density), [0, 0, 0, 0]);
});

Deno.test("a fit weighted by real inputs errs less where they are", () => {
  const density = densityOf(inputs, { bins: 40 });
  const family = timesX(tanhGate({ degree: 3 }));
  const domain = [-2.9, 0.9] as const;
  const plain = fitFamily({ target: gelu, family, domain });
  const weighted = fitFamily({
    target: gelu,
    family,
    domain,
    criterion: { leastSquares: density },
  });
  const mean = (f: (x: number) => number) =>
    Math.sqrt(inputs.reduce((sum, x) => sum + (f(x) - gelu(x)) ** 2, 0) / inputs.length);
  assert(mean(weighted.f) < 0.8 * mean(plain.f), `${mean(weighted.f)} ${mean(plain.f)}`);
});

Deno.test("densityOf() refuses what has no density", () => {
  assertThrows(() => densityOf([]), RangeError, "current value is none");
  assertThrows(() => densityOf([3, 3, NaN]), RangeError, "two different finite inputs");
  assertThrows(() => densityOf([1, 2], { bins: 1.5 }), RangeError, "whole number >= 2");
});
