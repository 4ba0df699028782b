import { assert } from "@std/assert";
import fc from "fast-check";
import { activations } from "../../src/activations/catalogue.ts";

const runs = { seed: 2, numRuns: 1000 };
const any = fc.double({ noNaN: true });

/** Those whose derivative is negative somewhere. */
const falling = [
  "gelu",
  "gelu10",
  "geluSigmoid",
  "geluTanh",
  "hardSwish",
  "lisht",
  "logCosh",
  "mish",
  "silu",
  "swish",
  "xielu",
];
const odd = ["hardShrink", "hardTanh", "identity", "softShrink", "softsign", "tanh", "tanhShrink"];
const even = ["lisht", "logCosh"];
const unbounded = ["exponential", "squaredRelu", "xielu"];

for (const f of Object.values(activations)) {
  if (!falling.includes(f.id)) {
    Deno.test(`${f.id} never falls, and f′ is never negative`, () => {
      fc.assert(
        fc.property(any, any, (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          const slope = f.derivative(low);
          assert(f(low) <= f(high), `f(${low}) = ${f(low)}, f(${high}) = ${f(high)}`);
          assert(slope >= 0 || Number.isNaN(slope), `f′(${low}) = ${slope}`);
        }),
        runs,
      );
    });
  }
  Deno.test(`${f.id} is finite where x is, unless it grows faster than a line`, () => {
    if (unbounded.includes(f.id) || f.id === "selu") return;
    fc.assert(fc.property(any, (x) => Number.isFinite(x) === false || Number.isFinite(f(x))), runs);
  });
}

for (const id of odd) {
  Deno.test(`${id} is odd to the bit, with an even derivative`, () => {
    const f = activations[id];
    fc.assert(fc.property(any, (x) => Object.is(f(-x), -f(x))), runs);
    fc.assert(fc.property(any, (x) => f.derivative(-x) === f.derivative(x)), runs);
  });
}

for (const id of even) {
  Deno.test(`${id} is even to the bit, with an odd derivative`, () => {
    const f = activations[id];
    fc.assert(fc.property(any, (x) => f(-x) === f(x)), runs);
    fc.assert(fc.property(any, (x) => f.derivative(-x) === -f.derivative(x)), runs);
  });
}
