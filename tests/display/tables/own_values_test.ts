import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { assertThrows } from "@std/assert";
import { displaySymbol } from "../../../src/display/bundle.ts";
import { bars } from "../../../src/display/charts/bars.ts";
import { table } from "../../../src/display/tables/table.ts";
import { formula } from "../../../src/display/texts/formula.ts";
import { image } from "../../../src/display/texts/image.ts";
import { link } from "../../../src/display/texts/link.ts";

Deno.test("table() shows values of every class as a reader would call them", () => {
  class Money {
    constructor(readonly cents: number) {}
    toString() {
      return `${this.cents / 100} EUR`;
    }
  }
  const circle: Record<string, unknown> = { a: 1 };
  circle.self = circle;
  const cases: readonly (readonly [unknown, string])[] = [
    [new RangeError("too far"), "RangeError: too far"],
    [new Map<unknown, unknown>([["a", 1], [2, null]]), "a: 1, 2: –"],
    [new Set(["x", 0.123456]), "x, 0.1235"],
    [/a+/gi, "/a+/gi"],
    [new URL("https://example.org/a"), "https://example.org/a"],
    [Float32Array.of(0.5, 2), "0.5, 2"],
    [new Money(250), "2.5 EUR"],
    [{ a: { b: [1, 2] } }, "{ a: { b: 1, 2 } }"],
    [circle, "{ a: 1, self: … }"],
    [{}, "{}"],
    [Math.tanh, "tanh"],
    [Symbol("s"), "Symbol(s)"],
    [new Date(Date.UTC(2024, 4, 1)), "2024-05-01"],
    [new Date(Date.UTC(2024, 4, 1, 12, 30)), "2024-05-01 12:30Z"],
    [new Date(Date.UTC(2024, 4, 1, 12, 30, 5)), "2024-05-01 12:30:05Z"],
  ];
  for (const [value, text] of cases) {
    assertEquals(table([{ value }]).toString().split("\n")[2], text);
  }
});

Deno.test("table() writes numbers below 10¹² without a power of ten", () => {
  const text = (value: number) => table([{ value }]).toString().split("\n")[2].trim();
  assertEquals(text(1234567.891), "1234568");
  assertEquals(text(-123456789.5), "-123456790");
  assertEquals(text(999999999999.4), "999999999999");
  assertEquals(text(1.5e12), "1.5e12");
});

Deno.test("table() shows charts and images in cells as small pictures with their words", async () => {
  const chart = bars([{ title: "a", value: 1 }]);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const rows = [{ name: "one", chart, picture: image(svg, 'a "square"') }];
  const shown = table(rows);
  // Until it is drawn, and where no picture can be, the words stand for it.
  assertStringIncludes(`${shown.bundle()["text/html"]}`, "bar chart of value: a 1");
  const { "text/html": html, "text/plain": plain } = await shown[displaySymbol]();
  const pictures = [
    ...`${html}`.matchAll(/<img src="data:image\/svg\+xml;base64,([^"]+)" alt="([^"]+)"/g),
  ];
  assertEquals(pictures.map(([, , alt]) => alt), [
    "bar chart of value: a 1",
    "a &quot;square&quot;",
  ]);
  assertEquals(new TextDecoder().decode(Uint8Array.fromBase64(pictures[0][1])), await chart.svg());
  assertStringIncludes(`${plain}`, "bar chart of value: a 1");
  const png = await chart.png(1);
  const again = await table([{ png: image(png, "bars") }])[displaySymbol]();
  assertStringIncludes(`${again["text/html"]}`, `src="data:image/png;base64,${png.toBase64()}"`);
});

Deno.test("image() takes pictures and nothing else", () => {
  for (
    const [type, start] of [["jpeg", [0xff, 0xd8, 0xff, 0xe0]], ["gif", [71, 73, 70, 56, 57, 97]]]
  ) {
    assert(`image/${type}` in image(Uint8Array.from(start as number[]), "a").bundle());
  }
  assertThrows(() => image(new Uint8Array(20), "a"), TypeError, "PNG, JPEG, GIF or WebP");
  assertThrows(() => image("<p>", "a"), TypeError, "must be an SVG");
  assertThrows(() => image("<svg/>", undefined as never), TypeError, "alt must be a text");
});

Deno.test("table() says what it takes", () => {
  for (const rows of [undefined, "rows", { a: 1 }, [1], [undefined], [[1, 2]]]) {
    assertThrows(() => table(rows as never), TypeError, "rows must be a list of objects");
  }
});

Deno.test("a Markdown table has its points below each other", () => {
  const lines = table([{ x: 1.5 }, { x: 22 }, { x: 3.125 }], { totals: { x: "sum" } }).markdown()
    .trim().split("\n").slice(2);
  const behind = lines.map((line) => {
    const number = /([\d.\u2007\u2008*]+)/.exec(line)![0].replaceAll("*", "");
    return number.length - number.search(/[.\u2008]/);
  });
  assertEquals(behind, [4, 4, 4, 4]);
});

Deno.test("a wide table scrolls in a box that the keyboard reaches and that has a name", () => {
  const html = table([{ a: 1 }], { caption: 'Speeds "now"' }).html();
  assertMatch(
    html,
    /^<div role="region" tabindex="0" aria-label="Speeds &quot;now&quot;" style="[^"]*overflow-x:auto/,
  );
});

const rows = [
  { name: 'a "b", c', n: 1 / 3, big: 1234567.891, day: new Date(0), f: formula("x^2"), none: null },
  { name: "50 % & $5_#{}\\", n: -0, big: NaN, day: undefined, f: link("n", "a.ipynb"), none: "\n" },
];

/** What a table writes to a file. */
async function saved(ending: string, options = {}): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    await table(rows, options).save(`${folder}/x.${ending}`);
    assertEquals((await Array.fromAsync(Deno.readDir(folder))).length, 1);
    return await Deno.readTextFile(`${folder}/x.${ending}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("save() writes CSV with every digit", async () => {
  assertEquals(
    await saved("csv", {
      columns: ["name", { key: "n", title: "N", unit: "s" }, "day", "f", "none"],
    }),
    [
      "name,N (s),day,f,none",
      '"a ""b"", c",0.3333333333333333,1970-01-01T00:00:00.000Z,x^2,',
      '50 % & $5_#{}\\,-0,,n,"\n"',
      "",
    ].join("\r\n"),
  );
});

Deno.test("save() writes LaTeX, Markdown, text, and a page that stands alone", async () => {
  const tex = await saved("tex", { caption: "A & B" });
  assertStringIncludes(tex, "\\caption{A \\& B}");
  assertStringIncludes(
    tex,
    "50 \\% \\& \\$5\\_\\#\\{\\}\\textbackslash{} & $-0$ & $\\mathrm{NaN}$",
  );
  assertStringIncludes(tex, "$x^2$");
  assertEquals(await saved("md"), table(rows).markdown());
  assertEquals(await saved("txt"), `${table(rows)}\n`);
  const page = await saved("html", { caption: "<b>" });
  assertMatch(page, /^<!doctype html>[^]*<title>&lt;b&gt;<\/title>[^]*<table/);
  await assertRejects(() => saved("xlsx"), TypeError, ".csv, .html, .md, .tex, .txt");
});

Deno.test("save() writes all rows, also of a table that is cut where it is shown", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const long = table(Array.from({ length: 5000 }, (_, n) => ({ n, square: n * n })));
    assertStringIncludes(long.html(), "of 5000 rows");
    for (const ending of ["csv", "html", "md", "tex", "txt"]) {
      await long.save(`${folder}/x.${ending}`);
      assertStringIncludes(await Deno.readTextFile(`${folder}/x.${ending}`), "24990001");
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("days and times are not broken at their dashes", () => {
  const html = table([{ day: new Date("2024-02-10"), time: new Date("2024-02-10T23:30Z") }]).html();
  assertEquals(html.match(/white-space:nowrap">2024-02-10(?: 23:30Z)?</g)?.length, 2);
  assertEquals(table([{ text: "2024-02-10 to 2025" }]).html().includes("nowrap"), false);
});
