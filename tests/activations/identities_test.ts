import { assert } from "@std/assert";
import fc from "fast-check";
import * as all from "../../src/activations/all.ts";
import { normalCdf } from "../../src/special/normal.ts";

const u = 2 ** -53;

/** An identity: two sides and how far apart rounding may leave them. */
type Identity = readonly [
  left: (x: number) => number,
  right: (x: number) => number,
  bound: (x: number) => number,
];

const { geluSigmoid, gelu, silu, sigmoid, tanh, softplus, logSigmoid, swish, celu, elu } = all;
const exact = () => 0;
const relative = (f: (x: number) => number, ulps: number) => (x: number) =>
  2 * ulps * u * Math.abs(f(x));
const minus = (f: (x: number) => number) => (x: number) => f(x) - f(-x);
const itself = (x: number) => x;

// Each side rounds once or twice; a function of magnitude m is within 0.6 ulp, at most 1.2 m u.
const identities: Readonly<Record<string, Identity>> = {
  "gelu(x) − gelu(−x) = x": [minus(gelu), itself, relative(itself, 2)],
  "silu(x) − silu(−x) = x": [minus(silu), itself, relative(itself, 2)],
  "softplus(x) − softplus(−x) = x": [
    minus(softplus),
    itself,
    (x) => 4 * u * softplus(Math.abs(x)),
  ],
  "squareplus(x) − squareplus(−x) = x": [
    minus(all.squareplus),
    itself,
    (x) => 4 * u * all.squareplus(Math.abs(x)),
  ],
  "relu(x) − relu(−x) = x": [minus(all.relu), itself, exact],
  "hardSwish(x) − hardSwish(−x) = x": [minus(all.hardSwish), itself, relative(itself, 2)],
  "sparsePlus(x) − sparsePlus(−x) = x": [minus(all.sparsePlus), itself, () => 4 * u],
  "Φ(x) + Φ(−x) = 1": [(x) => normalCdf(x) + normalCdf(-x), () => 1, () => 4 * u],
  "σ(x) + σ(−x) = 1": [(x) => sigmoid(x) + sigmoid(-x), () => 1, () => 4 * u],
  "tanh x = 2σ(2x) − 1": [tanh, (x) => 2 * sigmoid(2 * x) - 1, () => 6 * u],
  "logSigmoid(x) = −softplus(−x)": [logSigmoid, (x) => -softplus(-x), exact],
  "gelu_sigmoid(x) = silu(1.702x)/1.702": [
    geluSigmoid,
    (x) => silu(1.702 * x) / 1.702,
    // Rounding 1.702x moves its silu by up to |1.702x| u, relatively, and once more as a factor.
    (x) => u * Math.abs(geluSigmoid(x)) * (6 + Math.abs(1.702 * x)),
  ],
  "gelu(x) = x Φ(x)": [gelu, (x) => x * normalCdf(x), relative(gelu, 3)],
  "swish with β = 1 is silu": [swish.with({ beta: 1 }), silu, exact],
  "celu with α = 1 is elu": [celu, elu, exact],
  "elu′ = elu + 1 where x ≤ 0": [
    (x) => elu.derivative(-Math.abs(x)),
    (x) => elu(-Math.abs(x)) + 1,
    () => 4 * u,
  ],
  "softplus′ = σ": [softplus.derivative, sigmoid, exact],
  "logCosh′ = tanh": [all.logCosh.derivative, tanh, exact],
  "sparsePlus′ = sparseSigmoid": [all.sparsePlus.derivative, all.sparseSigmoid, exact],
  "tanhShrink(x) + tanh x = x": [
    (x) => all.tanhShrink(x) + tanh(x),
    itself,
    relative(itself, 2),
  ],
  "lisht(x) = x tanh x": [all.lisht, (x) => x * tanh(x), relative(all.lisht, 3)],
  "lisht(x) = silu(2x) + silu(−2x) halved": [
    all.lisht,
    (x) => (silu(2 * x) + silu(-2 * x)) / 2,
    (x) => 8 * u * Math.abs(x),
  ],
  "sqrtSoftplus² = softplus": [
    (x) => all.sqrtSoftplus(x) ** 2,
    softplus,
    relative(softplus, 4),
  ],
  "softShrink(x) + hardTanh at ±λ = x": [
    (x) => all.softShrink(x) + all.hardTanh.with({ low: -0.5, high: 0.5 })(x),
    itself,
    relative(itself, 2),
  ],
  "hardSwish(x) = x hardSigmoid(x)": [
    all.hardSwish,
    (x) => x * all.hardSigmoid(x),
    relative(all.hardSwish, 2),
  ],
  "squaredRelu = relu²": [all.squaredRelu, (x) => all.relu(x) ** 2, exact],
  "snake has period π/a beside its line": [
    (x) => all.snake.with({ a: Math.PI })(x + 1) - 1,
    all.snake.with({ a: Math.PI }),
    // Math.PI is not π, and x + 1 is rounded.
    (x) => 8 * u * (2 + Math.abs(x)),
  ],
};

const numbers = fc.oneof(
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
);

for (const [name, [left, right, bound]] of Object.entries(identities)) {
  Deno.test(name, () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const off = Math.abs(left(x) - right(x));
        assert(off <= bound(x) + 2 * Number.MIN_VALUE, `${left(x)} and ${right(x)} at ${x}`);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
}
