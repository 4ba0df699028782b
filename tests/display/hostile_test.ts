import * as actbook from "@actbook/actbook";
import { assert, assertEquals, assertFalse, assertLess, assertNotMatch } from "@std/assert";
import { curves } from "../../src/display/charts/curves.ts";
import { derivation } from "../../src/display/texts/derivation.ts";
import { escapeHtml, escapeMarkdown } from "../../src/display/texts/escape.ts";
import { formula } from "../../src/display/texts/formula.ts";
import { group } from "../../src/display/texts/group.ts";
import { gridOf } from "../../src/display/charts/grid_of.ts";
import { surface } from "../../src/display/charts/surface.ts";
import { table } from "../../src/display/tables/table.ts";
import { kinds } from "./kinds/all.ts";

/** Texts that would do something where they are not taken as text. */
const hostile = [
  `<img src=x onerror="alert(1)">`,
  `</script><script>alert(1)</script>`,
  `<!-- <script>`,
  "$\\href{javascript:alert(1)}{x}$ and $y$",
  "\\(x\\) \\[y\\] \\begin{equation}z\\end{equation}",
  "a|b\n| c | *d* _e_ `f` ~~g~~ [h](javascript:alert(1)) # i",
  `" onmouseover="alert(1)" '`,
  "\u202egnirts desrever\u202c",
  "\x00\x07\x1b[31mred\x1b[0m\ufffe\ud800",
  "שלום עולם",
  "x".repeat(10_000),
  "' + datum.x + \"",
  "]]></svg>",
  '\\" + datum.x + "',
  "`${datum.x}`",
];

/** A tag that no picture needs. */
const notDrawn =
  /<(?!\/?(svg|rect|g|path|text|line|defs|style|clipPath|linearGradient|stop|tspan|title)\b)[^>]*>/;

for (const text of hostile) {
  const shown = JSON.stringify(text.slice(0, 40));

  Deno.test(`${shown} in a table is text`, () => {
    const one = table([{ [text]: text }], { caption: text });
    const html = one.html();
    assertNotMatch(html, /<(?!\/?(div|table|caption|thead|tbody|tr|th|td|span|br)\b)[^>]*>/);
    const attributes = [...html.matchAll(/<\w+([^>]*)>/g)].map(([, inside]) =>
      inside.replace(/ (?:style|scope|dir|colspan|role|tabindex|aria-label)="[^"]*"/g, "")
    );
    assertEquals(attributes.filter((rest) => rest !== ""), []);
    // Mathematics needs two delimiters in one element.
    for (const [, content] of html.matchAll(/>([^<]*)</g)) {
      assertLess([...content.matchAll(/[$\\]/g)].length, 2, content);
    }
    const lines = one.markdown().trimEnd().split("\n");
    assertEquals(lines.length, 5);
    assertEquals([...lines[4].matchAll(/\|/g)].length, 2);
    assertNotMatch(one.markdown(), /<(?!br>|\/?span>)|\$/);
    for (const format of [html, one.markdown(), one.toString()]) {
      assertNotMatch(format, /(?!\n)\p{Cc}|[\u202a-\u202e]/u);
    }
  });

  Deno.test(`${shown} in charts is text`, async () => {
    for (const { name, withText } of kinds) {
      const made = withText(actbook, text);
      const chart = "still" in made ? made.still : made;
      const svg = await chart.svg();
      assertNotMatch(svg, notDrawn);
      assertNotMatch(svg, /<[^>]* on\w+="/);
      assertNotMatch(svg, /(?!\n)\p{Cc}|[\ufffe\u202a-\u202e]/u);
      assertEquals([...svg.matchAll(/<svg/g)].length, 1);
      const width = Number(/ width="(\d+(?:\.\d+)?)"/.exec(svg)?.[1]);
      assertLess(width, 1_600, `${name}: a long text must not make the picture wide`);
    }
  });

  Deno.test(`${shown} in the page and the HTML of a chart ends no script`, async () => {
    const one = curves([{ title: text, f: (x) => x }], { title: text, count: 4 });
    const { "text/html": html } = await one.with({ renderer: "html" }).bundle();
    const turning = await surface(gridOf((x) => x, { x: [0, 1], y: [0, 1], count: 3 }), {
      title: text,
      html: true,
    }).bundle();
    for (const snippet of [html, turning["text/html"]] as string[]) {
      assertEquals([...snippet.matchAll(/<\/?script/gi)].length, 2);
      assertEquals([...snippet.matchAll(/<[a-z]+/gi)].map(([tag]) => tag), [
        "<div",
        "<img",
        "<script",
      ]);
      assertFalse(snippet.includes("<!--"));
    }
  });

  Deno.test(`${shown} escaped for HTML and Markdown can be read back`, () => {
    const plain = (html: string) =>
      html.replace(/<br>/g, "\n").replace(/<\/?span>/g, "")
        .replace(/\\([*_`[\]~#])/g, "$1")
        .replace(/&(\w+|#\d+);/g, (_, name) => names[name] ?? String.fromCharCode(name.slice(1)));
    const printable = text.toWellFormed().replace(
      /(?!\n)[\p{Cc}\ufffe\u202a-\u202e]/gu,
      "\ufffd",
    );
    assertEquals(plain(escapeMarkdown(text)), printable);
    if (!/\\/.test(text)) assertEquals(plain(escapeHtml(text)), printable);
  });

  Deno.test(`${shown} as the reason of a step is text`, () => {
    const { tex } = derivation([{ tex: "x" }, { tex: "x", because: text.replaceAll("$", "") }]);
    assertFalse(/(?<!\\)\$/.test(tex));
    assert(braces(tex.replace(/\\[{}]/g, "")), "braces must match");
  });
}

const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function braces(tex: string): boolean {
  let open = 0;
  for (const character of tex) {
    if (character === "{") open++;
    if (character === "}" && --open < 0) return false;
  }
  return open === 0;
}

Deno.test("formula() refuses what would end it, and keeps tags from beginning", async () => {
  for (const tex of ["a$$b", "$", "x\\\\$y"]) {
    let thrown: unknown;
    try {
      formula(tex);
    } catch (error) {
      thrown = error;
    }
    assert(thrown instanceof SyntaxError, tex);
  }
  assertEquals(formula("\\$5").tex, "\\$5");
  assertEquals((await group(formula("a<b")).bundle())["text/markdown"], "$$a< b$$");
});
