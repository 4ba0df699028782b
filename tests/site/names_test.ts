import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { vectorActivations } from "../../src/activations/vector/catalogue.ts";
import { falseFriends, frameworks, names } from "../../src/site/names.ts";
import { inputsFor } from "./_name_inputs.ts";
import record from "./names.json" with { type: "json" };

type Tried = { framework: string; call: string; values?: number[]; error?: string };
const tried = record.tried as Tried[];

/** The values that the catalogue has for a name. */
function expected(id: string, inputs: readonly number[], parameters = {}): readonly number[] {
  return id in vectorActivations
    ? [...vectorActivations[id](inputs)]
    : inputs.map((x) => activations[id].with(parameters)(x));
}

const claims = [
  ...names.map((each) => ({ ...each, is: each.id })),
  ...falseFriends,
];

for (const { framework, call, id, is, parameters, ...rest } of claims) {
  const fault = "fault" in rest;
  const found = tried.find((each) => each.framework === framework && each.call === call);
  if (!found) continue;
  const verb = fault ? "ought to be, but is not," : "is";
  Deno.test(`${call} of ${framework} ${verb} ${is}, as it was tried`, () => {
    assertEquals(found.error, undefined);
    const right = expected(is, inputsFor(id), parameters);
    assertEquals(found.values!.length, right.length);
    // Some libraries compute with 24 bits, and by a quick exponential
    const off = found.values!.map((y, k) =>
      Math.abs(y - right[k]) / Math.max(1, Math.abs(right[k]))
    );
    const same = off.every((each) => each < 2e-6);
    assertEquals(same, !fault, `${found.values} for ${right}`);
  });
}

Deno.test("every call of a package that can be installed was tried", () => {
  const untried = ["ggml", "NNlib", "Flux"];
  assertEquals(
    Object.keys(record.versions).sort(),
    frameworks.filter((each) => !untried.includes(each)).toSorted(),
  );
  const missing = claims.filter(({ framework, call }) =>
    !untried.includes(framework) &&
    !tried.some((each) => each.framework === framework && each.call === call)
  );
  assertEquals(missing.map(({ call }) => call), [], "run tests/site/check_names.ts");
  assertGreater(tried.length, 150);
});

Deno.test("names are of functions that there are, once each, with a source", () => {
  const seen = new Set<string>();
  for (const { id, framework, call, source, parameters = {} } of names) {
    assert(id in activations || id in vectorActivations, id);
    const key = `${id} ${framework}`;
    assert(!seen.has(key), `${key} is there twice`);
    seen.add(key);
    assert(call.length > 0);
    assertMatch(source, /^https:\/\//);
    if (id in activations) activations[id].with(parameters);
  }
});

Deno.test("a false friend is not what it is called after", () => {
  for (const { id, is, call, parameters } of falseFriends) {
    const right = expected(id, inputsFor(id)), found = expected(is, inputsFor(id), parameters);
    if (id === "swish") continue; // what differs is that it takes no β
    assert(right.some((y, k) => Math.abs(y - found[k]) > 1e-12), call);
  }
});
