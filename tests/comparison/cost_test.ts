import { assertEquals } from "@std/assert";
import { costOf, weighCost } from "../../src/comparison/cost.ts";
import { frontier } from "../../src/comparison/frontier.ts";

Deno.test("weighCost() counts in multiply-adds", () => {
  const cost = { multiplyAdds: 3, exp: 2, divisions: 1 };
  assertEquals(weighCost(cost), 24);
  assertEquals(weighCost(cost, { exp: 1, divisions: 0 }), 5);
});

Deno.test("costOf() prefers what a function says of itself", () => {
  const cost = { multiplyAdds: 7, exp: 0, divisions: 0 };
  assertEquals(costOf({ id: "geluTanh", cost }), cost);
  assertEquals(costOf({ id: "geluTanh" })?.exp, 1);
  assertEquals(costOf({ id: "toString" }), null);
  assertEquals(costOf({}), null);
});

Deno.test("frontier() keeps equals and drops what is beaten", () => {
  const entries = [[1, 5], [2, 3], [2, 3], [2, 4], [4, 3], [5, 1]];
  const kept = frontier(entries.map(([cost, error]) => ({ cost, error })));
  assertEquals(kept.map(({ cost, error }) => [cost, error]), [[1, 5], [2, 3], [2, 3], [5, 1]]);
  assertEquals(frontier([]), []);
});
