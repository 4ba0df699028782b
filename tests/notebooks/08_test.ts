import { assert, assertEquals } from "@std/assert";
import { chartsOf, numberOf, outputsOf, tableOf } from "./_outputs.ts";

const cells = outputsOf("08-the-last-bit.ipynb");

Deno.test("notebook 8: each step mends what the one before left", () => {
  const { rows } = tableOf(cells, "Largest error left of −1");
  const ulps = Object.fromEntries(rows.map((row) => [row.formula, numberOf(row.ulp)]));
  assertEquals(Object.keys(ulps), ["byErf", "byErfc", "byOnePart", "byTwoParts", "gelu"]);
  assert(ulps.byErf > 2 ** 52 && ulps.byErfc > 1000 && ulps.byOnePart > 100);
  assert(ulps.byTwoParts < 4 && ulps.gelu <= 0.6);
});

Deno.test("notebook 8 says where 1 + erf has lost everything", () => {
  const [row] = tableOf(cells, "gone left of").rows;
  const [left, half] = [numberOf(row["2Φ there"]), numberOf(row["2⁻⁵⁴"])];
  assert(Math.abs(numberOf(row["gone left of"]) + 8.35) < 0.15);
  assert(left < half && left > half / 2);
});

Deno.test("notebook 8 measures that erfc amplifies the error of its argument by 2z²", () => {
  for (const row of tableOf(cells, "2z²").rows) {
    const [z, measured, predicted] = [row.z, row.measured, row["2z²"]].map(numberOf);
    assert(Math.abs(measured / predicted - 1) < 0.5 / z, row.z);
  }
});

Deno.test("notebook 8 draws its errors", () => assertEquals(chartsOf(cells), 2));

Deno.test("notebook 8 answers with a slope that keeps its digits next to its zero", () => {
  const { rows } = tableOf(cells, "Error of gelu′ near its zero");
  assertEquals(rows.length, 4);
  for (const row of rows) {
    assert(numberOf(row["m in two"]) <= 2 && numberOf(row.typed) > 1e5);
    assert(numberOf(row["m in one double"]) > 1e5);
  }
});
