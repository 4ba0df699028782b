import type { Formulated } from "../../../src/approximation/code/exportable.ts";
import { expression as ex } from "../../../src/approximation/expression.ts";
import { clipGate } from "../../../src/approximation/families/clip_gate.ts";
import { erfGate } from "../../../src/approximation/families/erf_gate.ts";
import { exp2Tail } from "../../../src/approximation/families/exp2_tail.ts";
import { quadraticGate } from "../../../src/approximation/families/quadratic_gate.ts";
import { rationalGate } from "../../../src/approximation/families/rational_gate.ts";
import { sigmoidGate } from "../../../src/approximation/families/sigmoid_gate.ts";
import { tanhGate } from "../../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../../src/approximation/families/times_x.ts";
import { type Family, family } from "../../../src/approximation/family.ts";

const x = { kind: "name", name: "x" } as const;

/** A Python with what is tried there: "python3", or what ACTBOOK_PYTHON names. */
export const python = Deno.env.get("ACTBOOK_PYTHON") ?? "python3";
/** One that may have PyTorch: the same, or what ACTBOOK_TORCH_PYTHON names. */
export const torchPython = Deno.env.get("ACTBOOK_TORCH_PYTHON") ?? python;

/** Every kind of node occurs in one of these. */
export const all: Record<string, Family> = {
  tanh_form: timesX(tanhGate({ degree: 3 })),
  tanh_gate: tanhGate({ degree: 5, slope: 0.8 }),
  sigmoid_form: timesX(sigmoidGate({ degree: 5 })),
  hard: timesX(clipGate()),
  quadratic: timesX(quadraticGate()),
  rational: timesX(rationalGate({ numerator: 3, denominator: 3 })),
  rational_gate: rationalGate({ numerator: 2, denominator: 2 }),
  hastings: timesX(erfGate()),
  exp2_tail: exp2Tail({ degree: 3 }),
  clamped: exp2Tail({ degree: 6, clamp: 12 }),
  pieces: family({
    title: "pieces",
    start: { a: -0.3 },
    expression: ex.piecewise(ex.abs(x), [0.5, 2, 6], [
      ex.polynomial("x", ["a", 0.5, 0.25]),
      ex.estrin(ex.subtract("x", 1), [0.1, "a", 0.3, -0.2, 0.05]),
      ex.multiply("x", ex.exp2(ex.multiply(-1, ex.abs("x")))),
      0,
    ]),
  }),
  looked: family({
    title: "table",
    start: { a: 2 },
    expression: ex.piecewise(x, [-4, 4], [
      0,
      ex.table(ex.add(ex.multiply("a", "x"), 8), [...Array(16).keys()].map((k) => k * k / 50 - 1)),
      x,
    ]),
  }),
  calls: family({
    title: "calls",
    start: { a: 0.5 },
    expression: ex.add(
      ex.piecewise(x, [0], [ex.expm1(ex.min("x", 0)), ex.multiply("a", "x")]),
      ex.subtract(
        ex.log1p(ex.exp(ex.subtract(0, ex.abs("x")))),
        ex.divide(ex.floor(ex.max(-8, ex.min(8, "x"))), ex.sqrt(ex.add(1, ex.abs("x")))),
      ),
    ),
  }),
  bare_tanh: family({
    title: "−tanh(ax) − 2ˣ",
    start: { a: 0.7 },
    expression: ex.subtract(
      ex.multiply(-1, ex.tanh(ex.multiply("a", "x"))),
      ex.subtract(1, ex.multiply(-1, ex.exp2(ex.multiply(-1, ex.abs("x"))))),
    ),
  }),
};

export const exportable = (family: Family): Formulated => ({ family, parameters: family.start });

/** A command's standard output, or an error with what it wrote to the other. */
export async function output(command: string, args: string[], stdin?: string): Promise<string> {
  const child = new Deno.Command(command, {
    args,
    stdin: stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  if (stdin !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(stdin));
    await writer.close();
  }
  const { success, stdout, stderr } = await child.output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** Whether a command can be run. */
export async function runs(command: string, args: string[]): Promise<boolean> {
  return await output(command, args).then(() => true, () => false);
}

/** Those of some modules that a Python has. They are looked for, not imported, as that takes seconds. */
export async function modulesOf(command: string, modules: readonly string[]): Promise<Set<string>> {
  const source = `import importlib.util as util, sys
for name in sys.argv[1:]:
    try:
        if util.find_spec(name): print(name)
    except ImportError:
        pass`;
  const found = await output(command, ["-W", "ignore", "-c", source, ...modules]).catch(() => "");
  return new Set(found.split("\n"));
}
