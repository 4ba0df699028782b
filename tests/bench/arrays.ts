/**
 * What `evaluate` takes per element beside plain loops and other libraries, one round after the other
 * in one sitting: `deno run -A --no-lock tests/bench/arrays.ts [--rounds 9] [--n 100,10000] [--python python3]`
 *
 * Writes `arrays.json` beside this file, which the table in the README is made of. TensorFlow.js is
 * fetched for this command alone. With `--python`, of an environment that has them, PyTorch and JAX
 * are timed too, on one thread and on two. Of each contender the least time counts, of one thread that
 * which a processor works: on a machine that others use it is nearest to what it takes on its own. With
 * `--add` an earlier run on the same machine counts too.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { activations, evaluate } from "@actbook/actbook";
import { naive } from "./_naive.ts";
import { plainLoop } from "./_plain_loop.ts";
import { scattered } from "./_scattered.ts";
import { busy, type Contender, contenders } from "./_contenders.ts";

const names = [
  ...["relu", "exponential", "sigmoid", "silu", "tanh"],
  ...["gelu", "geluTanh", "mish", "softplus", "elu"],
  ...["geluSigmoid", "logSigmoid", "selu", "softsign", "hardSwish"],
  ...["lisht", "squareplus", "sparsePlus"],
];

/** Nanoseconds per element, by contender, function and how many elements. */
export interface Timings {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly sizes: readonly number[];
  readonly ns: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
}

/** Where they are kept. */
export const file: URL = new URL("./arrays.json", import.meta.url);

/** The usual formula in a loop. */
function plain(name: string, xs: Float32Array, out: Float32Array): () => void {
  const usual: Record<string, (x: number) => number> = {
    relu: (x) => Math.max(0, x),
    exponential: Math.exp,
    elu: (x) => x > 0 ? x : Math.expm1(x),
    selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
    softsign: (x) => x / (1 + Math.abs(x)),
    hardSwish: (x) => x * Math.min(Math.max(x + 3, 0), 6) / 6,
    lisht: (x) => x * Math.tanh(x),
    squareplus: (x) => 0.5 * (x + Math.sqrt(x * x + 4)),
    sparsePlus: (x) => x <= -1 ? 0 : x < 1 ? 0.25 * (x + 1) * (x + 1) : x,
  };
  return plainLoop(usual[name] ?? naive[name][0], xs, out);
}

function ours(name: string, xs: Float32Array, out: Float32Array): Record<string, () => unknown> {
  const f = activations[name];
  return {
    "nearest": () => evaluate(f, xs, { out }),
    "nearest, 2 threads": () => evaluate(f, xs, { out, threads: 2 }),
    "fast": () => evaluate(f, xs, { out, accuracy: "fast" }),
    "fast, 2 threads": () => evaluate(f, xs, { out, accuracy: "fast", threads: 2 }),
    "plain loop": plain(name, xs, out),
  };
}

/** Nanoseconds per element of one call after another: of one thread those that a processor works. */
async function timed(run: () => unknown, n: number, repeats: number): Promise<number> {
  const clock = await pending(run()) ? () => performance.now() : busy;
  const start = clock();
  for (let i = 0; i < repeats; i++) {
    const waiting = pending(run());
    if (waiting) await waiting;
  }
  return (clock() - start) * 1e6 / (repeats * n);
}

/** Waits if there is something to wait for, and says whether there was. */
function pending(result: unknown): boolean | Promise<boolean> {
  return result instanceof Promise && result.then(() => true);
}

async function main() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "9" },
      n: { type: "string", default: "100,10000,1000000,10000000" },
      python: { type: "string" },
      add: { type: "boolean", default: false },
    },
  });
  const wanted = values.n.split(",").map(Number);
  const sizes = [100, 10_000, 1_000_000, 10_000_000];
  const others: Contender[] = await contenders(values.python);
  const least: Record<string, Record<string, (number | null)[]>> = {};
  for (const [at, n] of sizes.entries()) {
    if (!wanted.includes(n)) continue;
    const xs = scattered(n);
    const out = new Float32Array(n);
    const repeats = Math.max(1, Math.round(3e5 / n));
    const rounds = n >= 1e7 ? Math.ceil(Number(values.rounds) / 2) : Number(values.rounds);
    for (const name of names) {
      const own = Object.entries(ours(name, xs, out)).map(([title, run]): Contender => ({
        title,
        version: "",
        time: () => timed(run, n, repeats),
      }));
      // The first round warms up.
      for (let round = 0; round <= rounds; round++) {
        for (const { title, time } of [...own, ...others]) {
          const ns = await time(name, xs, repeats);
          if (round === 0) continue;
          const row = (least[title] ??= {})[name] ??= sizes.map(() => null);
          if (ns !== null) row[at] = Math.min(ns, row[at] ?? Infinity);
        }
      }
      const shown = Object.entries(least).map(([title, all]) =>
        `${title} ${all[name][at]?.toFixed(2)}`
      );
      console.log(`${n} ${name}: ${shown.join(", ")}`);
    }
  }
  const versions = { Deno: Deno.version.deno, V8: Deno.version.v8 };
  for (const { title, version } of others) Object.assign(versions, { [title]: version });
  const before = values.add ? JSON.parse(Deno.readTextFileSync(file)) as Timings : null;
  for (const [title, all] of Object.entries(before?.ns ?? {})) {
    for (const [name, row] of Object.entries(all)) {
      sizes.forEach((n, at) => {
        const ns = row[before!.sizes.indexOf(n)] ?? null;
        const now = (least[title] ??= {})[name] ??= sizes.map(() => null);
        if (ns !== null) now[at] = Math.min(ns, now[at] ?? Infinity);
      });
    }
  }
  const machine = `${navigator.hardwareConcurrency} cores, ${await processor()}`;
  const timings: Timings = { machine, versions, sizes, ns: least };
  Deno.writeTextFileSync(file, `${JSON.stringify(timings, null, 2)}\n`);
  for (const { stop } of others) stop?.();
}

async function processor(): Promise<string> {
  try {
    const text = await Deno.readTextFile("/proc/cpuinfo");
    return text.match(/model name\s*: (.*)/)![1];
  } catch {
    return Deno.build.arch;
  }
}

if (import.meta.main) await main();
