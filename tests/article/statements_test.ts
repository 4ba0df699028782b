import { assert, assertAlmostEquals, assertEquals, assertMatch } from "@std/assert";
import { leakyRelu } from "../../src/activations/leaky_relu.ts";
import { sigmoid } from "../../src/activations/sigmoid.ts";
import { tanh } from "../../src/activations/tanh.ts";
import { auditRows } from "../../src/article/audit_rows.ts";
import { statements } from "../../src/article/statements.ts";
import type { Verdict } from "../../src/article/statement.ts";
import independent from "../fixtures/independent.json" with { type: "json" };

// Expected values are those of tests/fixtures/independent.py.
const { errors, values } = independent;

const rows = auditRows();

/** The figures, counterexample and trials of one statement. */
function evidence(id: string) {
  const row = rows.find((row) => row.id === id);
  assert(row, `no statement ${id}`);
  return row.evidence;
}

/** A figure against an independent value. */
function figure(id: string, name: string, expected: number, tolerance: number): void {
  const value = evidence(id).figures[name];
  assert(value !== undefined, `no figure "${name}" in ${id}`);
  assertAlmostEquals(value, expected, tolerance);
}

for (const statement of statements) {
  Deno.test(`the evidence on "${statement.id}" supports its verdict`, () => {
    assertEquals(evidence(statement.id).verdict, statement.verdict);
    assert(rows.find(({ id }) => id === statement.id)!.agrees);
  });
}

Deno.test("the verdicts are those of an independent audit", () => {
  const expected: Record<Verdict, string> = {
    "holds": "relu-ramp relu-again relu-cost sigmoid sinh cosh silu-product silu-quotient mish",
    "holds with a condition": "switch mask kept-or-zeroed relu-vanishing gelu-tanh " +
      "gelu-sigmoid mish-a left-asymptote right-asymptote",
    "fails": "relu-exploding bernoulli-cdf density-root phi-symbol arrow tanh names",
    "unclear": "leaky-relu input-normal phi-gaussian reused-symbol",
  };
  for (const [verdict, ids] of Object.entries(expected)) {
    const found = statements.filter((s) => s.verdict === verdict).map(({ id }) => id);
    assertEquals(found.sort(), ids.split(" ").sort());
  }
});

Deno.test("every statement says what it must, and no more", () => {
  assertEquals(new Set(statements.map(({ id }) => id)).size, statements.length);
  for (const { id, where, says, why, verdict, condition, corrected } of statements) {
    for (const text of [where, says, why]) assertMatch(text, /^\S.*\S$/s);
    assertEquals(condition !== null, verdict === "holds with a condition", id);
    if (verdict === "fails" || verdict === "unclear") assert(corrected, id);
    if (verdict === "holds") assertEquals(corrected, null, id);
  }
});

Deno.test("evidence is finite numbers, and shows a counterexample where one is called for", () => {
  for (const { id, evidence, verdict } of rows) {
    for (const { points } of evidence.curves) {
      assert(points.length > 100 && points.flat().every(Number.isFinite), id);
    }
    for (const value of Object.values(evidence.figures)) assert(Number.isFinite(value), id);
    for (const { found } of evidence.asStated) assert(Number.isFinite(found), id);
    const called = verdict === "fails" || verdict === "holds with a condition";
    assertEquals(evidence.counterexample !== null, called, id);
  }
});

Deno.test("ReLU gates, lets gradients through while active, and lets them explode", () => {
  figure("switch", "gelu(−1)", values["gelu(-1)"], 1e-15);
  figure("relu-vanishing", "steepest slope of the sigmoid", 0.25, 0);
  figure("relu-vanishing", "the most that ten sigmoids let through", 9.5367e-7, 5e-12);
  const grown = "gradient after 50 active layers of weight 1.5";
  figure("relu-exploding", grown, 637621500.2, 0.05);
  const readings = evidence("leaky-relu").readings.map(({ trials }) => trials[0].found);
  assertEquals(readings, [-0.01, -0.2, -0.3]);
});

Deno.test("GELU is the mean of a mask, whose deviation at 1 is 0.365", () => {
  figure("mask", "standard deviation of x·m at 1", values.deviationAt1, 1e-15);
  figure("kept-or-zeroed", "gelu(−3)", values["gelu(-3)"], 1e-16);
  assert(evidence("kept-or-zeroed").figures["gelu(−1)"] < -0.15);
  figure("input-normal", "mean of gelu(x) for x ~ N(0, 1)", 1 / (2 * Math.sqrt(Math.PI)), 1e-14);
});

Deno.test("the density of the integral has the mass √σ, and the small phi is not the probability", () => {
  figure("phi-symbol", "φ(1)", values["density(1)"], 1e-15);
  figure("phi-symbol", "Φ(1)", values["cdf(1)"], 1e-15);
  for (const trial of evidence("density-root").asStated) {
    const sigma = Number(trial.what.match(/[\d.]+$/));
    assertAlmostEquals(trial.found, Math.sqrt(sigma), 1e-13);
  }
  const { figures } = evidence("density-root");
  assertAlmostEquals(figures["P(X ≤ 1) for μ = ½, σ = 2"], figures["Φ((1 − μ)/σ)"], 1e-14);
});

Deno.test("the approximations err as computed independently", () => {
  figure("arrow", "largest error for μ = 0, σ = 1", errors.geluTanh.outer.error, 1e-15);
  figure("gelu-tanh", "approximation over gelu at −4", errors.geluTanh["ratioAt-4"], 1e-12);
  figure("gelu-sigmoid", "approximation over gelu at −4", errors.geluSigmoid["ratioAt-4"], 1e-11);
  const ratio = Math.abs(errors.geluSigmoid.outer.error / errors.geluTanh.outer.error);
  figure("gelu-sigmoid", "times the error of the tanh form", ratio, 1e-9);
});

Deno.test("the product of sinh and cosh is half of sinh 2x", () => {
  figure("tanh", "sinh(1)·cosh(1)", values["sinhCosh(1)"], 1e-15);
  figure("tanh", "½ sinh 2", values["sinhCosh(1)"], 1e-15);
  figure("tanh", "tanh(1)", values["tanh(1)"], 1e-15);
  figure("tanh", "sinh(1)/cosh(1)", values["tanh(1)"], 1e-15);
});

Deno.test("the quotient form of SiLU is lost below −709.78", () => {
  figure("silu-quotient", "where e to the −x overflows", -709.78, 0.005);
  const { figures } = evidence("silu-quotient");
  assert(Object.is(figures["the quotient at −710"], -0) && figures["silu(−710)"] < 0);
});

Deno.test("Mish with another a has the slope (a² − 1)/(a² + 1) far left", () => {
  figure("mish-a", "slope far left for a = 2", 0.6, 1e-12);
  figure("mish-a", "(a² − 1)/(a² + 1) for a = 2", 0.6, 1e-15);
});

Deno.test("the asymptotes fail for the functions that have others", () => {
  const failing = (id: string) =>
    evidence(id).asStated.filter(({ holds }) => !holds).map(({ what }) => what.split(" at ")[0]);
  assertEquals(failing("left-asymptote"), [leakyRelu.title, tanh.title]);
  assertEquals(failing("right-asymptote"), [sigmoid.title, tanh.title]);
});
