import { assert, assertAlmostEquals, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { costOf } from "../../src/approximation/cost.ts";
import { briefText } from "../../src/site/_html.ts";
import { approximationsOf } from "../../src/site/approximations/approximations.ts";
import { itself, needsNone } from "../../src/site/approximations/candidates.ts";
import { codeOf, languages, type Shown } from "../../src/site/approximations/code_of.ts";
import { piecesFor, prices, pricesFor } from "../../src/site/approximations/fits.ts";
import { inFormat, largestError, provedFor } from "../../src/site/approximations/measured.ts";
import { replacements } from "../../src/site/approximations/replacements.ts";
import { shared } from "../../src/site/approximations/shared.ts";
import { fromRow } from "../../src/site/approximations/rows.ts";

const all = Object.values(activations).flatMap((f) =>
  approximationsOf(f.id).map((row) => ({ f, row, candidate: fromRow(row) }))
);
/** Some of them, spread over all. */
const some = (every: number) => all.filter((_, k) => k % every === 0);

Deno.test("every function has its formula alone, or three candidates and more", () => {
  for (const f of Object.values(activations)) {
    const rows = approximationsOf(f.id);
    if (needsNone(f)) assertEquals(rows.map(({ kind }) => kind), ["itself"], f.id);
    else assertGreaterOrEqual(rows.filter(({ kind }) => kind !== "itself").length, 3, f.id);
  }
});

Deno.test("what is tried is what is kept: make_approximations.ts", () => {
  const titles = (all: readonly { title: string }[]) => all.map(({ title }) => title).sort();
  for (const f of Object.values(activations)) {
    const kept = approximationsOf(f.id);
    const now = [...itself(f), ...replacements[f.id]?.() ?? []];
    assertEquals(titles(kept.filter(({ kind }) => kind !== "fit")), titles(now), f.id);
    const fits = kept.filter(({ kind }) => kind === "fit").length;
    if (!needsNone(f) && f.id !== "gelu") assertEquals(fits, pricesFor(f.id).length, f.id);
  }
});

Deno.test("what occurs twice is computed once, also in a formula that was kept in a file", () => {
  for (const [id, known] of Object.entries(replacements)) {
    for (const { title, expression } of known()) {
      const row = approximationsOf(id).find((each) => each.title === title)!;
      assertEquals(row.operations, costOf(shared(expression)), `${id}: ${title}`);
    }
  }
  const power = approximationsOf("exponential").find(({ kind }) => kind === "known")!;
  assertEquals(power.operations, { multiplyAdds: 9, exps: 0, divisions: 0 });
});

Deno.test("largest errors are those of the formulas", () => {
  for (const { f, row, candidate } of all) {
    const { error } = largestError(f, candidate);
    assertAlmostEquals(error, row.error, 1e-9 * Math.max(1, row.error), `${f.id}: ${row.title}`);
  }
});

Deno.test("distances in bfloat16 are found again", () => {
  for (const { f, row, candidate } of some(9)) {
    const { ulps, inputs } = inFormat(f, candidate, "bfloat16");
    assertEquals({ ulps, inputs }, {
      ulps: row.formats.bfloat16.ulps,
      inputs: row.formats.bfloat16.inputs,
    }, `${f.id}: ${row.title}`);
  }
});

Deno.test("what is proved holds what was found, and is proved again", () => {
  const proved = all.filter(({ row }) => row.proved);
  assertGreaterOrEqual(proved.length, 60);
  for (const { f, row } of proved) {
    const [from, to] = row.proved!.domain;
    if (row.at < from || row.at > to) continue;
    // A sampled error may be off by the rounding of doubles.
    assert(row.error <= row.proved!.upper + 1e-15, `${f.id}: ${row.title}`);
  }
  const { f, row, candidate } = proved.find(({ f, row }) => f.id === "mish" && row.kind === "fit")!;
  assertEquals(provedFor(f, candidate), row.proved);
});

Deno.test("fits are found again", () => {
  for (const id of ["silu", "sigmoid"]) {
    const made = piecesFor(activations[id], prices[0]);
    const row = approximationsOf(id).find(({ title }) => title === made.title)!;
    assertEquals(JSON.parse(JSON.stringify(made.expression)), row.expression);
  }
});

Deno.test("candidates can be written in every language that is shown", () => {
  for (const { f, row } of some(7)) {
    for (const language of Object.keys(languages) as Shown[]) {
      const text = codeOf(f.id, row, language);
      assert(text.includes("_kernel"), `${f.id} in ${language}`);
    }
  }
});

Deno.test("the front is beaten by none", () => {
  for (const { f, row } of all) {
    const beaten = approximationsOf(f.id).some(({ cost, error }) =>
      cost <= row.cost && error <= row.error && (cost < row.cost || error < row.error)
    );
    assertEquals(row.onFront, !beaten, `${f.id}: ${row.title}`);
  }
});

Deno.test("measured numbers are written with few digits", () => {
  assertEquals([0, 0.00647, 2.57e-5, -31_250, 1.9e9, Infinity].map((x) => briefText(x, 3)), [
    "0",
    "0.00647",
    "2.57\u00a0·\u00a010<sup>−5</sup>",
    "−31300",
    "1.9\u00a0·\u00a010<sup>9</sup>",
    "∞",
  ]);
});
