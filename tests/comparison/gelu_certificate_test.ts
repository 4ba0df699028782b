import { assert, assertEquals } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import independent from "../fixtures/independent.json" with { type: "json" };

// Expected counts are those of tests/fixtures/independent.py, rounded once from 40 digits.
for (const format of ["bfloat16", "float16"] as const) {
  const expected = independent.counts[format];
  const { differing, inputs } = expected;
  Deno.test(`in ${format} the tanh form differs from gelu at ${differing} of ${inputs} inputs`, async () => {
    const found = await countDifferences(gelu, geluTanh, { format });
    assert(found.complete);
    const { inputs, differing, worst } = found;
    assertEquals({ inputs, differing, worst }, expected);
  });
}

Deno.test("no input of float16 is rounded twice", async () => {
  const { doubleRounding } = await countDifferences(gelu, geluTanh, { format: "float16" });
  assertEquals(doubleRounding, 0);
});

Deno.test("gelu of an odd multiple of the smallest bfloat16 might round twice", async () => {
  // There gelu(x) is x/2 to within a double's step: half way between two values.
  const { doubleRounding, byBinade } = await countDifferences(gelu, gelu, { format: "bfloat16" });
  const halves = byBinade.filter(({ exponent }) => exponent <= -126);
  assertEquals(doubleRounding, halves.reduce((sum, { inputs }) => sum + inputs / 2, 0));
});
