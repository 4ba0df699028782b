import { assert } from "@std/assert";
import type { Activation } from "../../src/activations/activation.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { softplus } from "../../src/activations/softplus.ts";
import { swish } from "../../src/activations/swish.ts";
import { draws } from "../accuracy/random.ts";
import { reference } from "../accuracy/reference/reference.ts";
import { ulpError } from "../accuracy/ulp_error.ts";

/** A function at a parameter, and how wide it is: the bend is at magnitudes up to `width`. */
const cases: [f: Activation, width: number][] = [1e-100, 3e-5, 0.3, 17.3, 1e100].flatMap(
  (beta): [Activation, number][] => [
    [swish.with({ beta }), 6 / beta],
    [softplus.with({ beta }), 6 / beta],
  ],
);
for (const c of [0, 1e-6, 0.5, 1000]) cases.push([geluTanh.with({ c }), 6 / (1 + c)]);

for (const [f, width] of cases) {
  const parameters = JSON.stringify(f.parameters);
  Deno.test(`${f.id} at ${parameters} and its derivatives are within 0.51 ulp`, () => {
    const { uniform } = draws(20260105);
    for (let i = 0; i < 400; i++) {
      // A third in the bend, a third around it, a third in the tails.
      const x = (2 * uniform() - 1) * width * [1, 10, 130][i % 3];
      const exact = reference(f, x);
      [f, f.derivative, f.derivative.derivative].forEach((g, order) => {
        const { ulps, subnormal } = ulpError(g(x), exact[order]!);
        assert(ulps <= (subnormal ? 0.76 : 0.51), `${g.id}(${x}) is off by ${ulps} ulp`);
      });
    }
  });
}
