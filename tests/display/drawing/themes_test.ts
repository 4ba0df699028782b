import { assertEquals, assertGreaterOrEqual, assertThrows } from "@std/assert";
import { configOf } from "../../../src/display/drawing/_theme_config.ts";
import { themes } from "../../../src/display/drawing/themes.ts";
import { contrast, perceived } from "../_colour.ts";

for (const theme of ["light", "dark", "print"].map(themes.get)) {
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
    themes.use("light");
    themes.use("sepia");
    assertEquals(themes.current.background, "#fbf3e4");
  } finally {
    themes.use("light");
  }
});

Deno.test("themes.use() says which names there are", () => {
  assertThrows(() => themes.use("neon"), RangeError, "light, dark, print");
});
