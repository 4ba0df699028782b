import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { extrema } from "../../src/calculus/extrema.ts";
import { sigmoidGate } from "../../src/approximation/families/sigmoid_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { finiteValues } from "../../src/comparison/finite_values.ts";
import { bfloat16, float16 } from "../../src/comparison/format.ts";
import { ulpDistance } from "../../src/comparison/ulp_distance.ts";
import {
  geluExp2Cubic,
  geluExp2Quadratic,
  geluExp2Relative,
  geluExp2Smooth,
} from "../../src/approximation/gelu_exp2.ts";
import { generate, path } from "./generate_gelu_exp2.ts";

const worst = (f: (x: number) => number) =>
  Math.max(
    ...extrema((x) => f(x) - gelu(x), [-40, 40], { kinks: [0], steps: 4000 })
      .map(({ value }) => Math.abs(value)),
  );

Deno.test("the coefficients are those the generator writes", async () => {
  assertEquals(await Deno.readTextFile(path), generate());
});

Deno.test("geluExp2Quadratic() is nearer to GELU than the tanh form, geluExp2Cubic() 8 times", () => {
  assert(worst(geluExp2Quadratic) < 4.414e-4, `${worst(geluExp2Quadratic)}`); // as documented
  assert(worst(geluExp2Cubic) < 5.481e-5, `${worst(geluExp2Cubic)}`);
  assert(worst(geluExp2Quadratic) < worst(geluTanh));
  assert(8 * worst(geluExp2Cubic) < worst(geluTanh));
});

Deno.test("geluExp2Smooth() is nearer than the tanh form, its slope too, and does not jump", () => {
  assert(worst(geluExp2Smooth) < 8.541e-5, `${worst(geluExp2Smooth)}`);
  assert(5 * worst(geluExp2Smooth) < worst(geluTanh));
  const slopes = (f: { derivative?: (x: number) => number }) =>
    Math.max(
      ...extrema((x) => f.derivative!(x) - gelu.derivative(x), [-40, 40], { kinks: [0] })
        .map(({ value }) => Math.abs(value)),
    );
  assert(slopes(geluExp2Smooth) < 4.23e-4, `${slopes(geluExp2Smooth)}`);
  assert(2 * slopes(geluExp2Smooth) < slopes(geluTanh));
  assertEquals(geluExp2Smooth.derivative!(0), 0.5);
  assertAlmostEquals(geluExp2Smooth.derivative!(1e-12), 0.5, 1e-11);
  assertAlmostEquals(geluExp2Smooth.derivative!(-1e-12), 0.5, 1e-11);
});

Deno.test("geluExp2Relative() keeps its relative error wherever GELU is not 0 in float32", () => {
  const relative = (x: number) => x === 0 ? 0 : geluExp2Relative(x) / gelu(x) - 1;
  const ends = extrema(relative, [-14.4, 40], { kinks: [0], steps: 4000 });
  const most = Math.max(...ends.map(({ value }) => Math.abs(value)));
  assert(most < 4.72e-5, `${most}`); // as documented
  assertEquals(Math.fround(gelu(-14.45)), -0);
  assert(worst(geluExp2Relative) < 6.629e-6, `${worst(geluExp2Relative)}`);
  const slope = extrema((x) => geluExp2Relative.derivative!(x) - gelu.derivative(x), [-40, 40]);
  assert(slope.every(({ value }) => Math.abs(value) < 2.302e-5));
  assertEquals(geluExp2Relative.derivative!(0), 0.5);
});

Deno.test("geluExp2Relative() differs from GELU at few 16-bit inputs, by one step", () => {
  for (const [format, differing] of [[bfloat16, 6], [float16, 427]] as const) {
    const steps = [...finiteValues(format)].map((x) =>
      ulpDistance(gelu(x), geluExp2Relative(x), format)
    );
    assertEquals(steps.filter((n) => n > 0).length, differing);
    assert(steps.every((n) => n <= 1));
  }
});

Deno.test("tiny values are off by the documented parts, those of geluExp2Smooth() by none", () => {
  const part = (f: (x: number) => number) => Math.abs(f(1e-9) / gelu(1e-9) - 1);
  assertAlmostEquals(part(geluExp2Quadratic), 0.015, 5e-4);
  assertAlmostEquals(part(geluExp2Cubic), 0.0024, 5e-5);
  assertAlmostEquals(part(geluExp2Smooth), 0, 1e-9);
});

Deno.test("all cost no more than the tanh form at its cheapest, and have no division", () => {
  const tanhForm = timesX(sigmoidGate({ degree: 3 })).cost!; // σ(k₁x + k₃x³) is the tanh form
  assertEquals(tanhForm, { multiplyAdds: 4, exps: 1, divisions: 1 });
  assertEquals(geluExp2Quadratic.cost, { multiplyAdds: 3, exps: 1, divisions: 0 });
  assertEquals(geluExp2Cubic.cost, { multiplyAdds: 4, exps: 1, divisions: 0 });
  assertEquals(geluExp2Smooth.cost, { multiplyAdds: 4, exps: 1, divisions: 0 });
});

Deno.test("all keep their error to the ends of the finite numbers", () => {
  for (const f of [geluExp2Quadratic, geluExp2Cubic, geluExp2Smooth, geluExp2Relative]) {
    for (const x of [1e2, 1e5, 1e100, Number.MAX_VALUE]) {
      assertEquals(f(x), x);
      assertEquals(f(-x) + 0, 0);
    }
    assertEquals(f(NaN), NaN);
  }
});

Deno.test("their derivatives are those of the formula", () => {
  for (const x of [-3, -1, -0.2, 0.3, 2]) {
    const step = 1e-5;
    const slope = (geluExp2Cubic(x + step) - geluExp2Cubic(x - step)) / (2 * step);
    assertAlmostEquals(geluExp2Cubic.derivative!(x), slope, 1e-9);
  }
});
