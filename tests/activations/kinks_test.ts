import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";

/** The slopes before, at and after each kink; the docstrings say which libraries differ. */
const slopes: Readonly<Record<string, readonly (readonly [x: number, ...number[]])[]>> = {
  gelu10: [[10, 1, 1, 0]],
  hardShrink: [[-0.5, 1, 0, 0], [0.5, 0, 0, 1]],
  hardSigmoid: [[-3, 0, 0, 1 / 6], [3, 1 / 6, 0, 0]],
  hardSwish: [[-3, 0, 0, -0.5], [3, 1.5, 1, 1]],
  hardTanh: [[-1, 0, 0, 1], [1, 1, 0, 0]],
  leakyRelu: [[0, 0.01, 0.01, 1]],
  prelu: [[0, 0.25, 0.25, 1]],
  relu: [[0, 0, 0, 1]],
  relu6: [[0, 0, 0, 1], [6, 1, 0, 0]],
  rrelu: [[0, 11 / 48, 11 / 48, 1]],
  selu: [[0, 1.7580993408473766, 1.7580993408473766, 1.0507009873554805]],
  softShrink: [[-0.5, 1, 0, 0], [0.5, 0, 0, 1]],
  softplusThreshold: [[20, 1 - 2.061153618190204e-9, 1 - 2.061153618190204e-9, 1]],
  sparseSigmoid: [[-1, 0, 0, 0.5], [1, 0.5, 0, 0]],
  threshold: [[1, 0, 0, 1]],
};

for (const { id, kinks, derivative } of Object.values(activations)) {
  Deno.test(`${id} takes the documented slope at each kink`, () => {
    const expected = slopes[id] ?? [];
    assertEquals(kinks, expected.map(([x]) => x));
    for (const [x, ...around] of expected) {
      const found = [x - 1e-9, x, x + 1e-9].map(derivative);
      found.forEach((slope, k) => {
        assert(Math.abs(slope - around[k]) < 1e-8, `${id}′ at ${x}: ${found} for ${around}`);
      });
      assertEquals(found[1], around[1]);
    }
  });

  Deno.test(`${id}′ jumps at its kinks and nowhere else`, () => {
    const jumps = new Set<number>();
    for (let x = -16; x < 16; x += 1 / 8) {
      const found = jumpBetween(derivative, x - 0.01, x + 0.115);
      if (found !== undefined) jumps.add(found);
    }
    // The points end at 16, before the kink of softplusThreshold.
    assertEquals([...jumps], kinks.filter((x) => Math.abs(x) < 16));
  });
}

Deno.test("a kink goes where its parameter moves it, and goes away with it", () => {
  const { elu, hardShrink, hardSigmoid, hardTanh, leakyRelu, softShrink, softplusThreshold } =
    activations;
  assertEquals(elu.kinks, []);
  assertEquals(elu.with({ alpha: 2 }).kinks, [0]);
  assertEquals(elu.with({ alpha: 2 }).derivative(0), 2);
  assertEquals(hardSigmoid.with({ slope: 0.2 }).kinks, [-2.5, 2.5]);
  assertEquals(leakyRelu.with({ negativeSlope: 1 }).kinks, []);
  assertEquals(softShrink.with({ lambda: 2 }).kinks, [-2, 2]);
  assertEquals(softShrink.with({ lambda: 0 }).kinks, []);
  for (const f of [softShrink, hardShrink].map((f) => f.with({ lambda: 0 }))) {
    assertEquals([-1, -0, 0, 1].map(f), [-1, -0, 0, 1]);
    assertEquals([-1, 0, 1].map(f.derivative), [1, 1, 1]);
  }
  assertEquals(softplusThreshold.with({ beta: 4 }).kinks, [5]);
  assertEquals(hardTanh.with({ low: -3 }).kinks, [-3, 1]);
});

/** The kink a function jumps at in an interval, to twelve digits, by bisection; none if it is steady. */
function jumpBetween(f: (x: number) => number, a: number, b: number): number | undefined {
  let [low, high] = [a, b];
  while (high - low > 1e-12) {
    const half = (low + high) / 2;
    if (Math.abs(f(half) - f(low)) > Math.abs(f(high) - f(half))) high = half;
    else low = half;
  }
  if (Math.abs(f(high) - f(low)) < 1e-4) return undefined;
  return Math.round(low * 1e9) / 1e9 || 0;
}
