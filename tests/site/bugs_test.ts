import { assert, assertEquals, assertGreaterOrEqual, assertMatch } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { bugs } from "../../src/site/bugs.ts";
import { fromPython, isStillThere, rightOf } from "../../src/site/_still_there.ts";
import record from "./bugs.json" with { type: "json" };

const values: Readonly<Record<string, string>> = record.values;

Deno.test("at least forty reports are known, each once, of functions that there are", () => {
  assertGreaterOrEqual(bugs.length, 40);
  const keys = bugs.map(({ repository, number }) => `${repository}#${number}`);
  assertEquals(new Set(keys).size, keys.length);
  for (const { functions, repository, number, what } of bugs) {
    assertMatch(repository, /^[\w.-]+\/[\w.-]+$/);
    assert(Number.isInteger(number) && number > 0);
    assert(what.length > 20);
    for (const id of functions) assert(id in activations, id);
  }
});

Deno.test("every probe was tried, and of each it is known what is right", () => {
  const probes = bugs.flatMap(({ probe }) => probe ? [probe] : []);
  assertGreaterOrEqual(probes.length, 12);
  assertEquals(Object.keys(values).sort(), [...new Set(probes.map(({ call }) => call))].sort());
  for (const probe of probes) assert(!Number.isNaN(rightOf(probe)), probe.call);
});

Deno.test("a value shows the bug only where it differs from what is right", () => {
  const probe = bugs.find(({ number }) => number === 39795)!.probe!;
  assertEquals(isStillThere(probe, 0), true);
  assertEquals(isStillThere(probe, NaN), true);
  assertEquals(isStillThere(probe, Math.exp(-40)), false);
  assertEquals([fromPython("-inf"), fromPython("nan"), fromPython("1e-05")], [
    -Infinity,
    NaN,
    1e-5,
  ]);
});
