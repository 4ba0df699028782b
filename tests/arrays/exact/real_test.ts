import { assert, assertEquals } from "@std/assert";
import { Real, withBits } from "../../../src/arrays/exact/_real.ts";

Deno.test("sums, products and quotients that have few bits are known to be exact", () => {
  withBits(140, () => {
    const [x, three] = [0.923583984375, 3].map((value) => Real.of(value));
    for (const y of [x.times(x.plus(three)), x.over(Real.of(4)), x.times(three).over(three)]) {
      assertEquals(y.error, -Infinity);
    }
    assertEquals(x.over(Real.of(4)).toNumber(), 0.923583984375 / 4);
  });
});

Deno.test("what has more bits than are kept says by how much it may be off", () => {
  withBits(140, () => {
    const third = Real.of(1).over(Real.of(3));
    assert(third.error > -Infinity && third.error < -138);
    const rest = third.times(Real.of(3)).minus(Real.of(1));
    assert(rest.m === 0n || rest.size < -136, `${rest.size}`);
  });
  // A bit that is not kept is no zero.
  const sum = withBits(60, () => Real.of(1).plus(Real.of(2 ** -70)));
  assert(sum.error > -Infinity);
});
