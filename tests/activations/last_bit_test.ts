import { assertLess } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { readFixture } from "../accuracy/fixture.ts";
import { describe, measure } from "../accuracy/measure.ts";

// These are computed to more than 59 bits and rounded once: their docstrings promise 0.51 ulp.
const ids = [
  "gelu",
  "geluSigmoid",
  "geluTanh",
  "logSigmoid",
  "mish",
  "sigmoid",
  "silu",
  "softplus",
  "swish",
  "tanh",
];

for (const id of ids) {
  Deno.test(`${id}, its derivative and its second derivative are within 0.51 ulp`, async () => {
    const fixture = await readFixture(id);
    const f = activations[id];
    [f, f.derivative, f.derivative.derivative].forEach((g, order) => {
      const found = measure(fixture, order, g);
      const { normal, "near zero": near } = found.worst;
      assertLess(normal!.error, 0.51, describe(found));
      assertLess(near?.error ?? 0, 0.51, describe(found));
    });
  });
}
