import { assert, assertEquals, assertLess, assertStringIncludes, assertThrows } from "@std/assert";
import { formula } from "../../../src/display/texts/formula.ts";
import { table } from "../../../src/display/tables/table.ts";
import { contrast } from "../_colour.ts";

/** The cells of one row of plain text. */
function cells(text: string, row: number): string[] {
  return text.split("\n")[row + 2].trim().split(/ {2,}/);
}

Deno.test("table() shows every kind of number as what it is", () => {
  const values = [0, -0, NaN, Infinity, -Infinity, 12345678901234567890n, 1e-7, 1e21, 65536];
  const rows = values.map((value) => ({ value }));
  const text = table(rows).toString().split("\n").slice(2).map((line) => line.trim());
  assertEquals(text, [
    "0",
    "-0",
    "NaN",
    "∞",
    "-∞",
    "12345678901234567890",
    "1e-7",
    "1e21",
    "65536",
  ]);
  assertStringIncludes(table(rows).html(), "×10<sup");
  assertStringIncludes(table(rows).html(), "−∞");
  assertStringIncludes(table(rows).markdown(), "1×10⁻⁷");
});

Deno.test("table() shows what is not a number sensibly", () => {
  const row = {
    missing: undefined,
    none: null,
    yes: true,
    date: new Date(0),
    never: new Date(NaN),
    list: [1, 0.123456, null],
    thing: { a: 1 },
  };
  assertEquals(cells(table([row]).toString(), 0), [
    "–",
    "–",
    "true",
    "1970-01-01",
    "invalid date",
    "1, 0.1235, –",
    "{ a: 1 }",
  ]);
});

Deno.test("table() keeps zeros that say digits were rounded away, and no others", () => {
  const rows = [{ x: 0.5 }, { x: 0.50004 }, { x: 1 / 3 }];
  assertEquals(table(rows).toString().split("\n").slice(2), ["0.5", "0.5000", "0.3333"]);
});

Deno.test("table() writes fixed and scientific numbers", () => {
  const columns = [
    { key: "x", title: "fixed", notation: "fixed", digits: 2 },
    { key: "y", title: "scientific", notation: "scientific", digits: 3 },
  ] as const;
  const text = table([{ x: 1.005, y: 1234 }, { x: -2, y: 0 }], { columns }).toString();
  assertEquals(cells(text, 0), ["1.00", "1.23e3"]);
  assertEquals(cells(text, 1), ["-2.00", "0"]);
});

Deno.test("table() aligns numbers at the point, in text and in HTML", () => {
  const short = table([{ x: 1.5 }, { x: 22 }, { x: 3.125 }]);
  assertEquals(short.toString().split("\n").slice(2), [" 1.5", "22", " 3.125"]);
  const behind = [...short.html().matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, content]) =>
    content.length - (content.search(/[.\u2008]/) + 1)
  );
  assertEquals(behind, [3, 3, 3]);
});

Deno.test("table() heads columns with units, and several of them with a spanner", () => {
  const times = table([{ f: "relu", a: 1, b: 2 }], {
    columns: [
      "f",
      { key: "a", unit: "ns", spanner: "time" },
      { key: "b", unit: "ns", spanner: "time" },
    ],
  });
  assertStringIncludes(times.html(), 'scope="colgroup" colspan="2"');
  assertStringIncludes(times.html(), '<th scope="row"');
  assertStringIncludes(times.markdown(), "| time: a (ns) | time: b (ns) |");
  assertStringIncludes(times.toString(), "- time -");
});

Deno.test("table() sorts numbers, with what is missing last both ways", () => {
  const rows = [3, NaN, 1, "text", null, 2n].map((x) => ({ x }));
  const order = (sort: string) =>
    table(rows, { sort }).toString().split("\n").slice(2).map((line) => line.trim());
  assertEquals(order("x"), ["1", "2", "3", "text", "NaN", "–"]);
  assertEquals(order("-x"), ["3", "2", "1", "text", "NaN", "–"]);
  assertEquals(rows[0], { x: 3 });
});

Deno.test("table() adds totals that rounding does not spoil", () => {
  const rows = [{ f: "a", x: 1e16 }, { f: "b", x: 1 }, { f: "c", x: -1e16 }, { f: "d", x: NaN }];
  const sums = table(rows, { totals: { x: "sum" } }).toString().split("\n");
  assertEquals(sums[sums.length - 1].trim().split(/ +/), ["Total", "1"]);
  const most = table(rows, { totals: { x: "max" } }).html();
  assertStringIncludes(most, "<tfoot>");
  assertStringIncludes(most, "Most");
});

Deno.test("table() colours cells so that their numbers can be read", () => {
  const rows = Array.from({ length: 101 }, (_, i) => ({ x: i - 50 }));
  for (const heat of [true, { diverging: true }]) {
    const html = table(rows, { columns: [{ key: "x", heat }] }).html();
    const colours = [...html.matchAll(/background:(#\w+);color:(#\w+)/g)];
    assertEquals(colours.length, 101);
    for (const [, background, text] of colours) assert(contrast(background, text) >= 4.5);
  }
});

Deno.test("table() leaves a cell that is no finite number without colour", () => {
  const html = table([{ x: NaN }, { x: 1 }, { x: 0 }], {
    columns: [{ key: "x", heat: { scale: "log" } }],
  }).html();
  assertEquals([...html.matchAll(/background:#/g)].length, 1);
});

Deno.test("table() is cut at 64 KB, and says so", () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, i) => ({ i, root: Math.sqrt(i), name: `n${i}` }),
  );
  const long = table(rows);
  assertLess(new TextEncoder().encode(long.html()).length, 65_536);
  for (const format of [long.html(), long.markdown(), long.toString()]) {
    assertStringIncludes(format, "of 100000 rows");
  }
  assertEquals(long.rows.length, 100_000);
});

Deno.test("table() typesets formulas and shows their source on a terminal", () => {
  const one = table([{ f: formula("|x| < 1") }]);
  assertStringIncludes(
    one.html(),
    '<span class="math" style="font-size:.85em">\\(|x| &lt; 1\\)</span>',
  );
  assertStringIncludes(one.markdown(), "$\\vert x\\vert  < 1$".replace("  ", " "));
  assertStringIncludes(one.toString(), "|x| < 1");
});

Deno.test("table() of no rows is a table with its heads", () => {
  const empty = table([], { columns: ["a"], caption: "Nothing" });
  assertEquals(empty.toString(), "Nothing\na\n-");
  assertStringIncludes(empty.html(), "<caption");
});

Deno.test("table() refuses digits that numbers cannot have", () => {
  assertThrows(() => table([], { digits: 0 }), RangeError, "current value is 0");
  assertThrows(
    () => table([], { columns: [{ key: "x", notation: "fixed", digits: -1 }] }),
    RangeError,
    "from 0 to 100",
  );
});
