import { assertEquals } from "@std/assert";
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

Deno.test("frontier() keeps equals and drops what is beaten", () => {
  const entries = [[1, 5], [2, 3], [2, 3], [2, 4], [4, 3], [5, 1]];
  const kept = frontier(entries.map(([cost, error]) => ({ cost, error })));
  assertEquals(kept.map(({ cost, error }) => [cost, error]), [[1, 5], [2, 3], [2, 3], [5, 1]]);
  assertEquals(frontier([]), []);
});
