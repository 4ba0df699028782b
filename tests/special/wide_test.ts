import { assert } from "@std/assert";
import { exponentialSum } from "../../src/special/_cancellation.ts";
import { Wide } from "../../src/special/_wide.ts";
import { DoubleDouble } from "../../src/special/double_double.ts";
import * as elementary from "../../src/arrays/exact/_elementary.ts";
import { Real, withBits } from "../../src/arrays/exact/_real.ts";
import { draws } from "../accuracy/random.ts";

/** The distance of a number in two parts from a real one, by whose size it is divided. */
function relativeError({ hi, lo }: DoubleDouble, right: Real): number {
  const off = Real.of(hi).plus(Real.of(lo)).minus(right);
  return Math.abs(off.toNumber() / right.toNumber());
}

Deno.test("exponentials and logarithms with 256 places are right to the last bit of two parts", () => {
  const { uniform } = draws(20260110);
  withBits(500, () => {
    const ln2 = elementary.log1p(Real.of(1));
    for (let i = 0; i < 200; i++) {
      const x = (uniform() - 0.5) * [1e-9, 1, 20, 100][i % 4];
      const e = elementary.exp(Real.of(x));
      assert(relativeError(Wide.of(x).exp().toDouble(), e) < 2 ** -104, `e^${x}`);
      // ln(m·2ᵏ) = ln m + k ln 2: the series of the reference is slow far from 1.
      const [m, k] = [1 + uniform(), i % 41 - 20];
      const y = m * 2 ** k;
      const log = elementary.log1p(Real.of(m).minus(Real.of(1)))
        .plus(ln2.times(Real.of(k)));
      assert(relativeError(Wide.of(y).log().toDouble(), log) < 2 ** -104, `ln ${y}`);
    }
  });
});

Deno.test("a sum of exponentials keeps its digits where all but 2⁻⁶⁰ of it cancels", () => {
  withBits(500, () => {
    // 1 + eˣ + x beside its zero, minus what it is at the nearest double.
    const x = -1.2784645427610738;
    const right = Real.of(1).plus(elementary.exp(Real.of(x))).plus(Real.of(x));
    assert(Math.abs(right.toNumber()) < 2 ** -50);
    const found = exponentialSum(x, [DoubleDouble.sum(1, x), 1]);
    assert(relativeError(found, right) < 2 ** -104);
  });
});
