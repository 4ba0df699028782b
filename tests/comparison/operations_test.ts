import { assertEquals } from "@std/assert";
import { sigmoidGate } from "../../src/approximation/families/sigmoid_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { frontier } from "../../src/comparison/frontier.ts";
import { operationsOf, weighOperations } from "../../src/comparison/operations.ts";

Deno.test("weighOperations() counts in multiply-adds", () => {
  const cost = { multiplyAdds: 3, exps: 2, divisions: 1 };
  assertEquals(weighOperations(cost), 24);
  assertEquals(weighOperations(cost, { exps: 1, divisions: 0 }), 5);
});

Deno.test("operationsOf() prefers what a function says of itself", () => {
  const cost = { multiplyAdds: 7, exps: 0, divisions: 0 };
  assertEquals(operationsOf({ id: "geluTanh", cost }), cost);
  assertEquals(operationsOf({ id: "geluTanh" })?.exps, 1);
  assertEquals(operationsOf({ id: "toString" }), null);
  assertEquals(operationsOf({}), null);
});

Deno.test("operationsOf() counts the catalogue's approximations as a fit of the same form counts", () => {
  for (const [id, degree] of [["geluSigmoid", 1], ["geluTanh", 3]] as const) {
    assertEquals(operationsOf({ id }), timesX(sigmoidGate({ degree })).cost);
  }
});

Deno.test("frontier() keeps equals and drops what is beaten", () => {
  const entries = [[1, 5], [2, 3], [2, 3], [2, 4], [4, 3], [5, 1]];
  const kept = frontier(entries.map(([cost, error]) => ({ cost, error })));
  assertEquals(kept.map(({ cost, error }) => [cost, error]), [[1, 5], [2, 3], [2, 3], [5, 1]]);
  assertEquals(frontier([]), []);
});
