/**
 * What arrays were to reach, and where they do not, from what was measured.
 *
 * @module
 */

import type { Timings } from "./arrays.ts";

interface Goal {
  readonly title: string;
  /** Whose time is to be at least so many times ours. */
  readonly other: string;
  readonly ours: "nearest" | "fast";
  readonly least: number;
  readonly sizes: readonly number[];
  /** Of which functions; all that both have if it is left out. */
  readonly of?: readonly string[];
}

const torch = { other: "PyTorch, 1 thread", ours: "fast" } as const;
const tensorflow = { ours: "fast", least: 1, sizes: [100, 1e4, 1e6] } as const;

const goals: readonly Goal[] = [
  { title: "8 times the plain loop", other: "plain loop", ours: "fast", least: 8, sizes: [1e6] },
  { title: "4 times the plain loop", other: "plain loop", ours: "nearest", least: 4, sizes: [1e6] },
  { title: "ahead of TensorFlow.js cpu", other: "TensorFlow.js cpu", ...tensorflow },
  { title: "ahead of TensorFlow.js wasm", other: "TensorFlow.js wasm", ...tensorflow },
  {
    title: "ahead of PyTorch on geluTanh, mish, tanh and softplus",
    ...torch,
    least: 1,
    sizes: [1e6],
    of: ["geluTanh", "mish", "tanh", "softplus"],
  },
  {
    title: "within 3 times of PyTorch on gelu, silu and sigmoid",
    ...torch,
    least: 1 / 3,
    sizes: [1e6],
    of: ["gelu", "silu", "sigmoid"],
  },
  { title: "ahead of PyTorch on all", ...torch, least: 1, sizes: [100, 1e4] },
];

/** A line for each goal: what it is, and what of it is missed, by how much. */
export function goalLines({ sizes, ns }: Timings): string {
  return goals.map(({ title, other, ours, least, sizes: wanted, of }) => {
    const missed = wanted.flatMap((n) => {
      const at = sizes.indexOf(n);
      return Object.keys(ns[ours]).flatMap((name) => {
        const [theirs, own] = [ns[other]?.[name]?.[at], ns[ours][name][at]];
        if (!theirs || !own || of && !of.includes(name) || theirs / own >= least) return [];
        const ratio = Number((theirs / own).toPrecision(2));
        return [`${name} ${ratio}${wanted.length > 1 ? ` at ${n.toLocaleString("en")}` : ""}`];
      });
    });
    const where = wanted.map((n) => n.toLocaleString("en")).join(", ");
    const result = missed.length ? `missed by ${missed.join(", ")}` : "reached";
    return `- "${ours}", ${where} numbers, ${title}: ${result}.`;
  }).join("\n");
}
