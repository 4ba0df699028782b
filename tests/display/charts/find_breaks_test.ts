import { assert, assertEquals } from "@std/assert";
import { curves } from "../../../src/display/charts/curves.ts";

interface Row {
  readonly x: number;
  readonly y: number | null;
}

function rows(f: (x: number) => number, domain: readonly [number, number] = [-5, 5]): Row[] {
  const { spec } = curves([{ title: "f", f }], { domain });
  return (spec as unknown as { data: { values: Row[] } }).data.values;
}

/** Where the pen is lifted. */
function gaps(f: (x: number) => number, domain?: readonly [number, number]): number[] {
  return rows(f, domain).filter(({ y }) => y === null).map(({ x }) => Number(x.toFixed(6)));
}

Deno.test("curves() finds the jumps of a function that nothing is known of", () => {
  assertEquals(gaps(Math.floor), [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5]);
  assertEquals(gaps((x) => Math.sign(x - 0.123)), [0.123]);
  assertEquals(gaps((x) => x < 1 / 3 ? x : x + 2), [0.333333]);
});

Deno.test("curves() finds poles, and does not let them flatten the rest", () => {
  const half = Math.PI / 2;
  assertEquals(gaps(Math.tan), [-3, -1, 1, 3].map((n) => Number((n * half).toFixed(6))));
  assertEquals(gaps((x) => 1 / x), [0]);
  assertEquals(gaps((x) => 1 / (x - 0.3) ** 2).length, 1);
  assertEquals(gaps((x) => 1 / (x - 0.317) ** 2).length, 1);
  assertEquals(gaps((x) => Math.abs(1 / (x - 0.317))).length, 1);
  const sizes = rows(Math.tan).map(({ y }) => Math.abs(y ?? 0));
  assert(Math.max(...sizes) < 50 && Math.max(...sizes) > 10);
});

Deno.test("curves() takes nothing continuous for a jump", () => {
  const continuous: Readonly<Record<string, (x: number) => number>> = {
    line: (x) => x,
    ramp: (x) => Math.max(0, x - 0.01),
    "steep tanh": (x) => Math.tanh(1e8 * x),
    "cube root": Math.cbrt,
    "square root": (x) => Math.sqrt(Math.abs(x)),
    wave: (x) => Math.sin(40 * x),
    "fast wave": (x) => Math.sin(1000 * x),
    bump: (x) => Math.exp(-((x / 0.01) ** 2)),
    peak: (x) => 1 / (1e-3 + x * x),
    growth: (x) => Math.exp(5 * x),
    constant: () => 1,
  };
  for (const [name, f] of Object.entries(continuous)) assertEquals(gaps(f), [], name);
});

Deno.test("curves() looks for no jumps where corners or jumps are given", () => {
  let calls = 0;
  const counted = (x: number) => (calls++, Math.floor(x));
  curves([{ title: "f", f: counted, corners: [] }], { count: 50 });
  assertEquals(calls, 51);
});
