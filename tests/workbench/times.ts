/**
 * How long certificates, searches and proofs take:
 * `deno run -A tests/workbench/times.ts [--write]`
 *
 * Processor time, which a busy machine changes little.
 *
 * @module
 */

import { cpus } from "node:os";
import process from "node:process";
import { gelu } from "../../src/activations/gelu.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { fitFamily } from "../../src/approximation/fit_family.ts";
import { proveError } from "../../src/approximation/proof/prove_error.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { design } from "../../src/workbench/design.ts";
import { inArithmetic } from "../../src/workbench/in_arithmetic.ts";
import { writeBlock } from "../_page.ts";
import { page } from "./table.ts";

const RUNS = 3;
const line = [-Infinity, Infinity] as const;

/** The median of a few runs, in seconds of processor time. */
async function secondsOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  return times.sort((a, b) => a - b)[(RUNS - 1) / 2];
}

const fit = fitFamily({ target: gelu, family: exp2Tail({ degree: 5 }), domain: line });
const certify = (format: "bfloat16" | "float16") => () =>
  countDifferences(gelu, inArithmetic(fit, { format }), { format });

const works: readonly (readonly [string, () => unknown])[] = [
  ["certify a fit in bfloat16 arithmetic, all 65280 inputs", certify("bfloat16")],
  ["certify it in float16 arithmetic, all 63488 inputs", certify("float16")],
  ["prove its error on the whole line to a part of 1e−3", () => {
    proveError(fit, gelu, { domain: line });
  }],
  ["prove it to a part of 1e−6", () => {
    proveError(fit, gelu, { domain: line, tolerance: 1e-6 });
  }],
  [
    "`design` for gelu in bfloat16, all families",
    () => design({ target: gelu, format: "bfloat16" }),
  ],
  ["`design` for gelu in float32, all families", () => design({ target: gelu, format: "float32" })],
];

/** The table of times. */
export async function timesTable(): Promise<string> {
  const rows: string[] = [];
  for (const [name, work] of works) {
    rows.push(`| ${name} | ${Number((await secondsOf(work)).toPrecision(2))} |`);
  }
  const { model } = cpus()[0];
  return [
    `Seconds of processor time, the median of ${RUNS} runs, on ${model.trim()} with Deno ${Deno.version.deno}.`,
    "",
    "| | seconds |",
    "| --- | --- |",
    ...rows,
  ].join("\n");
}

if (import.meta.main) {
  const table = await timesTable();
  if (Deno.args.includes("--write")) await writeBlock(page, "times", table);
  else console.log(table);
}
