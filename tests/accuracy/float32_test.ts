import { assert, assertEquals, assertLess } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { narrowed } from "./float32.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { draws, likelyDouble } from "./random.ts";
import { isCovered, reference } from "./reference/reference.ts";
import { single, ulpError } from "./ulp_error.ts";

/** Half an ulp, and what the 16 bits that the exact values have beyond a double cannot tell. */
const half = 0.5 + 2 ** -44;

for (const id of Object.keys(activations)) {
  Deno.test(`${id} rounds to the nearest float32`, () => {
    for (const order of [0, 1, 2]) {
      const { inputs, wrong, worst } = narrowed(id, order, 65521);
      assert(inputs > 65_000);
      assertEquals(wrong, 0, `order ${order} at ${worst.x}`);
    }
  });
}

for (const id of Object.keys(activations)) {
  Deno.test(`${id} rounds to the nearest float32 at 200 random points`, () => {
    const random = draws(20260102);
    const record = activations[id];
    const functions = [record, record.derivative, record.derivative.derivative];
    for (let i = 0; i < 200; i++) {
      const x = Math.fround(likelyDouble(random, []));
      if (!Number.isFinite(x) || !isCovered(record, x)) continue;
      reference(record, x).forEach((exact, order) => {
        if (!exact) return;
        const { ulps } = ulpError(evaluate(functions[order], Float32Array.of(x))[0], exact, single);
        assertLess(ulps, half, `order ${order} at ${x}`);
      });
    }
  });
}
