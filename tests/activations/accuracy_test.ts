import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { fixtureIds, readFixture } from "../accuracy/fixture.ts";
import { describe, measure } from "../accuracy/measure.ts";

Deno.test("every function of the catalogue has a fixture, and nothing else has", () => {
  assertEquals(fixtureIds(), Object.keys(activations).sort());
});

for (const [id, { derivative, parameters }] of Object.entries(activations)) {
  Deno.test(`${id} and its derivatives are as accurate as promised`, async () => {
    const fixture = await readFixture(id);
    assertEquals(fixture.parameters, { ...parameters });
    const orders = [activations[id], derivative, derivative.derivative];
    const found = orders.map((f, order) => measure(fixture, order, f));
    assert(found.every(({ points }) => points >= 2000), "Expected 2000 points of each order");
    assert(found.every(({ failures }) => failures === 0), found.map(describe).join("\n"));
  });
}
