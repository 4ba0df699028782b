import { assertEquals, assertGreater } from "@std/assert";
import { marginFor, tickLabel, ticksOf } from "../../src/site/drawing/_ticks.ts";

const labels = (range: readonly [number, number], count: number) => {
  const ticks = ticksOf(range, count);
  return ticks.map((tick) => tickLabel(tick, ticks));
};

Deno.test("marks are at round numbers, with the decimals that they need", () => {
  assertEquals(labels([-0.2, 5.2], 6), ["0", "1", "2", "3", "4", "5"]);
  assertEquals(labels([-0.03, 0.03], 3), ["−0.02", "0.00", "0.02"]);
  assertEquals(labels([-0.0021, 0.0021], 3), ["−0.002", "−0.001", "0.000", "0.001", "0.002"]);
  assertEquals(labels([0, 1.05], 6), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
  assertEquals(ticksOf([Infinity, -Infinity], 6), []);
});

Deno.test("small numbers are written by a power of ten", () => {
  assertEquals(labels([-2.3e-5, 2.3e-5], 3), ["−2·10⁻⁵", "0", "2·10⁻⁵"]);
  assertEquals(labels([-1.1e-12, 1.1e-12], 3), ["−1·10⁻¹²", "0", "1·10⁻¹²"]);
});

Deno.test("longer labels have a wider margin", () => {
  assertEquals(marginFor(["5", "4"]), 44);
  assertGreater(marginFor(["−0.02"]), marginFor(["0.02"]));
  assertGreater(marginFor(["−2·10⁻⁵"]), marginFor(["−0.02"]));
});
