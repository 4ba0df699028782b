import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { alternating, reference } from "../../src/approximation/_alternation.ts";
import { gaussLegendre } from "../../src/calculus/gauss_legendre.ts";
import { grid } from "../../src/calculus/grid.ts";
import { solveLeastSquares } from "../../src/calculus/linear.ts";

Deno.test("solveLeastSquares() solves a badly scaled square system", () => {
  const rows = [[1e8, 2e-6, 3], [4e8, 5e-6, 6], [7e8, 8e-6, 10]];
  const expected = [1e-8, -2e6, 3];
  const right = rows.map((row) => row.reduce((sum, a, j) => sum + a * expected[j], 0));
  const { solution, conditioning } = solveLeastSquares(rows, right);
  solution.forEach((x, j) => assertAlmostEquals(x / expected[j], 1, 1e-12));
  assert(conditioning > 1e-4);
});

Deno.test("solveLeastSquares() leaves a residual orthogonal to the columns", () => {
  const rows = [[1, 0], [1, 1], [1, 2], [1, 4]];
  const right = [1, 0, 5, 2];
  const { solution } = solveLeastSquares(rows, right);
  const residual = rows.map((row, i) => row[0] * solution[0] + row[1] * solution[1] - right[i]);
  for (const j of [0, 1]) {
    assertAlmostEquals(rows.reduce((sum, row, i) => sum + row[j] * residual[i], 0), 0, 1e-14);
  }
});

Deno.test("solveLeastSquares() tells a singular system by its conditioning", () => {
  assert(solveLeastSquares([[1, 2], [2, 4], [3, 6]], [1, 2, 3]).conditioning < 1e-15);
  assertEquals(solveLeastSquares([[1, 0], [1, 0]], [1, 1]).conditioning, 0);
});

Deno.test("alternating() keeps the largest of neighbours of one sign", () => {
  const points = [1, 3, 0, 2, -1, -4, 5].map((value, x) => ({ x, value }));
  assertEquals(alternating(points).map(({ value }) => value), [3, -4, 5]);
});

Deno.test("reference() drops an end alone and the inside in pairs, and keeps the largest", () => {
  const keep = (values: number[], count: number) =>
    reference(values.map((value, x) => ({ x, value })), count).map(({ value }) => value);
  assertEquals(keep([1, -5, 6, -4], 3), [-5, 6, -4]);
  assertEquals(keep([5, -1, 1, -6, 7], 3), [5, -6, 7]);
  assertEquals(keep([5, -6, 7], 3), [5, -6, 7]);
  for (const kept of [keep([3, -2, 9, -1, 2, -2, 3, -1], 4), keep([9, -1, 2, -2, 3, -8], 3)]) {
    assert(kept.some((value) => Math.abs(value) === 9));
    kept.slice(1).forEach((value, i) => assert(value * kept[i] < 0));
  }
});

Deno.test("gaussLegendre() is exact to degree 19 and at kinks it is told of", () => {
  const integral = (f: (x: number) => number, breaks: number[]) =>
    gaussLegendre([-1, 2], breaks).reduce((sum, { x, weight }) => sum + weight * f(x), 0);
  assertAlmostEquals(integral((x) => x ** 19, []), (2 ** 20 - 1) / 20, 1e-9);
  assertAlmostEquals(integral(Math.abs, [0]), 2.5, 1e-14);
});

Deno.test("grid() covers bounded, wide and infinite domains in rising order", () => {
  const domains = [[0, 1], [-1e6, 3], [-Infinity, 0], [2, Infinity], [-Infinity, Infinity]];
  for (const [from, to] of domains) {
    const xs = grid(from, to, 100);
    xs.slice(1).forEach((x, i) => assert(x > xs[i]));
    assert(xs[0] >= from && xs.at(-1)! <= to);
    if (Number.isFinite(from)) assertEquals(xs[0], from);
    if (Number.isFinite(to)) assertEquals(xs.at(-1), to);
    // Where activations bend the steps are short
    xs.slice(1).forEach((x, i) => {
      if (Math.abs(x) < 4 && Math.abs(xs[i]) < 4) assert(x - xs[i] < 1.1, `${from} ${to}: ${x}`);
    });
  }
});
