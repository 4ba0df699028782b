import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { chartsOf, numberOf, outputsOf, tableOf, tablesOf, textsOf } from "./_outputs.ts";

const cells = outputsOf("04-where-1702-comes-from.ipynb");
const answers = tableOf(cells, "The answers, and their largest errors").rows;
const answer = (question: string) => answers.find((row) => row.question === question)!;

Deno.test("notebook 4 has ten answers, of which one is 1.702", () => {
  assertEquals(answers.length, 10);
  const matching = answers.filter(({ rounded }) => rounded === "1.702");
  assertEquals(matching.map(({ question }) => question), ["minimax on Φ"]);
});

Deno.test("notebook 4 answers each question with the right number", () => {
  const expected = {
    "slope at zero": 1.5957691216057,
    "depth of the dip": 0.2784645427610738 / 0.1699712074799037,
    "place of the dip": 1.278464542761074 / 0.7517915246935645,
    "minimax on Φ": 1.701744925338,
    "mean distance": 2 * Math.LN2 * Math.sqrt(Math.PI / 2),
    "minimax on gelu": 1.772933965617,
    "variance": Math.PI / Math.sqrt(3),
  };
  for (const [question, k] of Object.entries(expected)) {
    assertAlmostEquals(numberOf(answer(question).k), k, 5.1e-6, question);
  }
  assertEquals(answer("information").rounded, "1.749");
});

Deno.test("notebook 4 gives the largest errors of the answers", () => {
  const errors = (question: string) =>
    [answer(question)["on Φ"], answer(question)["on gelu"]].map(numberOf);
  assertEquals(errors("slope at zero"), [0.0176712, 0.0336046]);
  assertEquals(errors("minimax on Φ")[0], 0.00945731);
  assertEquals(errors("minimax on gelu")[1], 0.0139222);
});

Deno.test("notebook 4 fits Φ with two equal bumps", () => {
  const fitted = tableOf(cells, "σ of an odd polynomial of degree 1").rows;
  assertEquals(fitted.map(({ value }) => value), [
    "1.701744925338",
    "0.009457309176371",
    "3",
    "yes",
  ]);
  const [near, far] = tableOf(cells, "Where the error on Φ is largest").rows;
  assertAlmostEquals(numberOf(near.x), 0.5710571477, 1e-9);
  assertAlmostEquals(numberOf(far.x), 2.0430725203, 1e-9);
  assertEquals(near.error, far.error.replace("−", ""));
});

Deno.test("notebook 4 finds the bumps of 1.702 on gelu unequal", () => {
  const [high, deep] = tableOf(cells, "The two bumps of 1.702").rows;
  assertAlmostEquals(numberOf(high.x), 0.7556327491, 1e-7);
  assertAlmostEquals(numberOf(high.value), 0.0063615468251, 1e-10);
  assertAlmostEquals(numberOf(deep.x), 2.270397737, 1e-7);
  assertAlmostEquals(numberOf(deep.value), -0.020334872209, 1e-9);
});

Deno.test("notebook 4 gives the mean square of 1.702", () => {
  const [published, least, levelled] = tableOf(cells, "root mean square").rows
    .map((row) => numberOf(row["root mean square"]));
  assertEquals(published, 0.006907245);
  assert(least < published && published < levelled);
});

Deno.test("notebook 4 shows how the left tail is lost", () => {
  const ratios = tableOf(cells, "ratio").rows.map(({ ratio }) => numberOf(ratio));
  assertEquals(ratios[2], 34.848051);
  assert(ratios.every((ratio, i) => i === 0 || ratio > ratios[i - 1]));
});

Deno.test("notebook 4 finds what a cubic term buys", () => {
  const [one, two] = tableOf(cells, "form").rows;
  assertEquals([one, two].map((row) => numberOf(row["largest error"])), [0.01392, 0.0002707]);
  assertEquals([one.exps, one.divisions], [two.exps, two.divisions]);
});

Deno.test("notebook 4 finds the same k by brute force", () => {
  const [k] = textsOf(cells, "show(byForce)");
  assertAlmostEquals(Number(k), 1.701744925338, 2e-5);
});

Deno.test("notebook 4 comes close to 1.702, and no closer, with all inputs alike", () => {
  const [row] = tablesOf(cells).find(({ columns }) => columns.join() === "on Φ,on gelu")!.rows;
  assertEquals(numberOf(row["on Φ"]).toFixed(3), "1.701");
  assertAlmostEquals(numberOf(row["on gelu"]), 1.7800764, 1e-6);
});

Deno.test("notebook 4 has a picture wherever its text points at one", () => {
  assertEquals(chartsOf(cells), 6);
});

Deno.test("notebook 4 turns its two-term fit into notebook 3's", () => {
  const [row] = tableOf(cells, "cubic").rows;
  assertAlmostEquals(numberOf(row.slope), 0.8001570785481, 1e-9);
  assertAlmostEquals(numberOf(row.cubic), 0.043367601640538, 1e-9);
});

Deno.test("notebook 4 answers with a proof of the bound of one hundredth", () => {
  const [row] = tableOf(cells, "between its points").rows;
  const [onGrid, between, beyond] = ["on the grid", "between its points", "beyond 5"]
    .map((name) => numberOf(row[name]));
  assert(onGrid > 0.009457 && onGrid + between < 0.01 && beyond < 0.01);
});
