import { assert, assertEquals, assertGreater } from "@std/assert";
import { readFixture } from "./fixture.ts";
import { describe, measure } from "./measure.ts";
import { ulpOf } from "./ulp_error.ts";

/** What is often written, and where it goes wrong. */
const naive: [id: string, order: number, f: (x: number) => number, at: [number, number]][] = [
  ["sigmoid", 0, (x) => 1 / (1 + Math.exp(-x)), [-40, 40]],
  ["sigmoid", 1, (x) => derivativeOfSigmoid(1 / (1 + Math.exp(-x))), [36, 800]],
  ["softplus", 0, (x) => x > 40 ? x : Math.log(1 + Math.exp(x)), [-800, 0]],
  ["softplus", 0, (x) => x > 20 ? x : Math.log1p(Math.exp(x)), [20, 37]],
  ["tanh", 1, (x) => 1 - Math.tanh(x) ** 2, [-1e3, 1e3]],
  ["elu", 0, (x) => x > 0 ? x : Math.exp(x) - 1, [-1, 0]],
  ["silu", 0, (x) => x / (1 + Math.exp(-x)), [-800, -700]],
];

const derivativeOfSigmoid = (s: number) => s * (1 - s);

for (const [id, order, f, [low, high]] of naive) {
  Deno.test(`measure() finds the fault of ${id}, order ${order}, as ${f}`, async () => {
    const found = measure(await readFixture(id), order, f);
    assertGreater(found.failures, 50);
    const worst = Object.values(found.worst).reduce((a, b) => b.error > a.error ? b : a);
    assert(worst.x >= low && worst.x <= high, describe(found));
  });
}

Deno.test("measure() accepts the nearest double everywhere, and not the second nearest", async () => {
  const fixture = await readFixture("tanh");
  const { hi, lo, scale } = fixture.orders[0];
  const index = new Map(Array.from(fixture.xs, (x, i) => [x, i]));
  // In two steps, as one factor alone could underflow.
  const scaled = (y: number, i: number) => y * 2 ** (64 * scale[i]) * 2 ** (64 * scale[i]);
  const nearest = (i: number) => scaled(hi[i], i);
  // The double on the other side of the exact value, which is 0.2 ulp or more from the nearest.
  const second = (i: number) =>
    Math.abs(lo[i]) < 0.2 * 65536 ? nearest(i) : scaled(hi[i] + Math.sign(lo[i]) * ulpOf(hi[i]), i);
  const failures = [nearest, second].map((f) =>
    measure(fixture, 0, (x) => f(index.get(x)!)).failures
  );
  assertEquals(failures[0], 0);
  assertGreater(failures[1], 100);
});
