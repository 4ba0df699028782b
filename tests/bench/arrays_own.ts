/**
 * What arrays take beyond f of float32: slopes, doubles, rows, threads, memory, the first call. Each beside
 * a plain loop, in turns in one sitting: `deno run -A tests/bench/arrays_own.ts [--rounds 7]`
 *
 * Writes `arrays_own.json`, of which `arrays_page.ts` makes tables.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { activations, evaluate, logSoftmax, softmax } from "@actbook/actbook";
import { type Accuracy, evaluateRows } from "@actbook/actbook/arrays";
import { kernelOf } from "../../src/arrays/kernels/_kernel.ts";
import { MODULES } from "../../src/arrays/kernels/_modules.ts";
import { busy } from "./_contenders.ts";
import { naive } from "./_naive.ts";
import { plainLoop } from "./_plain_loop.ts";
import { scattered } from "./_scattered.ts";

/** Least nanoseconds a number. */
export interface Times {
  readonly plain: number | null;
  readonly nearest: number;
  readonly fast: number;
}

/** What was measured. */
export interface Own {
  readonly n: number;
  readonly slopes: Readonly<Record<string, Times>>;
  readonly doubles: Readonly<Record<string, Times>>;
  /** By width of the rows. */
  readonly rows: Readonly<Record<string, Times>>;
  /** By function and promise: which part of a call its kernel takes, by how many numbers there are. */
  readonly parts: Readonly<Record<string, readonly number[]>>;
  /** gelu, "nearest": one thread, two, two in shared memory. */
  readonly threads: readonly (Readonly<{ n: number; one: number; two: number; shared: number }>)[];
  /** What the process holds more at its peak than before, by bytes of input; `null` where nobody says. */
  readonly peak: { readonly own: number; readonly inPlace: number } | null;
  /** Milliseconds of the first call for a short array, and of the second. */
  readonly call: { readonly first: number; readonly second: number };
  /** Bytes of the modules: all, and the largest. */
  readonly modules: { readonly count: number; readonly all: number; readonly largest: number };
}

/** How many numbers there are, where the part of the kernel is looked for. */
export const lengths: readonly number[] = [100, 10_000, 1_000_000];

const wall = () => performance.now();

/** Where it is kept. */
export const file: URL = new URL("./arrays_own.json", import.meta.url);

/**
 * Times each in turn, and keeps the least of each.
 *
 * @param clock milliseconds that a processor works for this process, or those on the wall
 */
async function race<Name extends string>(
  runs: Readonly<Record<Name, () => unknown>>,
  n: number,
  rounds: number,
  clock: () => number = busy,
): Promise<Record<Name, number>> {
  const least = {} as Record<Name, number>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of Object.keys(runs) as Name[]) {
      const start = clock();
      await runs[name]();
      const ns = (clock() - start) * 1e6 / n;
      // The first round warms up.
      if (round > 0) least[name] = Math.min(ns, least[name] ?? Infinity);
    }
  }
  return least;
}

function plainRows(xs: Float32Array, out: Float32Array, width: number, log: boolean) {
  return () => {
    for (let start = 0; start < xs.length; start += width) {
      let [most, sum] = [-Infinity, 0];
      for (let i = start; i < start + width; i++) most = Math.max(most, xs[i]);
      for (let i = start; i < start + width; i++) sum += out[i] = Math.exp(xs[i] - most);
      const shift = most + Math.log(sum);
      for (let i = start; i < start + width; i++) out[i] = log ? xs[i] - shift : out[i] / sum;
    }
  };
}

async function measure(rounds: number): Promise<Own> {
  const n = 1e6;
  const xs = scattered(n), out = new Float32Array(n);
  const slopes: Record<string, Times> = {};
  for (const id of ["gelu", "geluTanh", "silu", "mish", "tanh", "sigmoid", "softplus"]) {
    const first = activations[id].derivative;
    for (const [f, usual] of [[first, naive[id][1]], [first.derivative, null]] as const) {
      const ours = {
        nearest: () => evaluate(f, xs, { out }),
        fast: () => evaluate(f, xs, { out, accuracy: "fast" }),
      };
      slopes[f.id] = usual
        ? await race({ plain: plainLoop(usual, xs, out), ...ours }, n, rounds)
        : { plain: null, ...await race(ours, n, rounds) };
    }
  }
  const wide = Float64Array.from(xs), wideOut = new Float64Array(n);
  const doubles: Record<string, Times> = {};
  for (const id of ["gelu", "silu", "mish", "tanh", "sigmoid", "softplus"]) {
    const f = activations[id];
    doubles[id] = await race(
      {
        plain: plainLoop(naive[id][0], wide, wideOut),
        nearest: () => evaluate(f, wide, { out: wideOut }),
        fast: () => evaluate(f, wide, { out: wideOut, accuracy: "fast" }),
      },
      n,
      rounds,
    );
  }
  const rows: Record<string, Times> = {};
  for (const f of [softmax, logSoftmax]) {
    for (const width of [10, 1000]) {
      rows[`${f.id}, rows of ${width}`] = await race(
        {
          plain: plainRows(xs, out, width, f === logSoftmax),
          nearest: () => evaluateRows(f, xs, { width }),
          fast: () => evaluateRows(f, xs, { width, accuracy: "fast" }),
        },
        n,
        rounds,
      );
    }
  }
  const parts = await partsOf(rounds);
  const threads = [];
  for (const n of [1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7]) threads.push(await crossover(n, rounds));
  const sizes = Object.values(MODULES).map((text) => atob(text).length);
  return {
    n,
    slopes,
    doubles,
    rows,
    parts,
    threads,
    peak: await peak(),
    call: JSON.parse(await ownProcess(firstCall)),
    modules: {
      count: sizes.length,
      all: sizes.reduce((sum, size) => sum + size, 0),
      largest: Math.max(...sizes),
    },
  };
}

/** The rest of a call is to check what is given, and to copy to the memory of the kernels and back. */
async function partOf(id: string, accuracy: Accuracy, rounds: number): Promise<number[]> {
  const f = activations[id];
  const { numbers, run } = kernelOf(f, accuracy)!;
  const inputs = scattered(numbers.length);
  let kernel = Infinity;
  for (let round = 0; round < 500 * rounds; round++) {
    numbers.set(inputs);
    const start = performance.now();
    run(numbers.length);
    kernel = Math.min(kernel, (performance.now() - start) * 1e6 / numbers.length);
  }
  const parts: number[] = [];
  for (const n of lengths) {
    const xs = scattered(n), out = new Float32Array(n);
    const repeats = Math.ceil(2e4 / n);
    const { call } = await race(
      {
        call: () => {
          for (let i = 0; i < repeats; i++) evaluate(f, xs, { out, accuracy });
        },
      },
      n * repeats,
      n < 1e6 ? 100 * rounds : 3 * rounds,
      n < 1e6 ? wall : busy,
    );
    parts.push(kernel / call);
  }
  return parts;
}

/** The part of the kernel in calls of functions that take little and much. */
export async function partsOf(rounds: number): Promise<Record<string, number[]>> {
  const parts: Record<string, number[]> = {};
  for (const id of ["relu", "hardSwish", "exponential", "sigmoid", "tanh", "elu", "selu", "gelu"]) {
    for (const accuracy of ["fast", "nearest"] as const) {
      parts[`${id}, ${accuracy}`] = await partOf(id, accuracy, rounds);
    }
  }
  return parts;
}

async function crossover(n: number, rounds: number) {
  const { gelu } = activations;
  const xs = scattered(n), out = new Float32Array(n);
  const [common, place] = [0, 1].map(() => new Float32Array(new SharedArrayBuffer(4 * n)));
  common.set(xs);
  const times = await race(
    {
      one: () => evaluate(gelu, xs, { out }),
      two: () => evaluate(gelu, xs, { out, threads: 2 }),
      shared: () => evaluate(gelu, common, { out: place, threads: 2 }),
    },
    n,
    rounds,
    wall,
  );
  return { n, ...times };
}

const root = import.meta.resolve("../../mod.ts");

/** Milliseconds of the first two calls. */
const firstCall = `
  const { evaluate, gelu } = await import(${JSON.stringify(root)});
  const times = [0, 1].map(() => {
    const start = performance.now();
    evaluate(gelu, new Float32Array(100));
    return performance.now() - start;
  });
  console.log(JSON.stringify({ first: times[0], second: times[1] }));
`;

/** The largest size of the process that a call leaves behind, more than before, by bytes of input. */
const peakOf = (options: string) => `
  const { evaluate, gelu } = await import(${JSON.stringify(root)});
  const size = (name) =>
    1024 * Number(Deno.readTextFileSync("/proc/self/status").match(name + ":\\\\s+(\\\\d+)")[1]);
  evaluate(gelu, new Float32Array(1e5));
  const xs = new Float32Array(2e7).fill(0.5);
  Deno.writeTextFileSync("/proc/self/clear_refs", "5");
  const before = size("VmRSS");
  evaluate(gelu, xs, ${options});
  console.log(JSON.stringify((size("VmHWM") - before) / xs.byteLength));
`;

async function peak(): Promise<Own["peak"]> {
  try {
    const [own, inPlace] = [
      await ownProcess(peakOf("{}")),
      await ownProcess(peakOf("{ out: xs }")),
    ];
    return { own: JSON.parse(own), inPlace: JSON.parse(inPlace) };
  } catch {
    return null;
  }
}

async function ownProcess(source: string): Promise<string> {
  const module = `data:text/javascript,${encodeURIComponent(source)}`;
  const config = new URL("../../deno.json", import.meta.url).pathname;
  const args = ["run", "-A", "--no-lock", "--config", config, module];
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
  const own = await measure(Number(values.rounds));
  Deno.writeTextFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
}
