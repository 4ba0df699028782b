import { assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { defineActivation } from "../../src/activations/define_activation.ts";
import { gelu } from "../../src/activations/gelu.ts";
import { originOf } from "../../src/activations/origin.ts";
import { swish } from "../../src/activations/swish.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";

Deno.test("every function of the catalogue and its derivatives have an origin", () => {
  for (const f of Object.values(activations)) {
    const orders = [f, f.derivative, f.derivative.derivative].map((g) => originOf(g)?.order);
    assertEquals(orders, [0, 1, 2], f.id);
    assertEquals(originOf(f)?.id, f.id);
  }
});

Deno.test("an activation at other parameters keeps its origin, with them", () => {
  const parameters = { beta: 2 };
  const second = swish.with(parameters).derivative.derivative;
  assertEquals(originOf(second), { id: "swish", parameters, order: 2 });
});

Deno.test("a user's function is not of the catalogue, whatever it is called", () => {
  // Just below the middle between 1 and the next float32, by less than the promised error.
  const middle = 1 + 2 ** -24;
  const mine = defineActivation({ id: "gelu", f: (x) => x < 5 ? x * gelu(1) : middle });
  assertEquals(originOf(mine), undefined);
  assertEquals(originOf(mine.derivative), undefined);
  assertEquals(originOf((x) => x), undefined);
  assertEquals(originOf(Object.assign((x: number) => x, { id: "relu" })), undefined);
  assertEquals(evaluate(mine, Float32Array.of(6))[0], Math.fround(middle));
});

Deno.test("a derivative at other parameters goes to workers", async () => {
  const options = { format: "float16", range: [1, 1.1], workers: 1 } as const;
  const steep = swish.with({ beta: 2 });
  const certificate = await countDifferences(steep.derivative, steep.derivative, options);
  assertEquals(certificate.differing, 0);
});
