import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Activation } from "../../src/activations/activation.ts";
import * as all from "../../src/activations/all.ts";
import { activations } from "../../src/activations/catalogue.ts";

const records = Object.entries(activations);
const folder = new URL("../../src/activations/", import.meta.url);
/** What lies in the folder beside the functions. */
const others = [
  "accuracy",
  "activation",
  "all",
  "catalogue",
  "define_activation",
  "mod",
  "origin",
  "parameter",
];

function fileName(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

Deno.test("every file of a function is in the list of all, under the function's name", async () => {
  const files = (await Array.fromAsync(Deno.readDir(folder)))
    .filter(({ isFile, name }) => isFile && !name.startsWith("_"))
    .map(({ name }) => name.replace(/\.ts$/, ""))
    .filter((name) => !others.includes(name));
  assertEquals(files.sort(), records.map(([id]) => fileName(id)).sort());
});

Deno.test("every name exported by the list is that of a record, or an alias of one", () => {
  const found: readonly Activation[] = Object.values(all);
  assertEquals(new Set(found), new Set(Object.values(activations)));
  for (const [id, record] of records) {
    assertEquals((all as Readonly<Record<string, Activation>>)[id], record);
  }
});

Deno.test("other names are the same object", () => {
  assertEquals(all.quickGelu, all.geluSigmoid);
  assertEquals(all.relu2, all.squaredRelu);
  assertEquals(all.linear, all.identity);
});

Deno.test("the catalogue is in the order of ids, and frozen", () => {
  const ids = Object.keys(activations);
  assertEquals(ids, [...ids].sort());
  assert(Object.isFrozen(activations) && Object.values(activations).every(Object.isFrozen));
});

Deno.test("no two records have the same id or title", () => {
  const values = Object.values(activations);
  assertEquals(new Set(values.map(({ id }) => id)).size, values.length);
  assertEquals(new Set(values.map(({ title }) => title)).size, values.length);
});

for (const [id, f] of records) {
  Deno.test(`${id} is a complete and consistent record`, () => {
    const orders = [f, f.derivative, f.derivative.derivative];
    assertEquals(orders.map((g) => [g.id, g.name]), [id, `${id}′`, `${id}″`].map((x) => [x, x]));
    for (const { tex, title } of orders) {
      assert(title.length > 0 && tex.length > 0);
      assertEquals(tex.match(/{/g)?.length, tex.match(/}/g)?.length, tex);
      assertEquals(tex.match(/\\left/g)?.length, tex.match(/\\right/g)?.length, tex);
    }
    assert(!f.derivative.numerical && !f.derivative.derivative.numerical);
    assertEquals([...f.kinks].sort((a, b) => a - b), [...f.kinks]);
    assert(f.sources.length > 0);
    for (const { who, year, title, url } of f.sources) {
      assert(who.length > 0 && title.length > 0 && year >= 1800 && year <= 2100);
      if (url) assertMatch(url, /^https:\/\/[\w.-]+\/\S+$/);
    }
  });

  Deno.test(`${id} approaches its asymptotes, and no line where it claims none`, () => {
    const { left, right } = f.asymptotes;
    for (const [line, sign] of [[left, -1], [right, 1]] as const) {
      if (line) {
        const x = sign * 2 ** 27;
        assertClose(f(x), line.slope * x + line.intercept, 1e-7, `${id}(${x})`);
        assertClose(f.derivative(x), line.slope, 1e-7, `${id}′(${x})`);
      } else {
        const [a, b, c] = [100, 200, 300].map((t) => f(sign * t));
        assert(Math.abs(a - 2 * b + c) > 1e-3, `${id} looks like a line`);
      }
    }
  });
}

function assertClose(actual: number, expected: number, tolerance: number, what: string): void {
  assert(Math.abs(actual - expected) <= tolerance, `${what} is ${actual}, not ${expected}`);
}
