import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { chartsOf, numberOf, outputsOf, tableOf, textsOf } from "./_outputs.ts";

const cells = outputsOf("02-from-a-coin.ipynb");
const column = (table: string, name: string) =>
  tableOf(cells, table).rows.map((row) => numberOf(row[name]));

Deno.test("notebook 2 tosses a coin that keeps or zeroes 1", () => {
  const { rows } = tableOf(cells, "x · m");
  assertEquals(rows.length, 8);
  for (const row of rows) {
    assertEquals(numberOf(row["x · m"]), numberOf(row.X) <= 1 ? 1 : 0, JSON.stringify(row));
  }
});

Deno.test("notebook 2 gives the mean and the spread of the coin", () => {
  const table = "What a toss leaves of x";
  assertEquals(column(table, "x"), [-2, -1, 0, 1, 2]);
  assertEquals(column(table, "mean")[1], -0.1586552539);
  assertEquals(column(table, "mean")[3], 0.8413447461);
  assertEquals(column(table, "spread")[3], 0.3653542997);
});

Deno.test("notebook 2 measures what it derives", () => {
  const [tossed, derived] = column("Tossed and derived", "mean");
  const [wide, derivedWide] = column("Tossed and derived", "spread");
  assertAlmostEquals(tossed, derived, 4 * 0.0183 / Math.sqrt(2000));
  assertAlmostEquals(wide, derivedWide, 1e-3);
  assertAlmostEquals(derivedWide, 0.3653542997 / 20, 1e-6);
  const [inside] = column("measured share inside", "measured share inside");
  assert(inside > 0.9 && inside < 1);
});

Deno.test("notebook 2 tells the density from the probability", () => {
  const [row] = tableOf(cells, "share of X ≤ 1").rows;
  assertEquals([row["φ(1)"], row["Φ(1)"]], ["0.2419707245", "0.8413447461"]);
  assertAlmostEquals(numberOf(row["share of X ≤ 1"]), 0.8413447461, 0.011);
});

Deno.test("notebook 2 finds Φ as an area, on the far left too", () => {
  const areas = column("area of φ up to x", "area of φ up to x");
  const expected = [6.220960574271786e-16, 3.167124183311992e-5, 0.15865525393145707, 0.5];
  expected.forEach((value, i) => assertAlmostEquals(areas[i] / value, 1, 1e-12));
});

Deno.test("notebook 2 finds that the article's density has the mass √σ", () => {
  const [sigmas, masses] = [
    column("Total probability", "σ"),
    column("Total probability", "area as written"),
  ];
  assertEquals(sigmas, [0.25, 0.5, 1, 2, 4]);
  masses.forEach((mass, i) => assertAlmostEquals(mass, Math.sqrt(sigmas[i]), 1e-9));
});

Deno.test("notebook 2 tosses coins in a second way that agrees with the first", () => {
  const { rows } = tableOf(cells, "Coins with the bias Φ(x), 4000 for each x");
  assertEquals(rows.length, 6);
  for (const row of rows) {
    const [average, gelu, spread] = [row.average, row.gelu, row.spread].map(numberOf);
    assert(Math.abs(average - gelu) < 4 * spread, row.x);
  }
});

Deno.test("notebook 2 finds the lowest point of GELU, with −3 above it", () => {
  const [lowest, left] = tableOf(cells, "The lowest point, and a point left of it").rows;
  assertEquals([lowest.x, lowest.gelu], ["−0.751791524694", "−0.169971207480"]);
  assertAlmostEquals(numberOf(left.gelu), -0.0040496941, 1e-10);
});

Deno.test("notebook 2 finds the mean of GELU under N(0, 1)", () => {
  const [row] = tableOf(cells, "by quadrature").rows;
  assertEquals(row["by quadrature"], row["1/(2√π)"]);
  assertEquals(numberOf(row["by quadrature"]), 0.28209479);
  assertEquals(textsOf(cells, "features(deviation").length, 2);
});

Deno.test("notebook 2 has a picture wherever its text points at one", () => {
  assertEquals(chartsOf(cells), 12);
});

Deno.test("notebook 2 answers with a coin whose average is Mish", () => {
  const { rows } = tableOf(cells, "Mish from a coin");
  assertEquals(rows.length, 5);
  for (const row of rows) {
    const [x, tossed, gate] = [row.x, row["x · share kept"], row.gate].map(numberOf);
    assertAlmostEquals(numberOf(row.mish), x * gate, 1e-4);
    assertAlmostEquals(tossed, numberOf(row.mish), 0.02);
  }
  assertEquals(rows[2].gate, "0.6");
});
