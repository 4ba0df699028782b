import { assert, assertEquals } from "@std/assert";
import { reduced } from "../../src/special/_reduction.ts";
import { DoubleDouble } from "../../src/special/double_double.ts";
import { random } from "./_exact.ts";

/** The same number with a part that counts no more, which is reduced by whole numbers. */
const byWholes = (x: number, power: number) => reduced(new DoubleDouble(x, x * 2 ** -185), power);

Deno.test("large angles are reduced by parts as by whole numbers", () => {
  const numbers = random(19);
  const uniform = () => numbers.next().value;
  for (let i = 0; i < 20_000; i++) {
    const power = i % 4 ? 0 : 100;
    const x = (uniform() - 0.5) * 2 ** (20 + uniform() * (power ? 880 : 1003));
    if (Math.abs(x) < 2 ** 19) continue;
    const [parts, wholes] = [reduced(new DoubleDouble(x), power), byWholes(x, power)];
    assertEquals(parts.quarters, wholes.quarters, `${x}`);
    const error = Math.abs(parts.rest.minus(wholes.rest).hi / wholes.rest.hi);
    assert(error < 2 ** -80, `${x} is off by 2^${Math.log2(error)}`);
  }
});

Deno.test("an angle next to a quarter turn keeps its digits", () => {
  // The double that is nearest to a multiple of π/2, and multiples of π/2 as doubles.
  const angles = [6381956970095103 * 2 ** 797]
    .concat(Array.from({ length: 200 }, (_, k) => (2 ** 20 + 7919 * k) * (Math.PI / 2)));
  for (const x of angles) {
    const { quarters, rest } = reduced(new DoubleDouble(x), 0);
    const wholes = byWholes(x, 0);
    assertEquals(quarters, wholes.quarters);
    assert(Math.abs(rest.minus(wholes.rest).hi / rest.hi) < 2 ** -80, `${x}`);
  }
});
