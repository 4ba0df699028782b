import { assert } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { draws } from "../accuracy/random.ts";
import { reference } from "../accuracy/reference/reference.ts";
import { ulpError } from "../accuracy/ulp_error.ts";

/** Parameters that are not the default ones, and from where to where f is measured at them. */
const cases: readonly [
  id: string,
  parameters: Readonly<Record<string, number>>,
  low: number,
  high: number,
][] = [
  ["celu", { alpha: 1.7 }, -1300, 4],
  ["celu", { alpha: 0.03 }, -23, 1],
  ["celu", { alpha: 1e-40 }, -8e-38, 1e-38],
  ["elu", { alpha: 0.3 }, -760, 4],
  ["elu", { alpha: 1e50 }, -860, 4],
  ["hardSigmoid", { slope: 0.2 }, -3, 3],
  ["laplace", { mu: -1.1, sigma: 0.6 }, -24, 5],
  ["laplace", { mu: 1e6, sigma: 1e-3 }, 1e6 - 0.03, 1e6 + 0.01],
  ["leakyRelu", { negativeSlope: 0.3 }, -10, 10],
  ["prelu", { slope: -1.3 }, -10, 10],
  ["rrelu", { lower: 0.1, upper: 0.7 }, -10, 10],
  ["selu", { alpha: 0.7, scale: 1.3 }, -720, 4],
  ["snake", { a: 2.3 }, -30, 30],
  ["snake", { a: 0.01 }, -1e9, 1e9],
  ["snake", { a: 999 }, -1e300, 1e300],
  ["softShrink", { lambda: 0.3 }, -10, 10],
  ["squareplus", { b: 0.3 }, -30, 30],
  ["squareplus", { b: 1e-40 }, -1e-18, 1e-18],
  ["squareplus", { b: 1e40 }, -1e25, 1e25],
  ["xielu", { positive: 0.3, negative: 1.9, beta: 0.2 }, -50, 10],
  ["xielu", { positive: 1e6, negative: 1e-6, beta: 1e-6 }, -50, 1e100],
];

/** Ulps promised for f, f′ and f″. */
const bounds = [0.6, 1.1, 2];

for (const [id, parameters, low, high] of cases) {
  const f = activations[id].with(parameters);
  Deno.test(`${f.title} and its derivatives are as accurate as at default parameters`, () => {
    const { uniform } = draws(20260106);
    const orders = [f, f.derivative, f.derivative.derivative];
    for (let i = 0; i < 300; i++) {
      const x = low + (high - low) * uniform();
      reference(f, x).forEach((exact, order) => {
        if (exact === null) return;
        const got = orders[order](x);
        const { ulps, subnormal } = ulpError(got, exact);
        const fine = ulps <= (subnormal ? 1 : bounds[order]);
        assert(fine, `${orders[order].id}(${x}) is ${got}, off by ${ulps} ulp`);
      });
    }
  });
}
