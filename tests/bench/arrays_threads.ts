/**
 * From how many numbers on two threads are sooner done than one: each call in turn, of a cheap function and
 * a dear one: `deno run -A tests/bench/arrays_threads.ts [--rounds 25]`
 *
 * Writes `arrays_threads.json`, of which `arrays_page.ts` makes a table. It needs a machine with two
 * processors that have nothing else to do. Time is that of the clock on the wall, and two threads share
 * whatever the size. What is found is what `src/arrays/_threads_pay.ts` is to say.
 *
 * @module
 */

import os from "node:os";
import { parseArgs } from "node:util";
import { activations } from "@actbook/actbook";
import type { Accuracy } from "@actbook/actbook/arrays";
import { share } from "../../src/arrays/_evaluate_on_threads.ts";
import { COST } from "../../src/arrays/_threads_pay.ts";
import { scattered } from "./_scattered.ts";

/** Milliseconds of one thread and of two, the least of all rounds. */
export interface Pair {
  readonly one: number;
  readonly two: number;
}

/** What was measured. */
export interface Crossover {
  /** How many programs wanted a processor before and after, on average. */
  readonly load: readonly [before: number, after: number];
  readonly sizes: readonly number[];
  /** By function and promise, in the order of the sizes. */
  readonly pairs: Readonly<Record<string, readonly Pair[]>>;
  /** The same where the arrays lie in shared memory. */
  readonly shared: Readonly<Record<string, readonly Pair[]>>;
  /** What it takes to have another thread work, as `_threads_pay.ts` has it. */
  readonly cost: Readonly<Record<keyof typeof COST, number>>;
}

/** Where it is kept. */
export const file: URL = new URL("./arrays_threads.json", import.meta.url);

const functions: readonly (readonly [id: string, accuracy: Accuracy])[] = [
  ["relu", "fast"],
  ["tanh", "fast"],
  ["tanh", "nearest"],
  ["gelu", "nearest"],
];

const sizes = [16, 17, 18, 19, 20, 21, 22, 23].map((power) => 2 ** power);

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1];
const least = (times: readonly number[]) => Math.min(...times);

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function pairOf(run: (threads: number) => Promise<void>, rounds: number): Promise<Pair> {
  const [one, two]: number[][] = [[], []];
  for (let round = -2; round < rounds; round++) {
    // Which is first changes, as what comes second finds its numbers in a cache.
    const order = round % 2 ? [1, 2] : [2, 1];
    for (const threads of order) {
      const ms = await timed(() => run(threads));
      if (round >= 0) (threads === 1 ? one : two).push(ms);
    }
  }
  return { one: least(one), two: least(two) };
}

/** Milliseconds that a call takes longer for which another thread has to start first. */
async function startOf(): Promise<number> {
  const xs = scattered(2 ** 16), out = new Float32Array(xs.length);
  const run = () => share(activations.gelu, xs, out, "nearest", 2);
  const [first, later]: number[][] = [[], []];
  for (let round = 0; round < 9; round++) {
    // Threads end when they have had nothing to do for 200 ms.
    await new Promise((resolve) => setTimeout(resolve, 400));
    first.push(await timed(run));
    later.push(await timed(run));
  }
  return least(first) - least(later);
}

async function measure(rounds: number): Promise<Crossover> {
  const before = os.loadavg()[0];
  const most = sizes.at(-1)!;
  const xs = scattered(most), out = new Float32Array(most);
  const [common, place] = [0, 1].map(() => new Float32Array(new SharedArrayBuffer(4 * most)));
  common.set(xs);
  const pairs: Record<string, Pair[]> = {}, shared: Record<string, Pair[]> = {};
  for (const [id, accuracy] of functions) {
    const title = `${id}, ${accuracy}`;
    for (const n of sizes) {
      for (const [found, input, result] of [[pairs, xs, out], [shared, common, place]] as const) {
        const [from, to] = [input.subarray(0, n), result.subarray(0, n)];
        (found[title] ??= []).push(
          await pairOf((threads) => {
            return share(activations[id], from, to, accuracy, threads);
          }, rounds),
        );
      }
      const [copied, uncopied] = [pairs, shared].map((found) => {
        const { one, two } = found[title].at(-1)!;
        return one / two;
      });
      console.log(`${title}, ${n}: ${copied.toFixed(2)}, in shared memory ${uncopied.toFixed(2)}`);
    }
  }
  const cost = { ask: askOf(shared), start: await startOf(), copy: copyOf(pairs, shared) };
  return { load: [before, os.loadavg()[0]], sizes, pairs, shared, cost };
}

/** Milliseconds that two threads take beyond half of what one does, where there is little to do. */
function askOf(shared: Crossover["shared"]): number {
  return middle(Object.values(shared).flatMap(([first]) => first.two - first.one / 2));
}

/** Nanoseconds longer for each number handed over where it is copied, of long arrays. */
function copyOf(pairs: Crossover["pairs"], shared: Crossover["shared"]): number {
  return middle(
    Object.keys(pairs).flatMap((title) =>
      sizes.flatMap((n, at) =>
        n < 2 ** 20 ? [] : (pairs[title][at].two - shared[title][at].two) * 1e6 / (n / 2)
      )
    ),
  );
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "25" } } });
  const found = await measure(Number(values.rounds));
  console.log("Cost:", found.cost, "is to be", COST);
  Deno.writeTextFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
}
