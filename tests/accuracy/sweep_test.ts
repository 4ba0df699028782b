import { assert } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { readFixture } from "./fixture.ts";
import { describe } from "./measure.ts";
import { draws } from "./random.ts";
import { sweep } from "./sweep.ts";

// `deno run -A tests/accuracy/sweep.ts --sweep 1e7` takes longer and other points.
const seed = 20260101;

for (const [id, record] of Object.entries(activations)) {
  Deno.test(`${id} keeps its promise at 2000 random points (seed ${seed})`, async () => {
    const found = sweep(record, await readFixture(id), 2000, draws(seed));
    assert(found.every(({ points }) => points > 1500), "Expected most points to be evaluated");
    assert(found.every(({ failures }) => failures === 0), found.map(describe).join("\n"));
  });
}
