import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { modelsOf, usesPart } from "../../src/site/parts/uses_part.ts";
import { uses } from "../../src/site/uses.ts";
import record from "./uses.json" with { type: "json" };

Deno.test("every use is one of a function that there is, with a source", () => {
  for (const { id, where, as, source } of uses) {
    assert(id in activations, id);
    assertMatch(source.url, /^https:\/\/\S+$/);
    assertMatch(source.title, /, arXiv:\d{4}\.\d{4,5}$|^[\w-]+\/[\w-]+: [\w./-]+$|\(\d{4}\)$/);
    assert(where.length > 2 && as.length > 5);
  }
  const keys = uses.map(({ id, where }) => `${id} ${where}`);
  assertEquals(new Set(keys).size, keys.length);
});

Deno.test("a model of Transformers that is named has the function by default", () => {
  const named = uses.filter(({ model }) => model);
  assertGreater(named.length, 8);
  for (const { id, model } of named) assert(modelsOf(id).includes(model!), `${model}: ${id}`);
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
