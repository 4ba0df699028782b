import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { numberOf, outputsOf, tableOf, tablesOf, textsOf } from "./_outputs.ts";

const cells = outputsOf("03-where-tanh-comes-from.ipynb");

Deno.test("notebook 3 has the exact coefficients of the argument", () => {
  const { rows } = tableOf(cells, "Coefficients of x to the power k");
  const right = { 3: 0.045539924122527, 5: -4.6348480727e-5, 9: 3.5736182528e-6 };
  for (const [k, value] of Object.entries(right)) {
    const row = rows.find((row) => row.k === k)!;
    assertAlmostEquals(numberOf(row.value), value, 1e-10 * Math.abs(value), k);
  }
});

Deno.test("notebook 3: of five questions only the minimax on Φ gives 0.044715", () => {
  const { rows } = tableOf(cells, "to six places");
  const [match, ...others] = rows.filter((row) => row["to six places"] === "0.044715");
  assertEquals([rows.length, others.length], [5, 0]);
  assertEquals(match.question, "smallest largest error on Φ");
  assertAlmostEquals(numberOf(match.a), 0.044714911227632, 1e-12);
});

Deno.test("notebook 3 shows the levelled error at its two places, with alternating signs", () => {
  const { rows } = tableOf(cells, "Where the error is largest");
  const places = rows.map((row) => ({ x: numberOf(row.x), error: numberOf(row.error) }));
  const [first, second] = places.filter(({ x }) => x > 0);
  assertAlmostEquals(first.x, 1.242107885, 1e-9);
  assertAlmostEquals(second.x, 2.592175979, 1e-9);
  assertAlmostEquals(Math.abs(first.error), 1.78921310945e-4, 1e-13);
  assert(first.error * second.error < 0);
});

Deno.test("notebook 3 shows what GELU asks for instead", () => {
  const errors = tableOf(cells, "largest error").rows.map((row) => numberOf(row["largest error"]));
  assertEquals(errors, [4.73236e-4, 3.87419e-4, 7.46169e-4]);
  const free = tablesOf(cells).find(({ rows }) => rows.some((row) => row.quantity === "c1"))!;
  const value = (name: string) => numberOf(free.rows.find((row) => row.quantity === name)!.value);
  assertAlmostEquals(value("c1"), 0.8001570785481, 1e-12);
  assertAlmostEquals(value("error"), 2.70727474658e-4, 1e-14);
});

Deno.test("notebook 3 finds the same coefficient by brute force", () => {
  assertAlmostEquals(Number(textsOf(cells, "await show(byForce)")[0]), 0.044715, 1e-6);
});

Deno.test("notebook 3 exchanges two places until the bounds meet", () => {
  const { rows } = tableOf(cells, "Exchanging two places, round by round");
  const bounds = rows.map(({ levelled, largest }) => [numberOf(levelled), numberOf(largest)]);
  assert(bounds[0][1] > 1.5 * bounds[0][0]);
  bounds.forEach(([low], i) => bounds.slice(i).forEach(([, high]) => assert(low <= high)));
  assertEquals(numberOf(rows.at(-1)!.a), 0.044714911);
  assertAlmostEquals(bounds.at(-1)![0], 1.7892131e-4, 1e-11);
});

Deno.test("notebook 3: Taylor errs on one side only, and by more", () => {
  const [row] = tableOf(cells, "Taylor").rows;
  assertAlmostEquals(numberOf(row.Taylor), 3.134671714e-4, 1e-7);
  assertAlmostEquals(numberOf(row["0.044715"]), 1.789e-4, 1e-7);
});

Deno.test("notebook 3 solves its exercises", () => {
  assertEquals(Number(textsOf(cells, "2 * tocher.parameters.c1")[1]).toFixed(3), "1.702");
  const [turn] = textsOf(cells, "await show(turn.x)").slice(-1);
  assertAlmostEquals(Number(turn), 9.13, 0.01);
});

Deno.test("notebook 3 measures four old formulas", () => {
  const { rows } = tableOf(cells, "Four old formulas");
  const errors = rows.map((row) => numberOf(row["largest error on Φ"]));
  assertEquals(errors, [0.017671, 1.7893e-4, 1.4145e-4, 1.9296e-4]);
});

Deno.test("notebook 3 answers with an exchange of three places that ends at Bowling's formula", () => {
  const { rows } = tableOf(cells, "Exchanging three places");
  const [levelled, largest] = ["levelled", "largest"].map((name) =>
    rows.map((row) => numberOf(row[name]))
  );
  assert(rows.every((_, i) => levelled[i] <= 1.40313080106e-4 && largest[i] >= 1.4031308e-4));
  assertAlmostEquals(numberOf(rows[3]["2s"]), 2 * 0.79880143712039, 1e-7);
  assertAlmostEquals(numberOf(rows[3]["2r"]), 2 * 0.79880143712039 * 0.044168734109971, 1e-8);
});
