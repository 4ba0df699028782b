import { assertRejects, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { exportCode } from "../../src/approximation/code/export_code.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { proveError } from "../../src/approximation/proof/prove_error.ts";
import { remez } from "../../src/approximation/remez.ts";
import { extrema } from "../../src/calculus/extrema.ts";
import { features } from "../../src/calculus/features.ts";
import { integrate } from "../../src/calculus/integrate.ts";
import { numericalDerivative } from "../../src/calculus/numerical_derivative.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { compare } from "../../src/gallery/compare.ts";
import { design } from "../../src/workbench/design.ts";
import { inArithmetic } from "../../src/workbench/in_arithmetic.ts";
import { roundParameters } from "../../src/workbench/round_parameters.ts";

/** Anything, as someone who writes JavaScript may pass it. */
// deno-lint-ignore no-explicit-any
const any = (value: unknown): any => value;
const c = { language: "c" } as const;
const alone = any({ family: exp2Tail({ degree: 1 }) });

const wrong: readonly [name: string, call: () => unknown, says: string][] = [
  [
    "remez",
    () => remez(any("exp"), { degree: 2, domain: [0, 1] }),
    'a function: current value is "exp"',
  ],
  ["integrate", () => integrate(any("x"), [0, 1]), 'f must be a function: current value is "x"'],
  ["features", () => features(any(undefined)), "f must be a function: current value is undefined"],
  ["extrema", () => extrema(any(3), [0, 1]), "f must be a function: current value is 3"],
  ["numericalDerivative", () => numericalDerivative(any({}), 1), "f must be a function"],
  ["compare", () => compare(gelu, any(undefined)), "a candidate must be a function"],
  ["compare", () => compare(gelu, any(["geluTanh"])), 'current value is "geluTanh"'],
  ["compare", () => compare(any("gelu"), [gelu]), "the reference must be a function"],
  [
    "exportCode",
    () => exportCode(any(undefined), c),
    "it must be a fit, or a family with parameters",
  ],
  ["exportCode", () => exportCode(any({}), c), "or a function of the catalogue"],
  ["exportCode", () => exportCode(alone, c), "current value is the family alone"],
  ["proveError", () => proveError(any({}), gelu, { domain: [0, 1] }), "it must be a fit"],
  ["inArithmetic", () => inArithmetic(alone, { format: "float32" }), "or a formula in x"],
  ["inArithmetic", () => inArithmetic(any(gelu), { format: "float32" }), "is a function"],
  ["roundParameters", () => roundParameters(any({}), { format: "float32" }), "it must be a fit"],
];

for (const [name, call, says] of wrong) {
  Deno.test(`${name}() says what it wanted in the place of something else: ${says}`, () => {
    assertThrows(call, TypeError, says);
  });
}

Deno.test("countDifferences() and design() say the same of theirs", async () => {
  const format = "bfloat16";
  await assertRejects(
    () => countDifferences(gelu, any(undefined), { format }),
    TypeError,
    "the candidate must be a function or { module, export }: current value is undefined",
  );
  const designed = (options: object) => () => design({ target: gelu, format, ...options });
  await assertRejects(
    designed({ families: ["tanh"] }),
    TypeError,
    'must be families and recipes: current value is "tanh"',
  );
  await assertRejects(designed({ cost: { mul: 1 } }), TypeError, "there is no option mul");
  await assertRejects(designed({ domain: [1, -1] }), RangeError, "must have a < b");
});
