import { assert, assertEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { polynomialFamily } from "../../src/approximation/families/polynomial_family.ts";
import { fitFamily } from "../../src/approximation/fit_family.ts";
import { formatNamed } from "../../src/comparison/float_format.ts";
import { nextDown, nextUp } from "../../src/comparison/next.ts";
import { reduced } from "../../src/workbench/_lattice.ts";
import { roundParameters } from "../../src/workbench/round_parameters.ts";

const line = [-Infinity, Infinity] as const;

Deno.test("coefficients that are rounded together beat those rounded one by one", () => {
  const quartic = fitFamily({
    target: Math.exp,
    family: polynomialFamily({ degree: 4 }),
    domain: [0, 1],
  });
  const { gain, error, parameters } = roundParameters(quartic, { format: "bfloat16" });
  assert(gain > 20 && error < 1e-4, `${gain}`);
  const { round } = formatNamed("bfloat16");
  for (const value of Object.values(parameters)) assertEquals(round(value), value);
  const tail = fitFamily({ target: gelu, family: exp2Tail({ degree: 5 }), domain: line });
  const half = roundParameters(tail, { format: "float16" });
  assert(half.gain > 10 && half.error < 4e-6, `${half.gain}`);
});

Deno.test("the best within four steps of each coefficient is not better", () => {
  const fit = fitFamily({
    target: Math.exp,
    family: polynomialFamily({ degree: 2 }),
    domain: [0, 1],
  });
  const format = formatNamed("e8m4");
  const found = roundParameters(fit, { format: "e8m4" });
  const around = (value: number) => {
    const values = [format.round(value)];
    for (let k = 0; k < 4; k++) {
      values.unshift(nextDown(values[0], format));
      values.push(nextUp(values.at(-1)!, format));
    }
    return values;
  };
  const { c0, c1, c2 } = fit.parameters;
  let best = Infinity;
  for (const a of around(c0)) {
    for (const b of around(c1)) {
      for (const c of around(c2)) {
        let error = 0;
        for (let k = 0; k <= 200; k++) {
          const x = k / 200;
          error = Math.max(error, Math.abs(a + x * (b + x * c) - Math.exp(x)));
        }
        best = Math.min(best, error);
      }
    }
  }
  assert(found.error <= best * 1.02, `${found.error}, ${best}`);
});

Deno.test("fixed coefficients stay, and only even or odd powers are used if so asked", () => {
  const family = polynomialFamily({ degree: 5, parity: "odd", fixed: { c1: 1 } });
  const fit = fitFamily({ target: Math.sin, family, domain: [-1.5, 1.5] });
  assertEquals(Object.keys(fit.parameters), ["c3", "c5"]);
  assert(fit.error < 1e-3 && fit.f(0.3) === -fit.f(-0.3));
  const free = fitFamily({
    target: Math.sin,
    family: polynomialFamily({ degree: 5, parity: "odd" }),
    domain: [-1.5, 1.5],
  });
  const { round } = formatNamed("float16");
  const found = roundParameters(free, { format: "float16", fixed: ["c1"] });
  assertEquals(found.parameters.c1, round(free.parameters.c1));
  assert(found.gain >= 1);
  assertThrows(
    () => polynomialFamily({ degree: 3, parity: "odd", fixed: { c2: 1 } }),
    RangeError,
    "c2 must be one of its coefficients: they are c1, c3",
  );
});

Deno.test("roundParameters() refuses a fit by least squares", () => {
  const fit = fitFamily({
    target: Math.exp,
    family: polynomialFamily({ degree: 2 }),
    domain: [0, 1],
    criterion: "least-squares",
  });
  assertThrows(() => roundParameters(fit, { format: "float16" }), TypeError, "must be minimax");
});

Deno.test("a reduced basis is made of whole multiples and spans the same lattice", () => {
  const given = [[1, 0, 2503], [0, 1, 1771], [0, 0, 4001]];
  const { basis, multiples } = reduced(given);
  basis.forEach((row, i) => {
    const made = row.map((_, k) => multiples[i].reduce((s, m, j) => s + m * given[j][k], 0));
    assertEquals(made, row);
    assert(row.every((value) => Math.abs(value) < 40), `${row}`);
  });
});
