import {
  assert,
  assertEquals,
  assertFalse,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { displaySymbol } from "../../../src/display/bundle.ts";
import { chart } from "../../../src/display/drawing/chart.ts";
import { themes } from "../../../src/display/drawing/themes.ts";

const spec = {
  title: "Squares",
  data: { values: [{ x: 1, y: 1 }, { x: 2, y: NaN }, { x: 3, y: 9 }] },
  mark: { type: "line", clip: true },
  encoding: {
    x: { field: "x", type: "quantitative" },
    y: { field: "y", type: "quantitative" },
  },
} as const;

Deno.test("chart() is shown as an interactive chart, a picture and words, never as HTML", async () => {
  assertEquals(Object.keys(await chart(spec)[displaySymbol]()), [
    "application/vnd.vegalite.v5+json",
    "image/svg+xml",
    "text/plain",
  ]);
});

Deno.test("chart() says Vega-Lite 5, which front ends have", async () => {
  const bundle = await chart(spec).bundle();
  const json = bundle["application/vnd.vegalite.v5+json"] as Record<string, unknown>;
  assertEquals(json.$schema, "https://vega.github.io/schema/vega-lite/v5.json");
  assertEquals(json.description, "Squares");
});

Deno.test("chart() leaves the spec and its rows as they were", async () => {
  const before = structuredClone(spec);
  await chart(spec).bundle();
  assertEquals(structuredClone(spec), before);
  assertEquals(Object.getOwnPropertySymbols(spec.data.values[0]), []);
});

Deno.test("chart() takes its words from the option, the description or the title", () => {
  const words = (given: object, alt?: string) =>
    chart({ ...spec, ...given }, alt === undefined ? {} : { alt }).alt;
  assertEquals(words({ description: "b" }, "a"), "a");
  assertEquals(words({ description: "b" }), "b");
  assertEquals(words({}), "Squares");
  assertEquals(words({ title: { text: ["Two", "lines"] } }), "Two lines");
  assertEquals(words({ title: undefined }), "A chart");
});

Deno.test("chart() draws in its own theme, or in the one of the time it is drawn", async () => {
  const plain = chart(spec);
  try {
    themes.use("dark");
    assertStringIncludes(await plain.svg(), themes.get("dark").background);
    const own = await plain.with({ theme: "print" }).svg();
    assertFalse(own.includes(themes.get("dark").background));
  } finally {
    themes.use("auto");
  }
  assertFalse((await plain.svg()).includes(`fill="${themes.get("dark").background}"`));
});

Deno.test("chart() lets the spec's own configuration win over the theme", async () => {
  const svg = await chart({ ...spec, config: { background: "#123456" } }).svg();
  assertStringIncludes(svg, "#123456");
});

Deno.test("chart() gives each picture identifiers of its own, and uses them", async () => {
  const [one, other] = await Promise.all([
    chart(spec).svg(),
    chart({ ...spec, width: 99 }).svg(),
  ]);
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert(ids(one).length > 0);
  assertEquals(ids(one).filter((id) => ids(other).includes(id)), []);
  for (const id of ids(one)) assertMatch(one, new RegExp(`(?:url\\(|[{}])#${id}\\b`));
});

Deno.test("chart() draws the same at the same time as others as alone", async () => {
  const drawn = await Promise.all(Array.from({ length: 5 }, () => chart(spec).svg()));
  assertEquals(new Set(drawn).size, 1);
  assertEquals(await chart(spec).svg(), drawn[0]);
});

Deno.test("chart() of too many rows to be interactive says so, in picture and words", async () => {
  const values = Array.from({ length: 67_000 }, (_, i) => ({ x: i % 10, y: (i * 7919) % 10_007 }));
  const { encoding } = spec;
  const counted = { x: encoding.x, y: { aggregate: "count" } } as const;
  const bundle = await chart({ ...spec, data: { values }, encoding: counted }).bundle();
  assertEquals(Object.keys(bundle), ["image/svg+xml", "text/plain"]);
  for (const format of Object.values(bundle)) assertStringIncludes(`${format}`, "67,000 rows");
});

Deno.test("chart() with too many marks is a PNG, neither refused nor megabytes", async () => {
  const values = Array.from({ length: 30_000 }, (_, i) => ({ x: i, y: (i * 7919) % 10_007 }));
  const bundle = await chart({ ...spec, data: { values }, mark: "point" }).bundle();
  assertEquals(Object.keys(bundle), ["image/png", "text/plain"]);
  assertLess(JSON.stringify(bundle).length, 1_000_000);
});

Deno.test("chart() leaves room for its labels: no text begins outside of the picture", async () => {
  const title = "a rather long title of the axis";
  const svg = await chart({
    ...spec,
    encoding: { ...spec.encoding, y: { ...spec.encoding.y, title, scale: { domain: [0, 1e9] } } },
  }).svg();
  const frame = Number(/transform="translate\(([\d.]+),/.exec(svg)?.[1]);
  const labels = [
    ...svg.matchAll(/text-anchor="end" transform="translate\((-?[\d.]+),[^>]*>([^<]+)/g),
  ];
  assert(labels.length > 3);
  for (const [, x, text] of labels) {
    // Verdana and DejaVu Sans, the widest of the usual fonts, have digits of 0.64.
    assert(frame + Number(x) - text.length * 0.64 * 11 >= 0, text);
  }
  assertMatch(svg, /rotate\(-90\)/);
});
