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

/** A kernel as data, to be sent to another thread. */
export interface KernelModule {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly parameter: number | undefined;
  /** Whether it says what is in doubt. */
  readonly doubts: boolean;
}

/** The module of the kernel of a function, if it has one. */
export function moduleFor(
  f: (x: number) => number,
  accuracy: Accuracy,
): KernelModule | undefined {
  const origin = originOf(f);
  if (!origin) return undefined;
  const serving = servingFor(`${origin.id}${origin.order}`);
  const parameter = serving === "sloped" ? -f(-1) : undefined;
  if (parameter === undefined ? !hasDefaults(f) : !isModerate(parameter)) return undefined;
  const doubts = accuracy === "nearest" && Object.hasOwn(MODULES, `${serving} nearest`);
  const name = `${serving} ${doubts ? "nearest" : "fast"}`;
  if (!Object.hasOwn(MODULES, name)) return undefined;
  return {
    name,
    // Decoded when it is read.
    get bytes() {
      return Uint8Array.from(atob(MODULES[name]), (character) => character.charCodeAt(0));
    },
    parameter,
    doubts,
  };
}

/** Whether the product of a slope and a float32 is a normal double, if it is not 0. */
const isModerate = (slope: number) => Math.abs(slope) > 2 ** -800 && Math.abs(slope) < 2 ** 800;

/** The kernel of a function, if it has one. */
export function kernelOf(f: (x: number) => number, accuracy: Accuracy): Kernel | undefined {
  const module = moduleFor(f, accuracy);
  if (!module) return undefined;
  const run = compiled(module);
  const { numbers, list } = room();
  const { doubts, parameter } = module;
  return {
    numbers,
    doubts,
    run: (count) => {
      const end = parameter === undefined ? run(4 * count) : run(4 * count, parameter);
      return list.subarray(0, (end - LIST) / 4);
    },
  };
}

const known = new Map<string, Run>();

/** The function of a kernel, which is compiled when it is first asked for. */
function compiled(module: KernelModule): Run {
  const before = known.get(module.name);
  if (before) return before;
  const { memory } = room();
  const compiled = new WebAssembly.Module(module.bytes as Uint8Array<ArrayBuffer>);
  const run = new WebAssembly.Instance(compiled, { kernels: { memory } }).exports.run as Run;
  known.set(module.name, run);
  return run;
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
