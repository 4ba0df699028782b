import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { chartsOf, numberOf, outputsOf, tableOf } from "./_outputs.ts";

const cells = outputsOf("09-which-one.ipynb");
const tasks = ["spirals", "digits", "regression"];
const dipping = ["GELU", "GELU (tanh)", "GELU (sigmoid)", "SiLU", "Mish"];
const rowsOf = (task: string) => tableOf(cells, task).rows;
const row = (task: string, name: string) => rowsOf(task).find((row) => row.function === name)!;
const more = (task: string, name: string) => numberOf(row(task, name)["more than the best, %"]);

Deno.test("notebook 9 starts each function with the gain that suits it", () => {
  const { rows } = tableOf(cells, "The gain that suits each function");
  const gain = (name: string) => numberOf(rows.find((row) => row.function === name)!.gain);
  assertEquals([rows.length, gain("ReLU")], [10, 1.41421]);
  assertAlmostEquals(gain("Tanh"), 1.59254, 1e-5);
});

Deno.test("notebook 9: a smooth function that dips is best on every task, the sigmoid last", () => {
  for (const task of tasks) {
    const rows = rowsOf(task);
    assertEquals(rows.length, 10, task);
    assert(dipping.includes(rows[0].function), task);
    assertEquals(rows[9].function, "Sigmoid", task);
  }
});

Deno.test("notebook 9: ReLU, leaky ReLU and the sigmoid are behind by more than chance", () => {
  for (const task of tasks) {
    for (const name of ["ReLU", "Leaky ReLU", "Sigmoid"]) {
      assert(more(task, name) > numberOf(row(task, name)["±"]), `${name}, ${task}`);
    }
  }
});

Deno.test("notebook 9: all five that dip are ahead of both straight ones, on every task", () => {
  for (const task of tasks) {
    const straight = Math.min(more(task, "ReLU"), more(task, "Leaky ReLU"));
    for (const name of dipping) assert(more(task, name) < straight, `${name}, ${task}`);
  }
});

Deno.test("notebook 9 cannot tell GELU from its tanh form", () => {
  for (const task of tasks) assertAlmostEquals(more(task, "GELU"), more(task, "GELU (tanh)"), 2);
});

Deno.test("notebook 9 finds dead units in ReLU's networks only", () => {
  const [relu, ...others] = tableOf(cells, "Dead units after training").rows;
  const shares = (row: Record<string, string>) => tasks.map((task) => numberOf(row[`${task}, %`]));
  assert(shares(relu).every((share) => share > 1 && share < 30));
  assert(others.flatMap(shares).every((share) => share === 0));
});

Deno.test("notebook 9 draws its charts", () => assertEquals(chartsOf(cells), 3));

Deno.test("notebook 9 answers what five seeds that choose are worth", () => {
  const { rows } = tableOf(cells, "Chosen by five seeds, judged by five");
  assertEquals(rows.map((row) => row.task), ["spirals", "digits", "regression"]);
  assertEquals(numberOf(rows[2]["same choice"]), 1);
  assert(rows.every((row) => numberOf(row["too kind, %"]) > 0));
  assertEquals(tableOf(cells, "The closest calls").rows.length, 8);
});
