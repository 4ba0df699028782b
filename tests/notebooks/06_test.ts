import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluExp2Relative } from "../../src/approximation/gelu_exp2.ts";
import type { Certificate } from "../../src/comparison/certificate.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { exportedModule, path, written } from "./certify_float32.ts";
import { chartsOf, numberOf, outputsOf, type ShownTable, tableOf, textsOf } from "./_outputs.ts";

const cells = outputsOf("06-better-ones.ipynb");
const stored: Certificate = JSON.parse(await Deno.readTextFile(path));

const column = (table: ShownTable, name: string) => table.rows.map((row) => numberOf(row[name]));

function assertNear(actual: number[], expected: number[], digits: number): void {
  assertEquals(actual.length, expected.length);
  expected.forEach((value, i) => assertAlmostEquals(actual[i], value, value * 10 ** -digits));
}

Deno.test("notebook 6 fits one, two and three numbers", () => {
  const table = tableOf(cells, "x·σ of an odd polynomial, fitted to gelu");
  assertNear(column(table, "error"), [0.01392224547276, 2.70727474658e-4, 2.51872150523e-5], 7);
  const slopes = [1.772933965617, 2 * 0.8001570785481, 2 * 0.7975078842854]; // k₁ = 2c₁
  assertNear(column(table, "k1"), slopes, 7);
});

Deno.test("notebook 6 beats the tanh form by a power of two, at less cost", () => {
  const table = tableOf(cells, "relu(x) − |x|·2^q(|x|), by the degree of q");
  assertNear(column(table, "error"), [4.41e-4, 5.47e-5, 4.40e-7], 2);
  const [[error], [cost]] = ["largest error", "cost of the tanh form"]
    .map((name) => column(tableOf(cells, "cost of the tanh form"), name));
  assertAlmostEquals(error, 4.732e-4, 1e-7);
  assert(column(table, "error").every((e) => e < error));
  assert(column(table, "cost").every((c) => c < cost));
});

Deno.test("notebook 6 shows the counts of the relative fit", () => {
  const all = (format: string) => {
    const of = `relative, degree 9 against GELU at every finite input of ${format}`;
    const { rows: [row] } = tableOf(cells, of);
    return ["tried", "differ", "worst, in ulp"].map((name) => numberOf(row[name]));
  };
  assertEquals(all("bfloat16"), [65280, 6, 1]);
  assertEquals(all("float16"), [63488, 427, 1]);
});

Deno.test("notebook 6 shows the stored certificate of every float32", () => {
  const table = tableOf(cells, "geluExp2Relative against GELU at every finite input of float32");
  const shares = [stored, stored.bySign.negative, stored.bySign.positive];
  assertEquals(column(table, "tried"), [4278190080, 2139095040, 2139095040]);
  assertEquals(column(table, "differ"), shares.map(({ differing }) => differing));
  assertEquals(column(table, "worst, in ulp"), shares.map(({ worst }) => worst!.ulps));
});

Deno.test("the stored certificate agrees with itself", async () => {
  assert(stored.complete);
  const counted = (rows: readonly { inputs: number }[]) => rows.reduce((n, r) => n + r.inputs, 0);
  assertEquals(counted(stored.byBinade), stored.inputs);
  assertEquals(counted(stored.histogram), stored.inputs);
  assertEquals(stored.byBinade.reduce((n, r) => n + r.differing, 0), stored.differing);
  assertEquals(Math.max(...stored.byBinade.map((r) => r.worst?.ulps ?? 0)), stored.worst!.ulps);
  assertEquals(await Deno.readTextFile(path), written(stored));
});

Deno.test("the worst of each sign in the stored certificate is found again", async () => {
  for (const { worst } of Object.values(stored.bySign)) {
    const range = [worst!.x, worst!.x] as const;
    const found = await countDifferences(gelu, exportedModule(), {
      format: "float32",
      range,
      workers: 0,
    });
    assertEquals(found.worst, worst);
  }
});

Deno.test("the certified code computes geluExp2Relative()", async () => {
  const { module, export: name } = exportedModule();
  const run: (x: number) => number = (await import(module))[name];
  for (const x of [-14, -9.5, -3, -0.7, -1e-5, 0, 1e-5, 0.4, 1, 6]) {
    const right = geluExp2Relative(x);
    assertAlmostEquals(run(x), right, 1e-14 * Math.abs(right));
  }
});

Deno.test("notebook 6 exports code in four languages", () => {
  const texts = textsOf(cells, "for (const language of");
  assertEquals(texts.length, 4);
  for (const [i, start] of ["function ", "def ", "double ", "fn "].entries()) {
    assert(texts[i].includes(`${start}geluExp2Relative(`), texts[i]);
  }
});

Deno.test("notebook 6 exchanges four places until the bounds meet", () => {
  const { rows } = tableOf(cells, "Exchanging four places; 0 and 6 stay");
  const bounds = rows.map(({ levelled, largest }) => [numberOf(levelled), numberOf(largest)]);
  assert(bounds[0][1] > 1.5 * bounds[0][0]);
  bounds.forEach(([low], i) => bounds.slice(i).forEach(([, high]) => assert(low <= high)));
  assertEquals(bounds.at(-1)![0], bounds.at(-1)![1]);
});

Deno.test("notebook 6 finds degree seven enough for bfloat16", () => {
  const { rows } = tableOf(cells, "worst, in steps");
  assertEquals(rows.find((row) => row["worst, in steps"] === "1")!.degree, "7");
});

Deno.test("notebook 6 draws its charts", () => assertEquals(chartsOf(cells), 8));

Deno.test("notebook 6 answers that each shape has one equal ripple more than numbers", () => {
  const { rows } = tableOf(cells, "equal ripples");
  assertEquals(rows.length, 11);
  for (const row of rows) assertEquals(numberOf(row["equal ripples"]), numberOf(row.numbers) + 1);
});
