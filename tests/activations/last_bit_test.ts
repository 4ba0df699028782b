import { assertLess } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { readFixture } from "../accuracy/fixture.ts";
import { describe, measure } from "../accuracy/measure.ts";
import { draws } from "../accuracy/random.ts";
import { reference } from "../accuracy/reference/reference.ts";
import { ulpError } from "../accuracy/ulp_error.ts";

// These are computed to more than 59 bits and rounded once: their docstrings promise 0.51 ulp.
const ids = [
  "gelu",
  "geluSigmoid",
  "geluTanh",
  "lisht",
  "logSigmoid",
  "mish",
  "sigmoid",
  "silu",
  "snake",
  "softplus",
  "softplusThreshold",
  "sqrtSoftplus",
  "swish",
  "tanh",
  "xielu",
];

for (const id of ids) {
  Deno.test(`${id}, its derivative and its second derivative are within 0.51 ulp`, async () => {
    const fixture = await readFixture(id);
    const f = activations[id];
    [f, f.derivative, f.derivative.derivative].forEach((g, order) => {
      const found = measure(fixture, order, g);
      assertLess(found.worst.normal!.error, 0.51, describe(found));
    });
  });
}

Deno.test("tiny numbers are rounded once too, though the error of their product underflows", () => {
  const { uniform } = draws(20260107);
  for (const f of ids.map((id) => activations[id])) {
    for (let i = 0; i < 200; i++) {
      const x = (uniform() - 0.5) * 2 ** (i % 2 ? -780 - 230 * uniform() : -1012 - 8 * uniform());
      const { ulps, subnormal } = ulpError(f(x), reference(f, x)[0]!);
      if (!subnormal) assertLess(ulps, 0.51, `${f.id}(${x})`);
    }
  }
});
