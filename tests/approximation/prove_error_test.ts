import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { silu } from "../../src/activations/silu.ts";
import { expression as ex } from "../../src/approximation/expression.ts";
import { clipGate } from "../../src/approximation/families/clip_gate.ts";
import { erfGate } from "../../src/approximation/families/erf_gate.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { polynomialFamily } from "../../src/approximation/families/polynomial_family.ts";
import { quadraticGate } from "../../src/approximation/families/quadratic_gate.ts";
import { rationalGate } from "../../src/approximation/families/rational_gate.ts";
import { sigmoidGate } from "../../src/approximation/families/sigmoid_gate.ts";
import { tanhGate } from "../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import type { Family } from "../../src/approximation/family.ts";
import { fitFamily } from "../../src/approximation/fit_family.ts";
import { proveError } from "../../src/approximation/proof/prove_error.ts";
import { remez } from "../../src/approximation/remez.ts";
import { normalCdf } from "../../src/special/normal.ts";

const line = [-Infinity, Infinity] as const;
const gates: readonly [Family, typeof gelu | typeof normalCdf][] = [
  [timesX(tanhGate({ degree: 3 })), gelu],
  [timesX(sigmoidGate({ degree: 1 })), gelu],
  [exp2Tail({ degree: 2 }), gelu],
  [exp2Tail({ degree: 5 }), gelu],
  [exp2Tail({ degree: 6, clamp: 12 }), gelu],
  [timesX(erfGate()), gelu],
  [timesX(rationalGate({ numerator: 3, denominator: 3 })), gelu],
  [timesX(clipGate()), gelu],
  [timesX(quadraticGate()), gelu],
  [tanhGate({ degree: 3 }), normalCdf],
  [rationalGate({ numerator: 2, denominator: 2 }), normalCdf],
];

for (const [family, target] of gates) {
  Deno.test(`the error of ${family.title} against ${target.name} is proved to a part of 1e-3`, () => {
    const fit = fitFamily({ target, family, domain: line });
    const kinks = family.kinks(fit.parameters);
    const { lower, upper, converged, at } = proveError(fit, target, { domain: [-12, 12], kinks });
    assert(converged && upper <= lower * 1.001);
    // The fit's own error, which was sampled, lies between the bounds.
    assert(fit.error <= upper && fit.error >= lower * (1 - 1e-4), `${lower} ${fit.error} ${upper}`);
    assertAlmostEquals(Math.abs(fit.f(at) - target(at)), lower, 1e-12);
  });
}

Deno.test("a proof of a polynomial agrees with the bounds of Remez", () => {
  const report = remez(Math.exp, { degree: 5, domain: [-1, 1] });
  const parameters = Object.fromEntries(report.numerator.map((c, k) => [`c${k}`, c]));
  const form = { family: polynomialFamily({ degree: 5 }), parameters };
  const { lower, upper } = proveError(form, ex.exp("x"), { domain: [-1, 1], tolerance: 1e-6 });
  assert(lower <= report.error * (1 + 1e-9) && upper >= report.lowerBound, `${lower}, ${upper}`);
  assert(upper <= report.error * (1 + 1e-6));
});

Deno.test("a proof does not miss a spike a millionth wide, which samples miss", () => {
  const width = 1e-6;
  const away = ex.multiply(1 / width, ex.subtract("x", 0.31234567));
  const spike = ex.divide(0.01, ex.add(1, ex.multiply(away, away)));
  const form = {
    family: { title: "x with a spike", expression: ex.add("x", spike) },
    parameters: {},
  };
  let sampled = 0;
  for (let k = 0; k <= 10_000; k++) {
    const x = k / 10_000;
    const t = (x - 0.31234567) / width;
    sampled = Math.max(sampled, 0.01 / (1 + t * t));
  }
  const { lower, upper, converged } = proveError(form, { kind: "name", name: "x" }, {
    domain: [0, 1],
  });
  assert(sampled < 1e-5 && converged && lower > 0.00999 && upper < 0.01001, `${lower} ${upper}`);
});

Deno.test("a proof that is stopped early is wider, and true", () => {
  const fit = fitFamily({ target: gelu, family: exp2Tail({ degree: 5 }), domain: line });
  const rough = proveError(fit, gelu, { domain: [-12, 12], stretches: 40 });
  assert(!rough.converged && rough.upper > fit.error && rough.lower <= fit.error);
  const seen: number[] = [];
  const controller = new AbortController();
  controller.abort();
  assertThrows(() =>
    proveError(fit, gelu, {
      domain: [-12, 12],
      tolerance: 1e-7,
      onProgress: ({ stretches }) => seen.push(stretches),
      signal: controller.signal,
    })
  );
});

Deno.test("proveError() refuses what it knows no intervals of", () => {
  const form = { family: tanhGate({ degree: 3 }), parameters: { c1: 0.8, a3: 0.04 } };
  assertThrows(
    () => proveError(form, silu, { domain: [-1, 1] }),
    TypeError,
    "must be gelu, normalCdf",
  );
  assertThrows(() => proveError(form, gelu, { domain: line }), RangeError, "must be bounded");
  assertThrows(() => proveError(form, gelu, { domain: [1, 0] }), RangeError, "must have a < b");
});
