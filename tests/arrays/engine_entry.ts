/**
 * Prints a hash of every bit that kernels give, at the same numbers on every engine, and the same from
 * two threads: for Deno and Node.
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import { share } from "../../src/arrays/_evaluate_on_threads.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { kernelNames } from "../../src/arrays/kernels/_kernel.ts";
import { draws } from "../accuracy/random.ts";

const random = draws(7);
const xs = Float32Array.from({ length: 20_000 }, (_, i) => {
  const width = [20, 200, 2 ** -10, 2 ** -130][i % 4];
  return width * (random.uniform() - 0.5);
});
xs.set([NaN, Infinity, -Infinity, 0, -0, 2 ** -149, 3e38], 10_000);

async function hash(ys: Float32Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", ys.slice().buffer));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** However short the array is. */
async function onTwoThreads(f: (x: number) => number): Promise<Float32Array> {
  const out = new Float32Array(xs.length);
  await share(f, xs, out, "nearest", 2);
  return out;
}

const hashes: Record<string, string[]> = {};
for (const name of kernelNames()) {
  const record = activations[name.slice(0, -1)];
  const f = [record, record.derivative, record.derivative.derivative][Number(name.slice(-1))];
  hashes[name] = [
    await hash(evaluate(f, xs)),
    await hash(evaluate(f, xs, { accuracy: "fast" })),
    await hash(await onTwoThreads(f)),
  ];
}
console.log(JSON.stringify(hashes));
