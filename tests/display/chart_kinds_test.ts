import { Ajv } from "ajv";
import schema from "vega-lite-v5-schema" with { type: "json" };
import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { walk } from "../_walk.ts";
import { withPlainData } from "../../src/display/drawing/_plain_data.ts";
import { safeFields } from "../../src/display/drawing/_safe_fields.ts";
import { renderSvg } from "../../src/display/drawing/_vega.ts";
import { examples, kinds } from "./kinds/all.ts";

const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

for (const [kind, chart] of Object.entries(examples)) {
  Deno.test(`${kind}: valid for Vega-Lite 5, also with its theme`, async () => {
    const { "application/vnd.vegalite.v5+json": spec } = await chart.bundle();
    const valid = validate(spec);
    // An error in a union is reported for each member of it: the deepest says what is wrong.
    const errors = (validate.errors ?? []).toSorted((a, b) =>
      b.instancePath.split("/").length - a.instancePath.split("/").length
    );
    assert(valid, JSON.stringify(errors.slice(0, 3), null, 1));
  });

  Deno.test(`${kind}: compiled and drawn without a warning`, async () => {
    const warnings: string[] = [];
    const { "application/vnd.vegalite.v5+json": spec } = await chart.bundle();
    await renderSvg(spec as typeof chart.spec, chart.alt, (message) => warnings.push(message));
    assertEquals(warnings, []);
  });

  Deno.test(`${kind}: a labelled picture with finite coordinates, the same again`, async () => {
    const svg = await chart.svg();
    assertMatch(svg, /^<svg role="img" aria-label="[^"]+"/);
    assertNotMatch(svg.replace(/aria-label="[^"]*"/, ""), /NaN|Infinity|undefined|null/);
    assertNotMatch(svg, /file:|\/home\/|\/root\/|\/tmp\//);
    assertEquals(await chart.svg(), svg);
  });

  Deno.test(`${kind}: the spec is as it was`, async (t) => {
    await t.assertSnapshot(digest(chart.spec));
  });
}

for (const [kind, chart] of Object.entries(examples)) {
  Deno.test(`${kind}: its data is plain and its fields are safe, so that nobody has to see to it`, () => {
    assertEquals(safeFields(withPlainData(chart.spec)), chart.spec);
  });
}

/** Functions of the charts' room that make no chart. */
const helpers = ["gridOf", "thin", "uniqueTitles"];

Deno.test("the list of kinds has every function that makes a chart", async () => {
  const made: string[] = [];
  for await (const path of walk("src/display/charts", ".ts")) {
    if (path.includes("/_")) continue;
    const module: Record<string, unknown> = await import(`../../${path}`);
    made.push(...Object.keys(module).filter((name) => typeof module[name] === "function"));
  }
  const names = [...made.filter((name) => !helpers.includes(name)), "chart"];
  assertEquals(kinds.map(({ name }) => name).sort(), names.sort());
});

/** A spec with its numbers rounded, and of long data the ends only. */
function digest(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(6));
  if (Array.isArray(value)) {
    const shown = value.length > 12
      ? [...value.slice(0, 3), `… ${value.length - 6} more …`, ...value.slice(-3)]
      : value;
    return shown.map(digest);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, digest(inner)]));
}
