import { originOf } from "../../activations/origin.ts";
import { hasDefaults } from "../_defaults.ts";
import { LIST, ROOM } from "./_layout.ts";
import { MODULES } from "./_modules.ts";

/** How exact results are to be. */
export type Accuracy = "nearest" | "fast";

/** A function over the numbers in the memory of the kernels. */
export interface Kernel {
  /**
   * Goes over the first numbers.
   *
   * @param count how many; some more, up to a whole vector, are computed with them
   * @returns where numbers are in doubt: places of vectors in bytes, multiples of 16, plus 1, 2, 4 and
   *   8 for their lanes
   */
  readonly run: (count: number) => Uint32Array;
  /** Where the numbers are, and then the results. */
  readonly numbers: Float32Array;
  /** Whether it says what is in doubt; if not, its results are right or stated to be near. */
  readonly doubts: boolean;
}

/** Kernels of other functions that serve for these. */
const same: Readonly<Record<string, string>> = {
  exponential1: "exponential0",
  exponential2: "exponential0",
  softplus2: "sigmoid1",
  logCosh1: "tanh0",
  logCosh2: "tanh1",
  sparsePlus1: "sparseSigmoid0",
  ...Object.fromEntries(
    [0, 1, 2].flatMap((
      order,
    ) => [[`swish${order}`, `silu${order}`], [`celu${order}`, `elu${order}`]]),
  ),
  ...Object.fromEntries(
    ["identity", "relu6", "hardTanh", "hardSigmoid", "hardShrink", "softShrink", "threshold"]
      .concat("leakyRelu", "prelu", "rrelu", "sparseSigmoid").map((id) => [`${id}2`, "relu2"]),
  ),
};

const sloped = ["leakyRelu0", "prelu0", "rrelu0"];

/** The kernel that serves for a function, by id and order. */
export function servingFor(name: string): string {
  return sloped.includes(name) ? "sloped" : same[name] ?? name;
}

type Run = (bytes: number, parameter?: number) => number;

/** The functions with a kernel at their default parameters, by id and order: `gelu1` is gelu′. */
export function kernelNames(): string[] {
  const own = Object.keys(MODULES).map((name) => name.replace(/ .*/, ""));
  const names = new Set([...own, ...Object.keys(same), ...sloped]);
  return [...names].filter((name) => /\d$/.test(name)).sort();
}

/** The kernel of a function, if it has one. */
export function kernelOf(f: (x: number) => number, accuracy: Accuracy): Kernel | undefined {
  const origin = originOf(f);
  if (!origin) return undefined;
  const name = `${origin.id}${origin.order}`;
  if (sloped.includes(name)) {
    const slope = -f(-1);
    // Beyond, the product of the slope and a float32 is no normal double.
    const size = Math.abs(slope);
    const normal = size > 2 ** -800 && size < 2 ** 800;
    return normal ? kernelNamed("sloped", accuracy, slope) : undefined;
  }
  return hasDefaults(f) ? kernelNamed(servingFor(name), accuracy) : undefined;
}

function kernelNamed(name: string, accuracy: Accuracy, parameter?: number): Kernel | undefined {
  const settled = accuracy === "nearest" ? compiled(`${name} nearest`) : undefined;
  const run = settled ?? compiled(`${name} fast`);
  if (!run) return undefined;
  const { numbers, list } = room();
  return {
    numbers,
    doubts: settled !== undefined,
    run: (count) => {
      const end = parameter === undefined ? run(4 * count) : run(4 * count, parameter);
      return list.subarray(0, (end - LIST) / 4);
    },
  };
}

const known = new Map<string, Run>();

/** The function of a kernel, which is compiled when it is first asked for. */
function compiled(name: string): Run | undefined {
  if (!known.has(name) && Object.hasOwn(MODULES, name)) {
    const bytes = Uint8Array.from(atob(MODULES[name]), (character) => character.charCodeAt(0));
    const { memory } = room();
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
      kernels: { memory },
    });
    known.set(name, instance.exports.run as Run);
  }
  return known.get(name);
}

interface Room {
  readonly memory: WebAssembly.Memory;
  readonly numbers: Float32Array;
  readonly list: Uint32Array;
}

let shared: Room | undefined;

/** The memory in which all kernels work. */
function room(): Room {
  if (shared) return shared;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  shared = {
    memory,
    numbers: new Float32Array(memory.buffer, 0, ROOM / 4),
    list: new Uint32Array(memory.buffer, LIST, ROOM / 16),
  };
  return shared;
}
