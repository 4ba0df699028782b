import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  bars,
  chart,
  curves,
  ecdf,
  histogram,
  plot,
  scatter,
  sliderChart,
  table,
} from "@actbook/actbook";
import type { Chart } from "../../../src/display/drawing/chart.ts";

// deno-lint-ignore no-explicit-any -- what a cell without types may hand over
type Anything = any;

function values(chart: Chart, key: string): unknown[] {
  const { data } = chart.spec as unknown as { data: { values: Record<string, unknown>[] } };
  return data.values.map((row) => row[key]);
}

/** A picture without its alternative text. */
async function picture(chart: Chart): Promise<string> {
  return (await chart.svg()).replace(/aria-label="[^"]*"/, "");
}

Deno.test("numbers that are close to each other beside their size stay apart, and so do their labels", async () => {
  const seconds = Array.from({ length: 60 }, (_, i) => 1_716_239_022 + 60 * i);
  const rows = seconds.map((t, i) => ({ t, v: 1 + i * 1e-9 }));
  for (const draw of [curves, scatter] as const) {
    const drawn = draw(rows, { x: "t", y: "v" });
    assertEquals(values(drawn, "x"), seconds);
    assertEquals(new Set(values(drawn, "y")).size, rows.length);
    const labels = [...(await picture(drawn)).matchAll(/>([\d.e]+)<\/text>/g)].map(([, one]) =>
      one
    );
    assert(labels.length > 6);
    assertEquals(new Set(labels).size, labels.length);
  }
  const counted = histogram(seconds, { bins: 6 });
  assertEquals(values(counted, "count"), [10, 10, 10, 10, 10, 10]);
  assertEquals(new Set(values(counted, "from")).size, 6);
  assertEquals(new Set(values(ecdf([{ title: "t", values: seconds }]), "x")).size > 59, true);
});

Deno.test("days and times of Temporal are times, as its instants are", () => {
  const { Temporal } = globalThis as Anything;
  const start = Temporal.PlainDateTime.from("2024-05-01T00:00");
  const each = [
    (i: number) => start.toPlainDate().add({ days: i }),
    (i: number) => start.add({ days: i }),
    (i: number) => start.add({ days: i }).toZonedDateTime("UTC"),
    (i: number) => start.add({ days: i }).toZonedDateTime("UTC").toInstant(),
  ];
  for (const at of each) {
    const rows = [0, 1, 2].map((i) => ({ t: at(i), v: i }));
    assertStringIncludes(curves(rows, { x: "t", y: "v" }).alt, "from 2024-05-01 to 2024-05-03");
  }
  const months = [5, 7].map((month) => Temporal.PlainYearMonth.from({ year: 2024, month }));
  assertStringIncludes(histogram(months).alt, "from 2024-05-01 to 2024-07-01");
});

Deno.test("a point between gaps is seen, though no line leads to it", async () => {
  for (const points of [[[2, 5]], [[0, 1], [1, NaN], [2, 3], [3, null], [4, 2], [5, 2]]] as const) {
    const drawn = curves([{ title: "one", points }]);
    const alone = values(drawn, "alone").filter((is) => is === true).length;
    assertEquals(alone, points.length === 1 ? 1 : 2);
    const circles = (await picture(drawn)).match(/<path[^>]*d="M[\d.]+,0A/g) ?? [];
    assertEquals(circles.length, alone);
  }
  const joined = curves([{ title: "two", points: [[0, 1], [1, 2]] }]);
  assertEquals(values(joined, "alone"), [undefined, undefined]);
});

Deno.test("what is said of how a chart was drawn is seen, with a title and without", async () => {
  for (const title of [undefined, "Measured"]) {
    const drawn = curves([{ title: "a", points: [[0, 1], [1, NaN], [2, 3]] }], { title });
    assertStringIncludes(await picture(drawn), ">1 point missing or not finite<");
  }
});

Deno.test("values that a logarithmic axis has no place for are counted", async () => {
  const points = [[0, -1], [1, 0], [2, 1], [3, 10], [4, 1000]] as const;
  const curve = curves([{ title: "a", points }], { scale: "log" });
  const logarithmic = bars(points.map(([x, value]) => ({ title: `${x}`, value })), {
    scale: "log",
  });
  for (const drawn of [curve, logarithmic]) {
    const note = "2 values of 0 or less, without a place on a logarithmic axis";
    assertStringIncludes(drawn.alt, note);
    assertStringIncludes(await picture(drawn), note);
  }
});

Deno.test("a logarithmic axis reaches from the least number to the largest", async () => {
  const wide = curves([{ title: "wide", points: [[0, 1e-300], [1, 1], [2, 1e300]] }], {
    scale: "log",
  });
  assert((await picture(wide)).includes('d="M0,260L210,130L420,0"'));
});

Deno.test("as many bars as somebody has are drawn", async () => {
  const many = Array.from({ length: 2500 }, (_, i) => ({ title: `b${i}`, value: i % 7 }));
  assertStringIncludes(await picture(bars(many)), ">b2499<");
});

Deno.test("a histogram of nothing, and of a few values, has whole numbers on its axis", async () => {
  for (const values of [[], [7], [1, 2, 2]]) {
    const labels = [...(await picture(histogram(values, { x: "v" }))).matchAll(
      /text-anchor="end"[^>]*>([^<]*)</g,
    )].map(([, label]) => label);
    assert(labels.length > 0);
    assert(labels.every((label) => /^\d$/.test(label)), labels.join());
  }
});

Deno.test("columns that cannot be drawn are named, with what they must be", () => {
  const rows = [{ c: "a", v: 1, ok: true, d: "1/31/2024" }, {
    c: "b",
    v: 2,
    ok: false,
    d: "2/1/2024",
  }];
  const must = "must be numbers, or dates written as 2024-05-31";
  for (const [x, shown] of [["c", '"a"'], ["ok", "true"], ["d", '"1/31/2024"']]) {
    const message = `column ${x} as its values ${must}: current value is ${shown}`;
    assertThrows(() => scatter(rows, { x, y: "v" }), TypeError, message);
    assertThrows(() => curves(rows, { x: "v", y: x }), TypeError, message);
    assertThrows(() => ecdf(rows, { x }), TypeError, message);
  }
  assertThrows(() => histogram(["a", "b"] as Anything), TypeError, must);
  // Of missing values nothing is known.
  for (const v of [null, NaN, ""]) scatter([{ v, w: 1 }], { x: "v", y: "w" });
  const uneven = { x: [1, 2, 3, 4], y: [1, 2] };
  assertThrows(() => scatter(uneven), RangeError, "of one length: current value is 2 and 4");
});

Deno.test("a row that is none is named", () => {
  const rows: Anything = [{ x: 1, y: 2 }, undefined, { x: 3, y: 3 }];
  for (const draw of [scatter, curves] as const) {
    assertThrows(
      () => draw(rows, { x: "x", y: "y" }),
      TypeError,
      "Cannot draw row 2 as it must be an object: current value is undefined",
    );
  }
});

Deno.test("functions whose values are no numbers, and lists with holes, are told so", () => {
  for (
    const [value, shown] of [[undefined, "undefined"], [3n, "3"], [null, "null"], ["1", '"1"']]
  ) {
    const f = (() => value) as Anything;
    assertThrows(
      () => plot(f),
      TypeError,
      `must be numbers, NaN where it has none: current value is ${shown}`,
    );
  }
  const holes: Anything = [];
  holes[2] = { title: "a", value: 2 };
  assertThrows(() => bars(holes), TypeError, "Cannot draw bar 1 as its title must be a text");
  const large = {
    data: { values: [{ x: 2n ** 60n }] },
    mark: "point",
    encoding: { x: { field: "x" } },
  };
  assertThrows(
    () => chart(large as Anything),
    TypeError,
    "1152921504606846976n, of which a number holds",
  );
});

Deno.test("expressions of sliders are looked at before a front end stumbles over them", () => {
  const draw = (expression: string) => () =>
    sliderChart([{ title: "mine", expression }], {
      sliders: [{ name: "beta", min: 0, max: 2, value: 1 }],
    });
  assertThrows(
    draw("x ** beta"),
    TypeError,
    "mine as its expression must write a power as pow(x, 2)",
  );
  assertThrows(draw("Math.sin(x)"), TypeError, "without Math, as in sin(x)");
  assertThrows(draw("x * gamma"), TypeError, "no names but x, beta: current value is");
  for (
    const fine of ["x / (1 + exp(-beta * x))", "x > 0 ? x : 1e-2 * PI", "if(isNaN(x), 0, beta)"]
  ) {
    draw(fine)();
  }
});

Deno.test("a table has what the class of its rows computes, as charts have", () => {
  class Run {
    constructor(readonly loss: number) {}
    get half() {
      return this.loss / 2;
    }
  }
  const runs = [new Run(1), new Run(3)];
  assertStringIncludes(table(runs as Anything).markdown(), "| loss | half |");
  assertEquals(values(scatter(runs, { x: "loss", y: "half" }), "y"), [0.5, 1.5]);
});
