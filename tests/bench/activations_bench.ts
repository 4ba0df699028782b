/**
 * f and f′ beside the formulas as they are usually written. An iteration is 1000 calls, at numbers
 * from −6 to 6 in no order, so that µs per iteration are ns per call.
 *
 * Why some cost more than others: see the table at the end of this file.
 */

import { activations } from "../../src/activations/catalogue.ts";
import { naive } from "./_naive.ts";

const COUNT = 1000;
const xs = Float64Array.from({ length: COUNT }, (_, i) => ((i * 7919) % COUNT) * 0.012 - 6);

/** Keeps the results, so that no call is left out. */
const sum = new Float64Array(1);

/** A loop of its own for each function, as V8 optimizes a loop for the functions it has met. */
function loop(f: (x: number) => number): () => void {
  const run = new Function("f", "xs", "let s = 0; for (const x of xs) s += f(x); return s;");
  return () => {
    sum[0] += run(f, xs);
  };
}

/** Ours beside the usual formula. */
function beside(group: string, ours: (x: number) => number, usual: (x: number) => number): void {
  Deno.bench({ name: group, group, fn: loop(ours) });
  Deno.bench({ name: `${group} naive`, group, baseline: true, fn: loop(usual) });
}

for (const [id, [f, derivative]] of Object.entries(naive)) {
  beside(id, activations[id], f);
  beside(`${id}′`, activations[id].derivative, derivative);
}
