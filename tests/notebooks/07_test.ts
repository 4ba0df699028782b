import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { numberOf, outputsOf, tableOf, textsOf } from "./_outputs.ts";

const cells = outputsOf("07-the-family.ipynb");
const found = (name: string) =>
  tableOf(cells, "Found by changes of sign").rows.find((row) => row.function === name)!;

const bent = (name: string) =>
  tableOf(cells, "Where each bends").rows.find((row) => row.function === name)!;

/** The points of the chart that the one cell with this source shows, by series. */
function pointsOf(source: string): { series: string; group?: string; x: number; y: number }[] {
  const [cell] = cells.filter((cell) => cell.source.includes(source));
  const { data } = cell.outputs[0].data["application/vnd.vegalite.v5+json"] as {
    data: { values: { series: string; group?: string; x: number; y: number }[] };
  };
  return data.values;
}

// Right to the last digits, from 30 and more digits of working.
const landmarks = {
  GELU: [-0.7517915246935645, -0.1699712074799037, -Math.SQRT2, Math.SQRT2],
  SiLU: [-1.278464542761074, -0.2784645427610738, -2.3993572805155, 2.3993572805155],
  Mish: [-1.192431214515495, -0.3088434130172504, -2.2563763963608, 1.4905711794854],
};

Deno.test("notebook 7 finds the minima and inflections of GELU, SiLU and Mish", () => {
  for (const [name, [x, value, left, right]] of Object.entries(landmarks)) {
    const row = found(name);
    assertEquals(row.zero, "0", name);
    assertAlmostEquals(numberOf(row["lowest at"]), x, 5e-16, name);
    assertAlmostEquals(numberOf(row["value there"]), value, 1e-16, name);
    const bends = bent(name);
    assertAlmostEquals(numberOf(bends["bends at"]), left, 1e-13, name);
    assertAlmostEquals(numberOf(bends["and at"]), right, 1e-13, name);
  }
});

Deno.test("notebook 7 finds no minimum in the other five", () => {
  for (const name of ["ReLU", "Leaky ReLU", "Softplus", "Sigmoid", "Tanh"]) {
    assertEquals(found(name)["lowest at"], "–", name);
  }
});

Deno.test("notebook 7 finds the same from values alone", () => {
  for (const row of tableOf(cells, "Found from values alone").rows) {
    const [x, , left, right] = landmarks[row.function as keyof typeof landmarks];
    assertAlmostEquals(numberOf(row["lowest at"]), x, 1e-10);
    assertAlmostEquals(numberOf(row["bends at"]), left, 1e-7);
    assertAlmostEquals(numberOf(row["and at"]), right, 1e-7);
  }
});

Deno.test("notebook 7 computes W(1/e) and GELU's minimum by iteration", () => {
  const [w, x] = textsOf(cells, "let w = 0").map(Number);
  assertAlmostEquals(w, 0.27846454276107379511, 1e-16);
  assertAlmostEquals(x, -1.27846454276107379511, 3e-16);
  const [lowest, value] = textsOf(cells, "let t = 1").map(Number);
  assertEquals(lowest, -0.7517915246935645);
  assertAlmostEquals(value, -0.1699712074799037, 1e-16);
});

Deno.test("notebook 7 tells which functions are x/2 and an even function", () => {
  const { rows } = tableOf(cells, "f(2) − f(−2)");
  const balanced = rows.filter((row) => row["f(2) − f(−2)"] === "2").map((row) => row.function);
  assertEquals(balanced, ["ReLU", "GELU", "SiLU", "Softplus"]);
});

Deno.test("notebook 7 finds that every Swish is SiLU at another scale", () => {
  const { rows } = tableOf(cells, "β f(x)");
  assertEquals(rows.map((row) => row.β), ["0.1", "1", "1.702", "10", "100"]);
  for (const row of rows) {
    assertEquals([row["β x"], row["β f(x)"]], ["−1.27846454276", "−0.278464542761"]);
  }
});

Deno.test("notebook 7 measures how Swish approaches ReLU", () => {
  const { rows } = tableOf(cells, "Errors against ReLU");
  const distances = rows.map((row) => numberOf(row["max |error of f|"]));
  assertEquals(distances, [0.2785, 0.02785, 0.002785]);
});

Deno.test("notebook 7 finds where the article's last sentence fails", () => {
  const { rows } = tableOf(cells, "left, stated");
  const stated = rows.map((row) => [row.function, row["left, stated"], row["right, stated"]]);
  assertEquals(stated, [
    ["ReLU", "y = 0", "y = x"],
    ["Leaky ReLU", "y = 0.01x", "y = x"],
    ["GELU", "y = 0", "y = x"],
    ["SiLU", "y = 0", "y = x"],
    ["Mish", "y = 0", "y = x"],
    ["Softplus", "y = 0", "y = x"],
    ["Sigmoid", "y = 0", "y = 1"],
    ["Tanh", "y = −1", "y = 1"],
  ]);
  assertEquals(rows.map((row) => [row.function, row.found, row["and found"]]), stated);
});

Deno.test("notebook 7 computes what chains of units do to a gradient", () => {
  const [ten, fifty] = tableOf(cells, "active ReLUs").rows;
  assertAlmostEquals(numberOf(ten["steepest sigmoids"]), 9.5367431640625e-7, 1e-15);
  assertEquals(numberOf(ten["active ReLUs"]), 1);
  assertAlmostEquals(numberOf(fifty["active ReLUs"]) / 637621500.2, 1, 1e-9);
});

Deno.test("notebook 7 sees ReLU's gradients grow as g/√2 per layer, and a sigmoid's less", () => {
  const growth = (name: string) =>
    pointsOf("const byGain").filter(({ series }) => series === name).map(({ x, y }) => ({ x, y }));
  const [relu, tanh, sigmoid] = ["ReLU", "Tanh", "Sigmoid"].map(growth);
  const gains = [0.25, 0.5, 1, Math.SQRT2, 2, 4, 8, 16];
  relu.forEach(({ x }, i) => assertAlmostEquals(x, Math.log2(gains[i]), 1e-6));
  assertEquals(relu.length, gains.length);
  relu.forEach(({ x, y }, i) => {
    assertAlmostEquals(y / (2 ** x / Math.SQRT2), 1, 0.05);
    assert(y > 2 * sigmoid[i].y, `vanishing at gain ${x}`);
    if (x >= 1) assert(y > tanh[i].y, `exploding at gain ${x}`);
  });
});

Deno.test("notebook 7 shows a gradient vanish and explode over thirty layers", () => {
  const first = (gain: string, name: string) =>
    pointsOf("const panels").find(({ group, series, x }) =>
      group === `gain ${gain}` && series === name && x === 0
    )!.y;
  assert(first("1.00", "Sigmoid") < 1e-15);
  assert(first("1.41", "ReLU") > 1 && first("1.41", "ReLU") < 10);
  assert(first("4.00", "ReLU") > 1e13);
  assert(first("4.00", "Sigmoid") < 1e-3);
});

Deno.test("notebook 7 sees doubled weights multiply the gradient by 2³⁰", () => {
  assertEquals(textsOf(cells, "const times ="), ["1073741824", "1073741824"]);
});

Deno.test("notebook 7 solves its exercises", () => {
  const [y, slope] = textsOf(cells, "let y = 1").map(Number);
  assertAlmostEquals(y * Math.tanh(y), 1, 1e-15);
  assertAlmostEquals(slope, 1.0998393201288668, 1e-15);
});

Deno.test("notebook 7 sees long steps kill ReLU units, and a leak keep them alive", () => {
  const { rows } = tableOf(cells, "Units that died in training, four networks each");
  const dead = rows.map((row) => numberOf(row["ReLU, dead %"]));
  assert(dead[0] < 15 && dead.at(-1)! > 70);
  assert(dead.every((share, i) => i === 0 || share > dead[i - 1]));
  assert(rows.every((row) => numberOf(row["leaky, dead %"]) === 0));
  const last = rows.at(-1)!;
  assert(numberOf(last["ReLU, loss"]) > 5 * numberOf(last["leaky, loss"]));
});

Deno.test("notebook 7 answers with predictions, and wider layers come closer to them", () => {
  const { rows } = tableOf(cells, "The three that are farthest off");
  assertEquals(rows.map((row) => row.function), ["GELU", "Tanh", "Sigmoid"]);
  for (const row of rows) {
    const [told, narrow, wide] = [row.predicted, row["64 units"], row["256 units"]].map(numberOf);
    assert(Math.abs(Math.log(wide / told)) < Math.abs(Math.log(narrow / told)));
  }
});
