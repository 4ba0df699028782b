import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { chartsOf, numberOf, outputsOf, type ShownTable, tableOf } from "./_outputs.ts";

const cells = outputsOf("05-how-wrong.ipynb");

/** Rows of a table as numbers, a column's after another's. */
const numbers = (table: ShownTable, ...columns: string[]) =>
  table.rows.map((row) => columns.map((column) => numberOf(row[column])));

function assertNear(actual: number[][], expected: number[][], digits: number): void {
  assertEquals(actual.length, expected.length);
  expected.flat().forEach((value, i) =>
    assertAlmostEquals(actual.flat()[i], value, Math.abs(value) * 10 ** -digits)
  );
}

Deno.test("notebook 5 shows the extrema of both errors", () => {
  const tanh = numbers(tableOf(cells, "Tanh form: extrema"), "x", "error");
  assertNear(tanh, [[1.364497717, -2.3367063212e-4], [2.698941386, 4.7323552069e-4]], 9);
  const sigmoid = numbers(tableOf(cells, "Sigmoid form: extrema"), "x", "error");
  assertNear(sigmoid, [[0.7556327491, 0.0063615468251], [2.270397737, -0.020334872209]], 9);
});

Deno.test("notebook 5 shows where the errors vanish", () => {
  const zeros = numbers(tableOf(cells, "Where the error is zero"), "first", "second", "third");
  assertEquals(zeros.map(([, middle]) => middle), [0, 0]);
  assertNear(
    zeros.map(([first, , third]) => [first, third]),
    [[-1.88456956982, 1.88456956982], [-1.21167814072, 1.21167814072]],
    11,
  );
});

Deno.test("notebook 5 shows the errors of the slope and the root mean squares", () => {
  const slopes = numbers(tableOf(cells, "The largest error of the slope"), "x", "error");
  assertNear(slopes.map((row) => row.map(Math.abs)), [
    [2.01865576, 8.6845183499e-4],
    [1.421947591, 0.029072045516],
  ], 8);
  const rmse = numbers(tableOf(cells, "Errors against GELU"), "RMSE of f");
  assertNear(rmse, [[1.28779625e-4], [6.90724523852e-3]], 3);
});

Deno.test("notebook 5 shows how far the minimum of the tanh form is moved", () => {
  const caption = "The minimum, and two predictions of it";
  const rows = numbers(tableOf(cells, caption), "minimum", "moved by", "by its own f″", "by gelu″");
  const [[minimum, moved], [, movedBySigmoid, own, borrowed]] = rows;
  assertAlmostEquals(minimum, -0.7524614220710163, 1e-8);
  assertAlmostEquals(moved, -0.7524614220710163 + 0.7517915246935645, 1e-11);
  assertAlmostEquals(movedBySigmoid, 6.3727e-4, 1e-8);
  assertAlmostEquals(own / movedBySigmoid, 1, 1e-3);
  assert(borrowed / movedBySigmoid < 0.9);
});

Deno.test("notebook 5 shows the counts of both 16-bit formats", () => {
  const columns = ["tried", "differ", "worst, in ulp", "at"];
  const all = (format: string) => {
    const table = tableOf(cells, `GELU (tanh) against GELU at every finite input of ${format}`);
    return numbers(table, ...columns)[0];
  };
  assertEquals(all("bfloat16"), [65280, 405, 6538, -10.125]);
  assertEquals(all("float16"), [63488, 3695, 919, -4.0078125]);
});

Deno.test("notebook 5 shows what the forms are of GELU in the left tail", () => {
  const quotients = tableOf(cells, "geluTanh / gelu");
  const four = quotients.rows.find(({ x }) => numberOf(x) === -4)!;
  assertEquals(numberOf(four["geluTanh / gelu"]), 0.55449316);
  assertEquals(numberOf(four["geluSigmoid / gelu"]), 34.848051);
});

Deno.test("notebook 5 finds the tanh form as good as GELU on unseen data, the sigmoid form worse", () => {
  const [tanh, sigmoid] = numbers(
    tableOf(cells, "Against exact GELU, on unseen points"),
    "loss changes by, %",
    "±",
  );
  assert(Math.abs(tanh[0]) + tanh[1] < 1);
  assert(sigmoid[0] - sigmoid[1] > 1);
  const swapped = tableOf(cells, "Relative change of the loss when swapped");
  const changes = numbers(swapped, "tanh", "sigmoid");
  assertEquals(changes.length, 10);
  assert(changes.every(([change]) => Math.abs(change) < 0.01));
  assert(changes.some(([, change]) => Math.abs(change) > 0.01));
});

Deno.test("notebook 5 sees in computation what the reports report", () => {
  const [absolute, relative, apart] = numbers(
    tableOf(cells, "Relative error of erfc, fitted in three ways"),
    "at 4.999",
  );
  assert(absolute[0] > 100 && relative[0] < 0.1 && apart[0] < 1e-4);
  const [[form, table]] = numbers(tableOf(cells, "a table of it"), "tanh form", "a table of it");
  assert(table > 4 * form);
});

Deno.test("notebook 5 draws its charts", () => assertEquals(chartsOf(cells), 7));

Deno.test("notebook 5 answers with the counts that the errors lead one to expect", () => {
  const { rows } = tableOf(cells, "Counted and expected");
  assertEquals(rows.map(({ counted }) => counted), ["405", "2158"]);
  for (const row of rows) {
    const [counted, expected, stray] = [row.counted, row.expected, row.stray].map(numberOf);
    assert(Math.abs(counted - expected) < 2 * stray);
  }
});
