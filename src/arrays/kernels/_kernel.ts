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
   * @returns how many entries of the list say where numbers are in doubt
   */
  readonly run: (count: number) => number;
  /** Where the numbers are, and then the results. */
  readonly numbers: Float32Array;
  /** Places of vectors in bytes, multiples of 16, plus 1, 2, 4 and 8 for lanes that are in doubt. */
  readonly list: Uint32Array;
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

/** Kernels that take the slope on the left, by the functions they serve. */
const sloped: Readonly<Record<string, string>> = Object.fromEntries(
  ["leakyRelu", "prelu", "rrelu"].flatMap((id) => [[`${id}0`, "sloped"], [`${id}1`, "step"]]),
);

/** The kernel that serves for a function, by id and order. */
export function servingFor(name: string): string {
  return sloped[name] ?? same[name] ?? name;
}

/** A function of a module: it takes how many bytes there are, and its parameters. */
export type Run = (bytes: number, ...parameters: number[]) => number;

/** The functions with a kernel at their default parameters, by id and order: `gelu1` is gelu′. */
export function kernelNames(): string[] {
  const own = Object.keys(MODULES).map((name) => name.replace(/ .*/, ""));
  const names = new Set([...own, ...Object.keys(same), ...Object.keys(sloped)]);
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
  const name = `${origin.id}${origin.order}`;
  const serving = servingFor(name);
  const parameter = name in sloped ? (origin.order ? f(-1) : -f(-1)) : undefined;
  if (parameter === undefined ? !hasDefaults(f) : !isModerate(parameter)) return undefined;
  const doubts = accuracy === "nearest" && Object.hasOwn(MODULES, `${serving} nearest`);
  const module = `${serving} ${doubts ? "nearest" : "fast"}`;
  if (!Object.hasOwn(MODULES, module)) return undefined;
  return {
    name: module,
    // Decoded when it is read.
    get bytes() {
      return bytesOf(module);
    },
    parameter,
    doubts,
  };
}

/** Whether the product of a slope and a float32 is a normal double, if it is not 0. */
const isModerate = (slope: number) => Math.abs(slope) > 2 ** -800 && Math.abs(slope) < 2 ** 800;

const kernels = {
  nearest: new WeakMap<object, Kernel | null>(),
  fast: new WeakMap<object, Kernel | null>(),
};

/** The kernel of a function, `null` if it has none. */
export function kernelOf(f: (x: number) => number, accuracy: Accuracy): Kernel | null {
  const before = kernels[accuracy].get(f);
  if (before !== undefined) return before;
  const module = moduleFor(f, accuracy);
  const kernel = module ? kernelIn(module) : null;
  kernels[accuracy].set(f, kernel);
  return kernel;
}

function kernelIn(module: KernelModule): Kernel {
  const run = compiled(module.name);
  const { numbers, list } = room();
  const { doubts, parameter = 0 } = module;
  // A kernel without a parameter does not mind one.
  return { numbers, list, doubts, run: (count) => (run(4 * count, parameter) - LIST) / 4 };
}

/** The kernel from doubles to doubles of a function, by its name and order; nothing if it has none. */
export function doubleKernelOf(f: (x: number) => number): Run | undefined {
  const origin = originOf(f);
  if (!origin || !hasDefaults(f)) return undefined;
  const name = `double ${servingFor(`${origin.id}${origin.order}`)}`;
  return Object.hasOwn(MODULES, name) ? compiled(name) : undefined;
}

/** The functions with a kernel from doubles to doubles. */
export function doubleKernelNames(): string[] {
  return Object.keys(MODULES).flatMap((name) => name.startsWith("double ") ? [name.slice(7)] : []);
}

const known = new Map<string, Run>();

/** The function of a kernel, which is compiled when it is first asked for. */
export function compiled(name: string): Run {
  const before = known.get(name);
  if (before) return before;
  const { memory } = room();
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(name)), {
    kernels: { memory },
  });
  const run = instance.exports.run as Run;
  known.set(name, run);
  return run;
}

function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(MODULES[name]), (character) => character.charCodeAt(0));
}

/** The memory in which all kernels work, and its parts. */
export interface Room {
  readonly memory: WebAssembly.Memory;
  readonly numbers: Float32Array;
  /** The same room, for doubles. */
  readonly doubles: Float64Array;
  readonly list: Uint32Array;
}

let shared: Room | undefined;

/** The memory, which is made when it is first asked for. */
export function room(): Room {
  if (shared) return shared;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  shared = {
    memory,
    numbers: new Float32Array(memory.buffer, 0, ROOM / 4),
    doubles: new Float64Array(memory.buffer, 0, ROOM / 8),
    list: new Uint32Array(memory.buffer, LIST, ROOM / 16),
  };
  return shared;
}
