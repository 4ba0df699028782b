import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { differentiateExpression } from "../../src/approximation/differentiate_expression.ts";
import {
  compileExpression,
  evaluateExpression,
} from "../../src/approximation/evaluate_expression.ts";
import { type Expression, expression } from "../../src/approximation/expression.ts";
import { family } from "../../src/approximation/family.ts";

const { add, subtract, multiply, divide, polynomial } = expression;
const { exp, exp2, tanh, sigmoid, gate, abs, sign, step, min, max } = expression;

// One of each kind, smooth at the points below
const formulas: Record<string, Expression> = {
  sum: add("x", multiply("a", "x")),
  difference: subtract(multiply("x", "x"), "a"),
  quotient: divide("x", add(1, multiply("a", multiply("x", "x")))),
  polynomial: polynomial(multiply("a", "x"), [1, "a", multiply("a", "a"), "x"]),
  exp: exp(multiply("a", "x")),
  exp2: exp2(multiply("a", "x")),
  tanh: tanh(multiply("a", "x")),
  sigmoid: sigmoid(multiply("a", "x")),
  gate: gate(multiply("a", "x")),
  abs: abs(subtract("x", "a")),
  sign: multiply(sign("x"), "a"),
  step: multiply(step(subtract("x", "a")), multiply("a", "x")),
  min: min(multiply("a", "x"), multiply("x", "x")),
  max: max(multiply("a", "x"), multiply("x", "x")),
};

for (const [name, e] of Object.entries(formulas)) {
  Deno.test(`differentiateExpression() of ${name} agrees with differences`, () => {
    const f = compileExpression(e);
    const [byX, byA] = ["x", "a"].map((by) => compileExpression(differentiateExpression(e, by)));
    const h = 1e-5;
    for (const x of [-2.3, -0.4, 0.3, 1.9]) {
      for (const a of [0.6, -1.1]) {
        const slope = (f(x + h, { a }) - f(x - h, { a })) / (2 * h);
        assertAlmostEquals(byX(x, { a }), slope, 1e-8, `by x at ${x}, ${a}`);
        const partial = (f(x, { a: a + h }) - f(x, { a: a - h })) / (2 * h);
        assertAlmostEquals(byA(x, { a }), partial, 1e-8, `by a at ${x}, ${a}`);
      }
    }
  });
}

Deno.test("differentiateExpression() takes the middle of both slopes at a kink", () => {
  const slopeAtZero = (e: Expression) =>
    evaluateExpression(differentiateExpression(e, "x"), { x: 0 });
  assertEquals(slopeAtZero(max("x", 0)), 0.5);
  assertEquals(slopeAtZero(min("x", multiply(3, "x"))), 2);
  assertEquals(slopeAtZero(abs("x")), 0);
});

Deno.test("gate() and sigmoid() keep their relative accuracy in the left tail", () => {
  assertAlmostEquals(evaluateExpression(gate("x"), { x: -100 }), Math.exp(-200), 1e-102);
  assertAlmostEquals(evaluateExpression(sigmoid("x"), { x: -100 }), Math.exp(-100), 1e-58);
});

Deno.test("exp2() is exact at whole numbers and within two ulp between", () => {
  for (let k = -1074; k <= 1023; k += 7) {
    assertEquals(evaluateExpression(exp2("x"), { x: k }), 2 ** k);
  }
  for (const x of [-40.3, -1.7, 0.5, 300.25]) {
    assertAlmostEquals(evaluateExpression(exp2("x"), { x }), 2 ** x, 2 ** x * 2 ** -51);
  }
});

Deno.test("a name without a number gives NaN", () => {
  assertEquals(evaluateExpression(add("x", "a"), { x: 1 }), NaN);
});

Deno.test("family() by a formula and by a function have the same values and partials", () => {
  const start = { a: 0.7, b: 1.3 };
  const formula = family({
    title: "formula",
    start,
    expression: multiply("a", tanh(multiply("b", "x"))),
  });
  const opaque = family({ title: "function", start, f: (x, { a, b }) => a * Math.tanh(b * x) });
  for (const x of [-2, -0.3, 0, 1.1]) {
    assertAlmostEquals(formula.f(x, start), opaque.f(x, start), 1e-15);
    formula.partials(x, start).forEach((d, j) => {
      assertAlmostEquals(d, opaque.partials(x, start)[j], 1e-9);
    });
  }
  assert(formula.cost);
  assertEquals(opaque.cost, undefined);
});

Deno.test("family() refuses definitions that lack something", () => {
  assertThrows(() => family({ title: "empty", start: {}, f: () => 0 }), RangeError, "a parameter");
  assertThrows(
    () => family({ title: "nothing", start: { a: 1 } }),
    TypeError,
    "f or an expression",
  );
  assertThrows(
    () => family({ title: "stray", start: { a: 1 }, expression: multiply("a", "y") }),
    RangeError,
    "current name is y",
  );
});
