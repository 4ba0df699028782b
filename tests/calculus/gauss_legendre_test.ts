import { assertAlmostEquals, assertEquals } from "@std/assert";
import { gaussLegendre } from "../../src/calculus/gauss_legendre.ts";

const integral = (f: (x: number) => number, nodes: ReturnType<typeof gaussLegendre>) =>
  nodes.reduce((sum, { x, weight }) => sum + weight * f(x), 0);

Deno.test("gaussLegendre() is exact to degree 19 on each panel", () => {
  const nodes = gaussLegendre([-1, 2], [], 1);
  assertEquals(nodes.length, 10);
  assertAlmostEquals(integral((x) => x ** 19, nodes) / ((2 ** 20 - 1) / 20), 1, 1e-13);
});

Deno.test("gaussLegendre() lays no panel across a break", () => {
  const nodes = gaussLegendre([-1, 2], [0.3, 5, 0.3], 2);
  assertEquals(nodes.length, 40);
  assertAlmostEquals(integral((x) => Math.abs(x - 0.3), nodes), (1.3 ** 2 + 1.7 ** 2) / 2, 1e-14);
});
