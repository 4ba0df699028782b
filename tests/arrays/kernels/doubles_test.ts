import { assert, assertEquals } from "@std/assert";
import { evaluate } from "../../../src/arrays/evaluate.ts";
import { doubleKernelNames } from "../../../src/arrays/kernels/_kernel.ts";
import { draws } from "../../accuracy/random.ts";
import { functionNamed } from "./sweep.ts";

/** How far "fast" may be off, in ulp of a double. */
const MOST = 12n;

const words = new BigInt64Array(1);
const value = new Float64Array(words.buffer);

/** Doubles by number, in the order of their values. */
function place(x: number): bigint {
  value[0] = x;
  return words[0] < 0n ? -(words[0] & 0x7fffffffffffffffn) : words[0];
}

const special = [0, -0, Infinity, -Infinity, NaN, 1e300, -1e300, 5e-324, -5e-324];
const edges = [709, 710, -708, -709, -744, -745.2, 700, -700, 37, -37, -38, -38.6, 350, 373];

for (const name of doubleKernelNames()) {
  Deno.test(`${name} of doubles, fast, is within ${MOST} ulp of the function`, () => {
    const f = functionNamed(name);
    const random = draws(20260401);
    const xs = Float64Array.from([
      ...special,
      ...edges,
      ...Array.from({ length: 40_000 }, (_, i) => {
        const width = [20, 100, 1500, 2 ** (-60 * random.uniform())][i % 4];
        return width * (random.uniform() - 0.5);
      }),
    ]);
    const fast = evaluate(f, xs, { accuracy: "fast" });
    let different = 0;
    xs.forEach((x, i) => {
      const right = f(x);
      if (Object.is(right, fast[i])) return;
      different++;
      const apart = place(right) - place(fast[i]);
      assert(
        -MOST <= apart && apart <= MOST && Math.sign(right) !== -Math.sign(fast[i]),
        `at ${x}`,
      );
    });
    // It is the kernel that was asked.
    assert(different > 50, `${different}`);
    special.slice(0, -2).forEach((x, i) => assertEquals(fast[i], f(x), `at ${x}`));
    assertEquals([...evaluate(f, xs)], Array.from(xs, (x) => f(x)));
    const part = evaluate(f, xs.subarray(3, 4000), {
      accuracy: "fast",
      out: new Float64Array(3997),
    });
    assertEquals(part, fast.slice(3, 4000));
  });
}
