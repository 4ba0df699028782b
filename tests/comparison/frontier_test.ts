import { assertEquals } from "@std/assert";
import { frontier } from "../../src/comparison/frontier.ts";

Deno.test("frontier() keeps equals and drops what is beaten", () => {
  const entries = [[1, 5], [2, 3], [2, 3], [2, 4], [4, 3], [5, 1]];
  const kept = frontier(entries.map(([cost, error]) => ({ cost, error })));
  assertEquals(kept.map(({ cost, error }) => [cost, error]), [[1, 5], [2, 3], [2, 3], [5, 1]]);
  assertEquals(frontier([]), []);
});
