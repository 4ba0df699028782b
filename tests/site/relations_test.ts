import { assert } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { distanceOf, relations } from "../../src/site/relations.ts";

for (const relation of relations) {
  const { from, to, kind, short, within } = relation;
  Deno.test(`the map: ${from} and ${to}, ${short}`, () => {
    assert(from in activations && to in activations);
    if (kind !== "limit") {
      // Both sides round, at values up to the square of the reach.
      assert(distanceOf(relation) <= 1e-13, `${distanceOf(relation)}`);
      return;
    }
    let before = Infinity;
    for (const n of [10, 100, 1000]) {
      const apart = distanceOf(relation, n);
      assert(apart <= within!(n) * (1 + 1e-9), `${apart} at ${n}, promised ${within!(n)}`);
      assert(apart < before / 2, `${apart} at ${n} is not less than half of ${before}`);
      before = apart;
    }
  });
}

Deno.test("the map tells what is false: a relation of other functions is found out", () => {
  const [first] = relations;
  assert(distanceOf({ ...first, sides: () => [activations.silu, activations.mish] }) > 0.01);
});
