/**
 * The table on forms of GELU in three arithmetics:
 * `deno run -A tests/workbench/table.ts [--write]`
 *
 * @module
 */

import { gelu } from "../../src/activations/gelu.ts";
import type { Cost } from "../../src/calculus/cost.ts";
import type { FormatName } from "../../src/comparison/format.ts";
import { type Candidate, design } from "../../src/workbench/design.ts";
import { priceOf } from "../../src/workbench/prices.ts";
import { type KernelErrors, measureKernel } from "../../src/workbench/measure_kernel.ts";
import { writeBlock } from "../_page.ts";
import { forms } from "./runtimes.ts";

const formats: readonly FormatName[] = ["float32", "float16", "bfloat16"];

/** Where the table stands. */
export const page: URL = new URL("kernels.md", import.meta.url);

/** A row: who, what it takes, and how far off it is. */
interface Row extends KernelErrors {
  readonly name: string;
  readonly operations: Cost;
  readonly cost: number;
  readonly ours: boolean;
}

async function rowsOf(format: FormatName): Promise<Row[]> {
  const theirs = forms.map(({ name, operations, f }): Row => ({
    ...measureKernel(f({ format }), gelu, format),
    name,
    operations,
    cost: priceOf(operations),
    ours: false,
  }));
  const { candidates } = await design({ target: gelu, format });
  const all = [...theirs, ...candidates.map(named)];
  // Of ours those that nothing beats, theirs included, in error or in distance.
  const unbeaten = (row: Row) =>
    (["error", "ulps"] as const).some((by) => !all.some((other) => beats(other, row, by)));
  return all.filter((row) => !row.ours || unbeaten(row))
    .sort((a, b) => a.cost - b.cost || b.error - a.error);
}

const named = (candidate: Candidate): Row => ({
  ...candidate,
  name: `**${candidate.family.title.replaceAll("|", "\\|")}**`,
  ours: true,
});

/** Whether one costs no more than the other and is no further off by a measure, and not its equal. */
const beats = (a: Row, b: Row, by: "error" | "ulps") =>
  a.cost <= b.cost && a[by] <= b[by] && (a.cost < b.cost || a[by] < b[by]);

/** The table, a part for each arithmetic. */
export async function kernelTable(): Promise<string> {
  const parts: string[] = [];
  for (const format of formats) parts.push(await partOf(format));
  return parts.join("\n\n");
}

/** The part for one arithmetic. */
export async function partOf(format: FormatName): Promise<string> {
  const rows = await rowsOf(format);
  return [
    `| in ${format} arithmetic | largest error | beaten by | largest distance | beaten by | ` +
    "multiply-adds, exp, divisions, reads |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => line(row, rows)),
  ].join("\n");
}

function line(row: Row, rows: readonly Row[]): string {
  const { name, error, at, ulps, ulpsAt, operations } = row;
  const { multiplyAdds, exps, divisions, lookups = 0 } = operations;
  const by = (measure: "error" | "ulps") => {
    const better = rows.filter((other) => beats(other, row, measure));
    const ours = better.filter((other) => other.ours).length;
    return better.length === 0 ? "–" : `${better.length}, ${ours} of ours`;
  };
  return `| ${name} | ${short(error)} at ${short(at)} | ${by("error")} | ` +
    `${ulps} at ${short(ulpsAt)} | ${by("ulps")} | ` +
    `${multiplyAdds}, ${exps}, ${divisions}, ${lookups} |`;
}

const short = (x: number) =>
  String(Number(x.toPrecision(3))).replace("e+", "e").replaceAll("-", "−");

if (import.meta.main) {
  const table = await kernelTable();
  if (Deno.args.includes("--write")) await writeBlock(page, "kernels", table);
  else console.log(table);
}
