import {
  assertEquals,
  assertFalse,
  assertGreaterOrEqual,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { chart } from "../../../src/display/drawing/chart.ts";
import { configOf } from "../../../src/display/drawing/_theme_config.ts";
import { themes } from "../../../src/display/drawing/themes.ts";
import { contrast, perceived } from "../_colour.ts";

const { still } = themes.get("auto");
const fixed = [
  ...["light", "dark", "print"].map(themes.get),
  { ...still!.light, name: "auto, light" },
  { ...still!.dark, name: "auto, dark" },
];

for (const theme of fixed) {
  const { name, background, ink, zero, palette } = theme;

  Deno.test(`theme ${name}: text has a contrast of 4.5:1 and more`, () => {
    assertGreaterOrEqual(contrast(ink, background), 4.5);
  });

  Deno.test(`theme ${name}: marks and axes have a contrast of 3:1 and more`, () => {
    for (const colour of [...palette, zero]) {
      assertGreaterOrEqual(contrast(colour, background), 3, colour);
    }
  });

  Deno.test(`theme ${name}: all series differ for every kind of sight`, () => {
    for (const sight of ["full", "protan", "deutan", "tritan"] as const) {
      palette.forEach((one, i) => {
        for (const other of palette.slice(0, i)) {
          assertGreaterOrEqual(perceived(one, other, sight), 10, `${one} ${other} ${sight}`);
        }
      });
    }
  });

  Deno.test(`theme ${name}: every text of the configuration has the colour of ink`, () => {
    const coloured = JSON.stringify(configOf(theme)).matchAll(/"(\w*[cC]olor)":"(#\w+)"/g);
    const texts = [...coloured].filter(([, key]) => /label|title/i.test(key));
    assertEquals(new Set(texts.map(([, , colour]) => colour)), new Set([ink]));
  });
}

Deno.test("themes.use() takes a theme of one's own, and it has a name from then on", () => {
  try {
    themes.use({ ...themes.get("light"), name: "sepia", background: "#fbf3e4" });
    themes.use("dark");
    themes.use("sepia");
    assertEquals(themes.current.background, "#fbf3e4");
  } finally {
    themes.use("auto");
  }
});

Deno.test("themes.use() says which names there are", () => {
  assertThrows(() => themes.use("neon"), RangeError, "auto, light, dark, print");
});

Deno.test("the theme auto reads on white, and on the dark grounds of JupyterLab, VS Code and ours", () => {
  const { background, ink, palette, zero } = themes.get("auto");
  assertEquals([background, ink], ["transparent", "currentColor"]);
  for (const ground of ["#ffffff", "#111111", "#1e1e1e", "#1b1f24"]) {
    for (const colour of [...palette, zero]) {
      assertGreaterOrEqual(contrast(colour, ground), 2.99, `${colour} on ${ground}`);
    }
  }
});

Deno.test("a still picture is dark where the reader asks for that, unless its theme is fixed", async () => {
  const drawn = chart({
    title: "Ink",
    data: { values: [{ x: 1 }] },
    mark: "point",
    encoding: { x: { field: "x", type: "quantitative" } },
  });
  const svg = await drawn.svg();
  const [, id, rules] =
    /^<svg[^>]* id="(\w+)"><style>@media \(prefers-color-scheme:dark\)\{(.*?)\}<\/style>/
      .exec(svg)!;
  for (const rule of rules.match(/[^}]+\}/g)!) assertMatch(rule, new RegExp(`^#${id} \\[`));
  assertStringIncludes(rules, `[fill="${still!.light.ink}"]{fill:${still!.dark.ink}}`);
  assertStringIncludes(rules, `[fill="${still!.light.background}"]`);
  for (const theme of ["light", "dark", "print"]) {
    assertFalse((await drawn.with({ theme }).svg()).includes("<style"));
  }
  const own = { ...drawn.spec, background: "#fffbe6" } as typeof drawn.spec;
  assertFalse((await chart(own).svg()).includes("<style"));
});
