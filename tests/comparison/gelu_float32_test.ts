import { assert, assertEquals } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import type { Certificate } from "../../src/comparison/certificate.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { float32 } from "../../src/comparison/format.ts";
import { ulpDistance } from "../../src/comparison/ulp_distance.ts";

const fixture = new URL("../fixtures/gelu_tanh_float32.json", import.meta.url);
const { certificate }: { certificate: Certificate } = JSON.parse(Deno.readTextFileSync(fixture));

Deno.test("the stored certificate covers every float32 once", () => {
  const { complete, inputs, histogram, byBinade, bySign, differing } = certificate;
  assert(complete);
  assertEquals(inputs, float32.finiteCount);
  assertEquals(histogram.reduce((sum, bin) => sum + bin.inputs, 0), inputs);
  for (const parts of [byBinade, Object.values(bySign)]) {
    assertEquals(parts.reduce((sum, part) => sum + part.inputs, 0), inputs);
    assertEquals(parts.reduce((sum, part) => sum + part.differing, 0), differing);
  }
});

Deno.test("the worst float32 input of the stored certificate is as bad as it says", () => {
  const { x, ulps } = certificate.worst!;
  assertEquals(float32.round(x), x);
  assertEquals(ulpDistance(gelu(x), geluTanh(x), float32), ulps);
});

Deno.test("a part of the stored certificate comes out the same today", async () => {
  const range = [4, 8 - 2 ** -21] as const;
  const today = await countDifferences(gelu, geluTanh, { format: "float32", range, workers: 0 });
  const stored = certificate.byBinade.find(({ sign, exponent }) => sign > 0 && exponent === 2)!;
  assertEquals(today.byBinade, [stored]);
});
