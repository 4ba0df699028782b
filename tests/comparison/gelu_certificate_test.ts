import { assert, assertEquals } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";

// The counts were obtained elsewhere, with 40-digit arithmetic rounded once.

Deno.test("in bfloat16 the tanh form differs from gelu at 405 of 65280 inputs", async () => {
  const { inputs, differing, worst, complete } = await countDifferences(gelu, geluTanh, {
    format: "bfloat16",
  });
  assert(complete);
  assertEquals({ inputs, differing, worst }, {
    inputs: 65280,
    differing: 405,
    worst: { x: -10.125, ulps: 6538 },
  });
});

Deno.test("in float16 the tanh form differs from gelu at 3695 of 63488 inputs", async () => {
  const { inputs, differing, worst, doubleRounding } = await countDifferences(gelu, geluTanh, {
    format: "float16",
  });
  assertEquals({ inputs, differing, worst }, {
    inputs: 63488,
    differing: 3695,
    worst: { x: -4.0078125, ulps: 919 },
  });
  assertEquals(doubleRounding, 0);
});

Deno.test("gelu of an odd multiple of the smallest bfloat16 might round twice", async () => {
  // There gelu(x) is x/2 to within a double's step: half way between two values.
  const { doubleRounding, byBinade } = await countDifferences(gelu, gelu, { format: "bfloat16" });
  const halves = byBinade.filter(({ exponent }) => exponent <= -126);
  assertEquals(doubleRounding, halves.reduce((sum, { inputs }) => sum + inputs / 2, 0));
});
