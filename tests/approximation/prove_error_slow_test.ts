import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { silu } from "../../src/activations/silu.ts";
import { compileExpression } from "../../src/approximation/evaluate_expression.ts";
import { type Expression, expression as ex } from "../../src/approximation/expression.ts";
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
import { type Provable, proveError } from "../../src/approximation/proof/prove_error.ts";
import { tailOf } from "../../src/approximation/proof/_tail_of.ts";
import { remez } from "../../src/approximation/remez.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { geluFamilies } from "../../src/workbench/forms.ts";
import { fitPieces } from "../../src/workbench/pieces/fit_pieces.ts";

const line = [-Infinity, Infinity] as const;
/** Every family that is fitted to gelu, as `design` searches them, and every gate to Φ. */
const gates: readonly [Family, typeof gelu | typeof normalCdf][] = [
  ...geluFamilies().map((family): [Family, typeof gelu] => [family, gelu]),
  [exp2Tail({ degree: 3, smooth: true }), gelu],
  [sigmoidGate({ degree: 1 }), normalCdf],
  [sigmoidGate({ degree: 3 }), normalCdf],
  [tanhGate({ degree: 3, slope: Math.sqrt(2 / Math.PI) }), normalCdf],
  [erfGate(), normalCdf],
  [clipGate(), normalCdf],
  [quadraticGate(), normalCdf],
  [rationalGate({ numerator: 3, denominator: 3 }), normalCdf],
  [timesX(tanhGate({ degree: 3 })), gelu],
  [exp2Tail({ degree: 5 }), gelu],
  [tanhGate({ degree: 3 }), normalCdf],
  [rationalGate({ numerator: 2, denominator: 2 }), normalCdf],
];

for (const [family, target] of gates) {
  Deno.test(`the error of ${family.title} against ${target.name} is proved to a part of 1e-3 on the whole line`, () => {
    const fit = fitFamily({ target, family, domain: line });
    const kinks = family.kinks(fit.parameters);
    const { lower, upper, converged, at, proof } = proveError(fit, target, { domain: line, kinks });
    assertStringIncludes(proof, "On [-∞, ∞]");
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
  assertThrows(() => proveError(form, gelu, { domain: [1, 0] }), RangeError, "must have a < b");
});

const formula = (expression: Expression) => ({
  family: { title: "formula", expression },
  parameters: {},
});

Deno.test("pieces are proved on the whole line, and a half line is a domain too", () => {
  const pieces = fitPieces({ target: gelu, degree: 3, pieces: 4, symmetry: "relu" });
  const kinks = pieces.family.kinks(pieces.parameters);
  const whole = proveError(pieces, gelu, { domain: line, kinks });
  assert(
    whole.converged && pieces.error <= whole.upper && pieces.error >= whole.lower * (1 - 1e-4),
  );
  for (const domain of [[-Infinity, -3], [-Infinity, 2], [-1, Infinity], [5, Infinity]] as const) {
    const { lower, upper, converged } = proveError(pieces, gelu, { domain, kinks });
    assert(converged && lower <= whole.upper);
    for (let k = 0; k <= 400; k++) {
      const x = domain[0] === -Infinity ? domain[1] - k / 20 : domain[0] + k / 20;
      assert(Math.abs(pieces.f(x) - gelu(x)) <= upper + 1e-15, `${x}`);
    }
    assert(lower > 0);
  }
});

Deno.test("an error that is largest at an infinity is found there", () => {
  const gate = ex.multiply(1.1, ex.gate(ex.multiply(0.8, "x")));
  const { lower, upper, at, converged } = proveError(formula(gate), normalCdf, { domain: line });
  assert(converged && at === Infinity && Math.abs(lower - 0.1) < 1e-15 && upper < 0.1001);
  const { at: left } = proveError(formula(ex.multiply("x", -1)), ex.subtract(0, "x"), {
    domain: [-Infinity, 0],
  });
  assertEquals(left, -16); // No error at all.
});

Deno.test("a relative error is proved as far as the target stays away from 0", () => {
  const form = formula(ex.multiply("x", ex.sigmoid(ex.multiply(1.702, "x"))));
  const right = proveError(form, gelu, { domain: [1, Infinity], relative: true });
  assert(right.converged && right.upper < 0.03);
  assertThrows(
    () => proveError(form, gelu, { domain: [-Infinity, -1], relative: true }),
    RangeError,
    "nothing bounds the error below x = -1048576",
  );
});

Deno.test("an error without a bound is said to have none, or not to be bounded", () => {
  const refused = (e: Expression, message: string) =>
    assertThrows(() => proveError(formula(e), gelu, { domain: line }), RangeError, message);
  refused(ex.multiply("x", 0.99), "it grows like x");
  refused(ex.multiply("x", ex.multiply("x", "x")), "it grows like x^3");
  // A clamp of the exponent alone leaves x times something that is small, but not 0.
  const tail = ex.exp2(ex.multiply(-1.5, ex.min(ex.abs("x"), 12)));
  refused(ex.subtract(ex.max("x", 0), ex.multiply(ex.abs("x"), tail)), "it grows like x");
  refused(ex.multiply("x", ex.exp("x")), "nothing bounds the error above x = ");
  refused(ex.multiply("x", ex.gate(ex.multiply(-0.8, "x"))), "it grows like x");
  const huge = proveError(formula(ex.exp("x")), gelu, { domain: [0, 1000] });
  assertEquals([huge.upper, huge.converged], [Infinity, false]);
});

/** Formulas, each with all x from which on it is to be enclosed. */
const enclosed: readonly [Expression, number][] = [
  [ex.polynomial("x", [1, -2, 0.5]), 1],
  [ex.multiply("x", ex.exp(ex.polynomial(ex.abs("x"), [-1, -0.5, -0.25]))), 1],
  [ex.exp2(ex.multiply(-0.3, ex.abs("x"))), 2],
  [ex.gate(ex.polynomial("x", [0.1, 0.8, 0, 0.04])), 1.5],
  [ex.tanh(ex.multiply(0.7, "x")), 1],
  [ex.divide(ex.polynomial("x", [1, 2]), ex.polynomial("x", [3, 0, 1])), 4],
  [ex.divide(1, ex.add(1, ex.exp(ex.multiply(-1.5, ex.abs("x"))))), 1],
  [
    ex.multiply(ex.divide(1, ex.polynomial(ex.abs("x"), [1, 0.2])), ex.exp(ex.multiply(-1, "x"))),
    1,
  ],
  [ex.exp(ex.multiply(3, ex.exp(ex.multiply(-1, ex.abs("x"))))), 0.5],
  [ex.expm1(ex.multiply(-1, ex.multiply("x", "x"))), 0.75],
  [ex.max(-0.5, ex.min(0.5, ex.divide("x", ex.polynomial("x", [2, 0, 1])))), 1],
  [ex.piecewise(ex.abs("x"), [1, 2], ["x", ex.multiply("x", 2), ex.multiply("x", 3)]), 2],
  [ex.multiply(ex.sign("x"), ex.step(ex.subtract("x", 0.5))), 1],
];

Deno.test("what is known of a formula far out holds at every x that is tried", () => {
  for (const [e, from] of enclosed) {
    const f = compileExpression(e);
    for (const side of [1, -1] as const) {
      const { polynomial, size, rate, range } = tailOf(e)({ side, from });
      assert(range[0] <= range[1]);
      for (let k = 0; k <= 300; k++) {
        const t = k / 10;
        const [x, value] = [from + t, f(side * (from + t), {})];
        const slack = 1e-13 * Math.max(1, Math.abs(value));
        assert(value >= range[0] - slack && value <= range[1] + slack, `${side * x}: ${range}`);
        const [low, high] = [0, 1].map((end) =>
          polynomial.reduceRight((sum, c) => sum * x + c[end], 0)
        );
        // A rate is infinite where there is no rest.
        const rest = size === 0 ? 0 : size * Math.exp(-rate * t);
        assert(value >= low - rest - slack && value <= high + rest + slack, `${side * x}: ${size}`);
      }
    }
  }
});

/** A polynomial of given coefficients, times x if it has the zero of its target. */
const polynomial = (coefficients: readonly number[], zero = false) => {
  const inner = ex.polynomial("x", coefficients);
  const expression = zero ? ex.multiply("x", inner) : inner;
  return { family: { title: "polynomial", expression }, parameters: {} };
};

interface Published {
  readonly name: string;
  readonly form: Provable;
  readonly domain: readonly [number, number];
  readonly theirs: readonly [number, number];
  readonly tolerance?: number;
}

/**
 * What `supnorm` of Sollya gives, as published: examples 1 and 3 of its manual
 * (https://www.sollya.org/sollya-weekly/help.php?name=supnorm), and two polynomials of LLVM's
 * libc/utils/mathtools/expm1f.sollya, there as binary logarithms.
 */
const published: readonly Published[] = [
  {
    name: "example 3 of the manual, expm1 on [−1/4, 1/4]",
    form: polynomial([
      1,
      2097145 * 2 ** -22,
      349527 * 2 ** -21,
      87609 * 2 ** -21,
      4369 * 2 ** -19,
    ], true),
    domain: [-0.25, 0.25],
    theirs: [9.8349131972210814932e-8, 9.8349131972297467697e-8],
  },
  {
    name: "LLVM's expm1f on [−ln 2, −1/8]",
    form: polynomial([
      -6.899231408397099585272371768951416015625e-8,
      0.999998271465301513671875,
      0.4999825656414031982421875,
      0.16657467186450958251953125,
      4.1390590369701385498046875e-2,
      7.856394164264202117919921875e-3,
      9.380675037391483783721923828125e-4,
    ]),
    domain: [-Math.LN2, -0.125],
    theirs: [2 ** -29.718757839645220560605, 2 ** -29.718757839645219319277],
    // An error of 1e-9 of values near 0.5, and below one of 4e-11, has no more digits in doubles.
    tolerance: 1e-4,
  },
  {
    name: "LLVM's expm1f on [−1/8, 1/8]",
    form: polynomial([
      1,
      0.5,
      0.16666664183139801025390625,
      4.1666664183139801025390625e-2,
      8.3379410207271575927734375e-3,
      1.3894210569560527801513671875e-3,
    ], true),
    domain: [-0.125, 0.125],
    theirs: [2 ** -34.542864999883718873454, 2 ** -34.542864999883717632126],
    tolerance: 1e-3,
  },
];

for (const { name, form, domain, theirs, tolerance = 1e-6 } of published) {
  Deno.test(`a relative proof agrees with what Sollya published for ${name}`, () => {
    const target = ex.expm1("x");
    const { lower, upper, converged } = proveError(form, target, {
      domain,
      relative: true,
      tolerance,
    });
    assert(converged);
    assert(lower <= theirs[1] * (1 + 1e-8) && upper >= theirs[0] * (1 - 1e-8), `${lower} ${upper}`);
  });
}

Deno.test("an absolute proof agrees with what Sollya published for example 1 of its manual", () => {
  const report = remez(Math.exp, { degree: 5, domain: [-1, 1] });
  const { lower, upper } = proveError(report, ex.exp("x"), { domain: [-1, 1], tolerance: 1e-8 });
  // Its polynomial, by a Remez that stops at a part of 1e-5, errs a little more than the best.
  assert(lower <= 0.4520552104387e-4 && upper >= 0.4520552104382e-4 * (1 - 1e-6), `${upper}`);
  assert(upper / lower < 1 + 1e-7);
});
