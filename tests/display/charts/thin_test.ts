import { assert, assertEquals, assertLess, assertThrows } from "@std/assert";
import { type CurvePoint, thin } from "../../../src/display/charts/thin.ts";

Deno.test("thin() leaves short curves alone", () => {
  const points: CurvePoint[] = [[0, 1], [1, 2], [2, null]];
  assertEquals(thin(points, 10), points);
});

Deno.test("thin() keeps the ends, and the lowest and highest point of every stretch", () => {
  const points = Array.from({ length: 10_000 }, (_, i): CurvePoint => [i, (i * 7919) % 10_007]);
  const kept = new Set(thin(points, 100));
  assertLess(kept.size, 450);
  assert(kept.has(points[0]) && kept.has(points[9_999]));
  for (let stretch = 0; stretch < 100; stretch++) {
    const part = points.filter(([x]) => Math.floor(x / 99.99) === stretch);
    const ys = part.map(([, y]) => y!);
    const keptYs = part.filter((point) => kept.has(point)).map(([, y]) => y!);
    assertEquals(Math.max(...keptYs), Math.max(...ys), `stretch ${stretch}`);
    assertEquals(Math.min(...keptYs), Math.min(...ys), `stretch ${stretch}`);
  }
});

Deno.test("thin() keeps gaps where they were, and points in order", () => {
  const points = Array.from(
    { length: 1_000 },
    (_, i): CurvePoint => [i, i >= 300 && i < 400 ? null : Math.sin(i)],
  );
  const kept = thin(points, 20);
  const gap = kept.findIndex(([, y]) => y === null);
  assertEquals(kept[gap - 1][0], 299);
  assertEquals(kept[gap + 1][0], 400);
  assertEquals(kept.map(([x]) => x), kept.map(([x]) => x).toSorted((a, b) => a - b));
});

Deno.test("thin() keeps a lone peak among many points", () => {
  const points = Array.from({ length: 50_000 }, (_, i): CurvePoint => [i, i === 31_337 ? 1 : 0]);
  assert(thin(points, 50).some(([x, y]) => x === 31_337 && y === 1));
});

Deno.test("thin() refuses no stretches", () => {
  assertThrows(() => thin([], 0), RangeError, "current value is 0");
});
