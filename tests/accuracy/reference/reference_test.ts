import { assert, assertEquals, assertLess } from "@std/assert";
import { type Fixture, fixtureIds, readFixture } from "../fixture.ts";
import { type Exact, exponentOf } from "../ulp_error.ts";
import { formulas } from "../../../src/arrays/exact/_formulas.ts";
import { isCovered, reference } from "./reference.ts";

Deno.test("every fixture has a formula for the reference, and nothing else has", () => {
  assertEquals(Object.keys(formulas).sort(), fixtureIds());
});

for (const id of fixtureIds()) {
  Deno.test(`${id}: large integers and mpmath agree to a hundredth of an ulp`, async () => {
    const fixture = await readFixture(id);
    let compared = 0;
    for (let i = 0; i < fixture.xs.length; i += 23) {
      if (!isCovered(fixture, fixture.xs[i])) continue;
      reference(fixture, fixture.xs[i]).forEach((value, order) => {
        const stored = exactAt(fixture, order, i);
        const place = `order ${order} at ${fixture.xs[i]}`;
        assertEquals(value === null, stored === null, place);
        if (value && stored) assertLess(ulpsApart(value, stored), 0.01, place);
        compared++;
      });
    }
    assert(compared > 250);
  });
}

function exactAt({ orders }: Fixture, order: number, i: number): Exact | null {
  const { hi, lo, scale } = orders[order];
  return Number.isNaN(hi[i]) ? null : { hi: hi[i], lo: lo[i], scale: scale[i] };
}

function ulpsApart(a: Exact, b: Exact): number {
  // Both round to 0, or both overflow.
  if (Math.min(weight(a), weight(b)) < -9 && Math.max(weight(a), weight(b)) < -8) return 0;
  if (Math.min(weight(a), weight(b)) > 8) return Math.sign(a.hi) === Math.sign(b.hi) ? 0 : Infinity;
  const unit = ulp(b.hi) || Number.MIN_VALUE;
  const high = a.hi * 2 ** (128 * (a.scale - b.scale)) - b.hi;
  const low = a.lo / 65536 * ulp(a.hi) - b.lo / 65536 * ulp(b.hi);
  return Math.abs(high + low) / unit;
}

function weight({ hi, scale }: Exact): number {
  return hi === 0 ? -Infinity : scale;
}

function ulp(x: number): number {
  return x === 0 ? 0 : 2 ** (exponentOf(x) - 52);
}
