import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { audit } from "@actbook/actbook";
import { chartsOf, numberOf, outputsOf, tableOf, tablesOf, textsOf } from "./_outputs.ts";

const cells = outputsOf("01-the-article.ipynb");

Deno.test("notebook 1 says how much worse the sigmoid form is than the tanh form", () => {
  const [ratio] = textsOf(cells, "show(Math.abs(bySigmoid / byTanh))");
  assertAlmostEquals(Number(ratio), 0.020334872209 / 4.7323552069e-4, 1e-6);
});

Deno.test("notebook 1 shows the errors of both approximations", () => {
  const [{ rows }] = tablesOf(cells).filter(({ caption }) => caption === "Errors against GELU");
  const errors = rows.slice(0, 2).map((row) => numberOf(row["max |error of f|"]));
  assertEquals(rows.slice(0, 2).map((row) => row.candidate), ["GELU (tanh)", "GELU (sigmoid)"]);
  assertEquals(errors, [4.732e-4, 0.02033]);
});

Deno.test("notebook 1 shows every statement with the verdict that its check gives", () => {
  const { rows } = audit();
  const shown = tableOf(cells, `The article's ${rows.length} statements`).rows;
  assertEquals(shown.map((row) => row.verdict), rows.map(({ verdict }) => verdict));
  assert(shown.every((row) => /notebook \d/.test(row["why, and what is right"])));
});

Deno.test("notebook 1 counts the verdicts", () => {
  const { rows } = audit();
  for (const { verdict, statements } of tableOf(cells, "statements").rows) {
    const count = rows.filter((row) => row.verdict === verdict).length;
    assertEquals(numberOf(statements), count, verdict);
  }
});

Deno.test("notebook 1 finds ReLU the cheapest, and the capital Φ the one that lets x pass", () => {
  const [relu, ...others] = tableOf(cells, "What one value costs").rows
    .map(({ operations }) => numberOf(operations));
  assert(others.length === 4 && others.every((cost) => cost > relu));
  const far = tableOf(cells, "Which letter lets x pass?").rows.at(-1)!;
  assert(numberOf(far["xφ(x)"]) < 1e-6 && numberOf(far["xΦ(x)"]) === 6);
});

Deno.test("notebook 1 has a picture wherever its text points at one", () => {
  assertEquals(chartsOf(cells), 8);
});

Deno.test("notebook 1 answers that GELU's least and greatest slope add up to one", () => {
  const [row] = tableOf(cells, "greatest").rows;
  assertEquals([row.least, row.greatest, row.sum].map(numberOf), [-0.1289, 1.129, 1]);
});
