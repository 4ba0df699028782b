import { assertEquals, assertThrows } from "@std/assert";
import { auditRows } from "../../src/article/audit_rows.ts";
import { judge } from "../../src/article/judge.ts";
import { trial } from "../../src/article/trial.ts";
import { statements } from "../../src/article/statements.ts";

const right = trial("right", 1, "=", 1);
const wrong = trial("wrong", 1, "=", 2);

Deno.test("trial() compares within the tolerance, and NaN never holds", () => {
  const outcome = (found: number, relation: "=" | "≤" | "≥", expected: number, tolerance = 0) =>
    trial("", found, relation, expected, tolerance).holds;
  assertEquals([outcome(1, "=", 1.5, 0.5), outcome(1, "=", 1.5, 0.4)], [true, false]);
  assertEquals([outcome(1, "≤", 1), outcome(1.1, "≤", 1), outcome(1.1, "≤", 1, 0.2)], [
    true,
    false,
    true,
  ]);
  assertEquals([outcome(1, "≥", 1), outcome(0.9, "≥", 1), outcome(0.9, "≥", 1, 0.2)], [
    true,
    false,
    true,
  ]);
  assertEquals(outcome(Infinity, "=", Infinity), true);
  for (const relation of ["=", "≤", "≥"] as const) assertEquals(outcome(NaN, relation, 1), false);
});

Deno.test("judge() draws the verdict from the trials", () => {
  assertEquals(judge({ asStated: [right, right] }).verdict, "holds");
  assertEquals(judge({ asStated: [right, wrong] }).verdict, "fails");
  assertEquals(
    judge({ asStated: [right, wrong], underCondition: [right] }).verdict,
    "holds with a condition",
  );
  assertEquals(judge({ asStated: [wrong], underCondition: [right, wrong] }).verdict, "fails");
  assertEquals(judge({ asStated: [right, wrong] }).counterexample, wrong);
  assertEquals(judge({ asStated: [right] }).counterexample, null);
});

Deno.test("judge() finds readings that disagree unclear", () => {
  const reading = (...trials: typeof right[]) => ({ says: "", trials });
  assertEquals(judge({ readings: [reading(right), reading(right, wrong)] }).verdict, "unclear");
  assertEquals(judge({ readings: [reading(right), reading(right)] }).verdict, "holds");
  assertEquals(judge({ readings: [reading(wrong), reading(wrong)] }).verdict, "fails");
});

Deno.test("judge() refuses to judge without a trial", () => {
  assertThrows(() => judge({}), RangeError, "at least one trial");
  assertThrows(() => judge({ underCondition: [right] }), RangeError, "at least one trial");
  assertThrows(() => judge({ readings: [{ says: "so", trials: [] }] }), RangeError, 'judge "so"');
});

Deno.test("auditRows() notices a verdict that the evidence does not support", () => {
  const tanh = statements.find(({ id }) => id === "tanh")!;
  const [honest, false_] = auditRows([tanh, { ...tanh, verdict: "holds" }]);
  assertEquals([honest.agrees, false_.agrees], [true, false]);
});
