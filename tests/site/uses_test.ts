import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { modelsOf, usesPart } from "../../src/site/parts/uses_part.ts";
import { uses } from "../../src/site/uses.ts";
import record from "./uses.json" with { type: "json" };

Deno.test("every use is one of a function that there is, with a source", () => {
  for (const { id, where, as, source } of uses) {
    assert(id in activations, id);
    assertMatch(source, /^https:\/\/\S+$/);
    assert(where.length > 2 && as.length > 5);
  }
  const keys = uses.map(({ id, where }) => `${id} ${where}`);
  assertEquals(new Set(keys).size, keys.length);
});

Deno.test("all functions but a few have a use", () => {
  const without = Object.keys(activations)
    .filter((id) => usesPart(id).startsWith("No model"));
  assertEquals(without.sort(), ["squareplus", "tanhShrink"]);
});

Deno.test("models of Transformers are found under all names of a function", () => {
  assertGreater(record.models, 500);
  const tanhForm = modelsOf("geluTanh");
  assertGreater(tanhForm.length, record.uses.gelu_new.length);
  assert(tanhForm.includes("gpt2"));
  assert(modelsOf("geluSigmoid").includes("clip"));
  assert(!modelsOf("geluSigmoid").includes("clip_text_model"));
  assertEquals(modelsOf("squareplus"), []);
});
