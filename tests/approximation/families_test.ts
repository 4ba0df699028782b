import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluSigmoid } from "../../src/activations/gelu_sigmoid.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { hardSigmoid } from "../../src/activations/hard_sigmoid.ts";
import { relu } from "../../src/activations/relu.ts";
import { approximationOf } from "../../src/approximation/approximation_of.ts";
import { clipGate } from "../../src/approximation/families/clip_gate.ts";
import { erfGate } from "../../src/approximation/families/erf_gate.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { polynomialFamily } from "../../src/approximation/families/polynomial_family.ts";
import { rationalFamily } from "../../src/approximation/families/rational_family.ts";
import { rationalGate } from "../../src/approximation/families/rational_gate.ts";
import { sigmoidGate } from "../../src/approximation/families/sigmoid_gate.ts";
import { tanhGate } from "../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { family } from "../../src/approximation/family.ts";
import { normalCdf } from "../../src/special/normal.ts";

const xs = Array.from({ length: 121 }, (_, i) => (i - 60) / 10);

/** The worst difference of two functions on a grid. */
const apart = (f: (x: number) => number, g: (x: number) => number) =>
  Math.max(...xs.map((x) => Math.abs(f(x) - g(x))));

Deno.test("the gates times x at known parameters are known activations", () => {
  const slope = Math.sqrt(2 / Math.PI);
  const tanhForm = approximationOf(timesX(tanhGate({ degree: 3, slope })), { a3: 0.044715 });
  const sigmoidForm = approximationOf(timesX(sigmoidGate({ degree: 1 })), { k1: 1.702 });
  assertEquals(apart(tanhForm, geluTanh) < 2e-15, true);
  assertEquals(apart(sigmoidForm, geluSigmoid) < 2e-15, true);
  assertEquals(apart(approximationOf(clipGate(), { k: 1 / 6 }), hardSigmoid) < 1e-15, true);
  const tailless = approximationOf(exp2Tail({ degree: 1 }), { q0: -2000, q1: 0 });
  assertEquals(apart(tailless, relu), 0);
});

Deno.test("erfGate() starts within 7.5e-8 of Φ, the published bound", () => {
  const { f, start } = erfGate();
  assertEquals(apart((x) => f(x, start), normalCdf) < 7.5e-8, true);
});

Deno.test("rationalGate() starts near Φ", () => {
  const { f, start } = rationalGate({ numerator: 3, denominator: 3 });
  assertEquals(apart((x) => f(x, start), normalCdf) < 1e-4, true);
});

Deno.test("timesX() multiplies families without a formula too", () => {
  const cube = family({ title: "a³", start: { a: 2 }, f: (_, { a }) => a ** 3 });
  const product = timesX(cube);
  assertEquals(product.f(2, { a: 2 }), 16);
  assertAlmostEquals(product.partials(2, { a: 2 })[0], 24, 1e-8);
});

Deno.test("approximationOf() knows name, cost, kinks and two derivatives", () => {
  const f = approximationOf(timesX(tanhGate({ degree: 5 })), {
    c1: 0.7975,
    a3: 0.0464,
    a5: -4.4e-4,
  });
  assertEquals(f.title, "x · ½(1 + tanh of an odd polynomial of degree 5)");
  assertEquals(f.cost?.exps, 1);
  assertEquals(f.kinks, []);
  assertAlmostEquals(f.derivative!(1), gelu.derivative(1), 1e-3);
  assertAlmostEquals(f.derivative!.derivative!(1), gelu.derivative.derivative(1), 1e-2);
  const clipped = approximationOf(clipGate(), { k: 0.25 });
  assertEquals(clipped.kinks, [-2, 2]);
});

Deno.test("the families refuse impossible degrees", () => {
  for (const degree of [0, 2, -1, 1.5, NaN]) {
    assertThrows(() => tanhGate({ degree }), RangeError, "degree must be odd and positive");
    assertThrows(() => sigmoidGate({ degree }), RangeError, "degree must be odd and positive");
  }
  assertThrows(() => tanhGate({ degree: 1, slope: 1 }), RangeError, "must have a parameter");
  assertThrows(() => exp2Tail({ degree: 0 }), RangeError, "degree must be an integer >= 1");
  assertThrows(() => polynomialFamily({ degree: -1 }), RangeError, "degree must be");
  const bad = { numerator: 1, denominator: 0.5 };
  assertThrows(() => rationalFamily(bad), RangeError, "denominator must be");
  assertThrows(() => rationalGate(bad), RangeError, "denominator must be");
});
