/**
 * The table that says how fast arrays are, made of `arrays.json`:
 * `deno run -A tests/bench/arrays_page.ts`
 *
 * @module
 */

import { table } from "@actbook/actbook";
import { writeBlock } from "../_page.ts";
import { file, type Timings } from "./arrays.ts";
import { goalLines } from "./_arrays_goals.ts";
import { COST } from "../../src/arrays/_threads_pay.ts";
import { type Crossover, file as threadsFile } from "./arrays_threads.ts";
import { file as ownFile, lengths, type Own, type Times } from "./arrays_own.ts";

/** Where the table stands. */
export const page: URL = new URL("arrays.md", import.meta.url);

/** How many times as long others take as ours, or ours as others, by function. */
export function arraysTable({ machine, versions, sizes, ns }: Timings): string {
  const ratio = (slow: string, fast: string, name: string, at: number) => {
    const [a, b] = [ns[slow]?.[name]?.[at], ns[fast]?.[name]?.[at]];
    return a && b ? `${Number((a / b).toPrecision(2))}` : "–";
  };
  const parts = [1e6, 1e4, 100].filter((n) => sizes.includes(n)).map((n) => {
    const at = sizes.indexOf(n);
    const rows = Object.keys(ns.fast).map((name) => ({
      function: name,
      "nearest over plain loop": ratio("plain loop", "nearest", name, at),
      "fast over plain loop": ratio("plain loop", "fast", name, at),
      "over TensorFlow.js cpu": ratio("TensorFlow.js cpu", "fast", name, at),
      "over TensorFlow.js wasm": ratio("TensorFlow.js wasm", "fast", name, at),
      "over PyTorch": ratio("PyTorch, 1 thread", "fast", name, at),
      "over JAX": ratio("JAX, 1 thread", "fast", name, at),
    }));
    return `${n.toLocaleString("en")} numbers:\n\n${table(rows).markdown().trim()}`;
  });
  const others = Object.entries(versions)
    .filter(([title]) => !/2 threads|wasm|V8/.test(title))
    .map(([title, version]) => `${title.replace(/, 1 thread| cpu/, "")} ${version}`);
  return [
    `How many times as fast, one thread, float32, ${machine}; ${others.join(", ")}. ` +
    'The four columns on the right are about "fast".',
    ...parts,
  ].join("\n\n");
}

const short = (ratio: number) => `${Number(ratio.toPrecision(2))}`;

/** Slopes, doubles, rows, threads and memory. */
export function ownTables(own: Own): string {
  const { n, slopes, doubles, rows, parts, threads, peak, call, modules } = own;
  const times = (title: string, all: Readonly<Record<string, Times>>) =>
    table(
      Object.entries(all).map(([name, { plain, nearest, fast }]) => ({
        [title]: name,
        "nearest over plain loop": plain === null ? "–" : short(plain / nearest),
        "fast over plain loop": plain === null ? "–" : short(plain / fast),
        "fast over nearest": short(nearest / fast),
      })),
    ).markdown().trim();
  const crossover = table(threads.map(({ n, one, two, shared }) => ({
    numbers: n.toLocaleString("en"),
    "two threads over one": short(one / two),
    "in shared memory": short(one / shared),
  }))).markdown().trim();
  const partsTable = table(
    Object.entries(parts).map(([title, shares]) => ({
      function: title,
      ...Object.fromEntries(
        lengths.map((
          n,
          at,
        ) => [`of ${n.toLocaleString("en")}`, `${Math.round(100 * shares[at])} %`]),
      ),
    })),
  ).markdown().trim();
  return [
    `How many times as fast, ${n.toLocaleString("en")} numbers, one thread. Slopes of float32:`,
    times("slope", slopes),
    "Doubles, each rounded as the function itself gives it, or fast:",
    times("function of doubles", doubles),
    "Rows of float32:",
    times("rows", rows),
    "How much of a call the kernel itself takes, by how many numbers there are; the rest is to look at what is " +
    "given, to copy it to the memory of the kernels and back, and of long arrays to wait for memory:",
    partsTable,
    "gelu of float32, nearest, on two threads at most:",
    crossover,
    ...(peak
      ? [
        `At its peak the process holds ${
          short(peak.own)
        } times the bytes of the input more than before, ` +
        `the results among them; ${short(peak.inPlace)} times if they are written over the input.`,
      ]
      : []),
    `The first call took ${short(call.first)} ms, the second ${short(call.second)} ms. The ` +
    `${modules.count} modules have ${modules.all.toLocaleString("en")} bytes, the largest ` +
    `${modules.largest.toLocaleString("en")}; one is compiled when it is first used.`,
  ].join("\n\n");
}

/** From how many numbers on two threads are worth it. */
export function threadsTables({ load, sizes, pairs, shared, cost }: Crossover): string {
  const rows = sizes.map((n, at) => ({
    numbers: n.toLocaleString("en"),
    ...Object.fromEntries(
      Object.keys(pairs).map((
        title,
      ) => [
        title,
        [pairs, shared].map((found) => short(found[title][at].one / found[title][at].two)).join(
          " / ",
        ),
      ]),
    ),
  }));
  const said = (values: Readonly<Record<keyof typeof COST, number>>) =>
    `${short(values.ask)} ms to ask, ${short(values.start)} ms to start a thread, ` +
    `${short(values.copy)} ns to copy a number there and back`;
  return [
    "How many times as fast two threads are as one that does it all, the least of pairs, if the other " +
    "thread is asked in any case: arrays that are copied / in shared memory.",
    table(rows).markdown().trim(),
    `From this: ${said(cost)}. \`evaluate\` reckons with ${said(COST)}. While this was measured ` +
    `${load.map((n) => n.toFixed(1)).join(" and ")} programs wanted a processor, this among them.`,
  ].join("\n\n");
}

if (import.meta.main) {
  const timings: Timings = JSON.parse(await Deno.readTextFile(file));
  await writeBlock(page, "arrays", arraysTable(timings));
  await writeBlock(page, "goals", goalLines(timings));
  await writeBlock(page, "own", ownTables(JSON.parse(await Deno.readTextFile(ownFile))));
  const threads = JSON.parse(await Deno.readTextFile(threadsFile));
  await writeBlock(page, "threads", threadsTables(threads));
}
