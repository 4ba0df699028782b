import { assert, assertEquals } from "@std/assert";
import type { Pair } from "./_draw.ts";
import { specs } from "./specs.ts";

/** The pictures as drawn in a time zone. */
async function drawn(zone: string): Promise<Record<string, Pair>> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", "--no-check", `${import.meta.dirname}/_draw.ts`],
    env: { TZ: zone },
  });
  const { success, stdout, stderr } = await command.output();
  const text = new TextDecoder();
  assert(success, text.decode(stderr));
  // Nothing red under a chart, whatever is in it; what is loaded is not told of.
  assertEquals(text.decode(stderr), "");
  return JSON.parse(text.decode(stdout));
}

const greenwich = drawn("UTC");

Deno.test("there are thirty examples at least", () => {
  assert(Object.keys(specs).length >= 30);
});

for (const name of Object.keys(specs)) {
  Deno.test(`example "${name}": the scene of plain Vega-Lite`, async () => {
    const { ours, plain } = (await greenwich)[name];
    assertEquals(ours, plain);
    assert(/<(?:path|circle|line|image|text)/.test(ours));
  });
}

Deno.test("the examples look the same in every time zone", async () => {
  const [here, there] = [await greenwich, await drawn("America/St_Johns")];
  const ours = (pictures: Record<string, Pair>) =>
    Object.fromEntries(Object.entries(pictures).map(([name, { ours }]) => [name, ours]));
  assertEquals(ours(there), ours(here));
  // Were they the same for plain Vega-Lite too, this would have tested nothing.
  assert(Object.keys(here).some((name) => here[name].plain !== there[name].plain));
});
