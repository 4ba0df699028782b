import { assert, assertLess } from "@std/assert";
import type { Activation } from "../../src/activations/activation.ts";
import { activations } from "../../src/activations/catalogue.ts";
import { draws } from "../accuracy/random.ts";
import { reference } from "../accuracy/reference/reference.ts";
import { ulpError } from "../accuracy/ulp_error.ts";

const {
  gelu,
  gelu10,
  geluSigmoid,
  geluTanh,
  lisht,
  mish,
  silu,
  snake,
  sqrtSoftplus,
  swish,
  xielu,
} = activations;

/** Where f (order 0), f′ (1) or f″ (2) vanishes because its terms cancel. */
const zeros: readonly [f: Activation, order: number, x: number][] = [
  [gelu, 1, -0.7517915246935645],
  [gelu, 2, 1.4142135623730951],
  [gelu10, 1, -0.7517915246935645],
  [geluSigmoid, 1, -0.751154255441289],
  [geluSigmoid, 2, 1.4097281319127308],
  [geluTanh, 1, -0.7524614220710163],
  [geluTanh, 2, -1.4185040087908283],
  [geluTanh.with({ c: 0 }), 1, -0.8011588427495252],
  [lisht, 2, 1.1996786402577337],
  [mish, 1, -1.1924312145154952],
  [mish, 2, -2.256376396360793],
  [mish, 2, 1.4905711794854284],
  [silu, 1, -1.2784645427610737],
  [silu, 2, 2.3993572805154675],
  [snake, 1, -0.7853981633974483],
  [snake.with({ a: 117.46 }), 1, -0.7853981633974483 / 117.46],
  [snake, 2, 0.7853981633974483],
  [sqrtSoftplus, 2, 0.9214225086553604],
  [swish.with({ beta: 3 }), 1, -0.42615484758702457],
  [xielu, 0, -2.432484276931448],
  [xielu, 1, -0.9808292530117262],
  [xielu.with({ positive: 1e6, negative: 1e6, beta: 1e-6 }), 1, -1.0000000000005e-12],
  [xielu.with({ positive: 1e6, negative: 1e6, beta: 1e-6 }), 0, -2.0000000000013333e-12],
];

for (const [f, order, zero] of zeros) {
  const g = [f, f.derivative, f.derivative.derivative][order];
  Deno.test(`${g.title} is within 0.51 ulp of itself next to its zero at ${zero}`, () => {
    const { uniform } = draws(20260108);
    let smallest = Infinity;
    for (let i = 0; i < 120; i++) {
      const x = zero * (1 + (uniform() - 0.5) * 2 ** (-i % 54));
      const exact = reference(f, x)[order]!;
      smallest = Math.min(smallest, Math.abs(g(x)));
      assertLess(ulpError(g(x), exact).ulps, 0.51, `${g.id}(${x})`);
    }
    // So that the points are next to the zero indeed.
    assert(smallest < 1e-12 * Math.abs(g(zero * 1.5)), `${smallest}`);
  });
}
