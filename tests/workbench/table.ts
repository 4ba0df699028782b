/**
 * The table on forms of GELU in three arithmetics:
 * `deno run -A tests/workbench/table.ts [--write]`
 *
 * @module
 */

import { gelu } from "../../src/activations/gelu.ts";
import type { Cost } from "../../src/calculus/cost.ts";
import type { FormatName } from "../../src/comparison/format.ts";
import { type Candidate, design, geluFamilies, priceOf } from "../../src/workbench/design.ts";
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
  const { front } = await design({ target: gelu, format, families: geluFamilies() });
  const all = [...theirs, ...front.map(named)];
  // Of ours those that nothing beats, theirs included.
  return all.filter((row) => !row.ours || !all.some((other) => beats(other, row)))
    .sort((a, b) => a.cost - b.cost || b.error - a.error);
}

const named = (candidate: Candidate): Row => ({
  ...candidate,
  name: `**${candidate.family.title.replaceAll("|", "\\|")}**`,
  ours: true,
});

const beats = (a: Row, b: Row) =>
  a.cost <= b.cost && a.error <= b.error && (a.cost < b.cost || a.error < b.error);

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
    `| in ${format} arithmetic | largest error | largest distance | multiply-adds, exp, divisions | ` +
    "beaten by |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map((row) => line(row, rows)),
  ].join("\n");
}

function line(row: Row, rows: readonly Row[]): string {
  const { name, error, at, ulps, ulpsAt, operations } = row;
  const { multiplyAdds, exps, divisions } = operations;
  const better = rows.filter((other) => beats(other, row));
  const ours = better.filter((other) => other.ours).length;
  const by = better.length === 0 ? "–" : `${better.length}, ${ours} of ours`;
  return `| ${name} | ${short(error)} at ${short(at)} | ${ulps} at ${short(ulpsAt)} | ` +
    `${multiplyAdds}, ${exps}, ${divisions} | ${by} |`;
}

const short = (x: number) =>
  String(Number(x.toPrecision(3))).replace("e+", "e").replaceAll("-", "−");

if (import.meta.main) {
  const table = await kernelTable();
  if (Deno.args.includes("--write")) await writeBlock(page, "kernels", table);
  else console.log(table);
}
