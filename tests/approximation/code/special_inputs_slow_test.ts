/**
 * Code of a fit, of pieces, of a table and of functions of the catalogue at the inputs where code goes
 * wrong: what ours gives there, to the sign of a zero, in every language that this machine can run.
 */

import { assert, assertEquals } from "@std/assert";
import * as activations from "../../../src/activations/mod.ts";
import { type Exportable, exportCode } from "../../../src/approximation/code/export_code.ts";
import { exp2Tail } from "../../../src/approximation/families/exp2_tail.ts";
import { sigmoidGate } from "../../../src/approximation/families/sigmoid_gate.ts";
import { timesX } from "../../../src/approximation/families/times_x.ts";
import { fitFamily } from "../../../src/approximation/fit_family.ts";
import type { RealFunction } from "../../../src/calculus/real_function.ts";
import { fitPieces } from "../../../src/workbench/pieces/fit_pieces.ts";
import { lookupTable } from "../../../src/workbench/pieces/lookup_table.ts";
import { runners } from "./_runners.ts";

const { gelu, geluTanh, tanh } = activations;
const domain = [-10, 10] as const;

/** What is exported, what it should be, and how far it may be off beside max(1, |x|). */
const cases: Readonly<Record<string, readonly [Exportable, RealFunction, number?]>> = {
  fitted: [fitFamily({ target: gelu, family: exp2Tail({ degree: 3 }), domain }), gelu, 1e-4],
  gate: [
    fitFamily({ target: gelu, family: timesX(sigmoidGate({ degree: 3 })), domain }),
    gelu,
    4e-4,
  ],
  pieces: [fitPieces({ target: gelu, degree: 3, pieces: 3, symmetry: "relu" }), gelu, 1e-3],
  odd_pieces: [
    fitPieces({ target: tanh, degree: 3, pieces: 3, symmetry: "odd", continuous: true }),
    tanh,
    2e-3,
  ],
  looked_up: [lookupTable({ target: gelu, entries: 64, symmetry: "relu" }), gelu, 5e-4],
  ...Object.fromEntries(
    ["elu", "hardSwish", "leakyRelu", "mish", "relu", "relu6", "selu", "sigmoid", "silu"]
      .concat(["softplus", "softsign", "squareplus", "tanh", "logSigmoid", "hardTanh", "logCosh"])
      .map((id) => [`own_${id}`, [activations.activations[id], activations.activations[id]]]),
  ),
  own_gelu_tanh: [geluTanh, geluTanh],
  slope_of_silu: [activations.silu.derivative, activations.silu.derivative],
  slope_of_tanh: [tanh.derivative, tanh.derivative],
};
const names = Object.keys(cases);

const largest = 3.4028234663852886e38;
const special = [0, largest, 2 ** -149, 3 * 2 ** -130, 1e30, 1e4, 88, 20, Infinity];
const inputs = [...special.flatMap((x) => [x, -x]), NaN];

/** Both zeros, infinities, NaN and numbers the size of the largest must be the same. */
function assertSame(
  found: number,
  right: number,
  x: number,
  allowed: { off: number; format: string; flushes?: boolean; label: string },
): void {
  const { off, format, flushes, label } = allowed;
  const rounded = format === "float32" ? Math.fround(right) : right;
  const said = `${label}: ${found} is not ${rounded}`;
  // Beyond the largest float32 doubles go on.
  if (Math.abs(right) > largest) return assert(found === right || found === rounded, said);
  const tiny = Math.abs(x) < 2 ** -126 && x !== 0;
  if (tiny && flushes && found === 0) return;
  if (Number.isFinite(rounded) && rounded !== 0 && !tiny) {
    const scale = Math.max(1, Math.abs(x) < 1e5 ? Math.abs(x) : Math.abs(right));
    return assert(Math.abs(found - right) <= off * scale, said);
  }
  if (tiny) return assert(Math.abs(found - right) <= off, said);
  // Which of two zeros a maximum gives is left open in C and in shaders.
  if (Object.is(rounded, 0) && Object.is(found, -0)) return;
  assertEquals(found, rounded, said);
}

for (const { title, language, format, ready, flushes, losesSigns, run } of runners) {
  Deno.test({
    name: `${title} has the special values of ours`,
    ignore: !ready,
    fn: async () => {
      const asked = { language, format };
      const codes = Object.fromEntries(
        names.map((name) => [name, exportCode(cases[name][0], { ...asked, name })]),
      );
      const rows = await run(codes, inputs);
      const wrong: string[] = [];
      rows.forEach((row, i) => {
        const [, f, off = 3e-6] = cases[names[i]];
        row.forEach((value, k) => {
          const x = inputs[k];
          const label = `${names[i]}(${Object.is(x, -0) ? "-0" : x})`;
          try {
            if (losesSigns && value === 0 && Math.fround(f(x)) === 0) return;
            assertSame(value, f(x), x, { off, format, flushes, label });
          } catch (error) {
            wrong.push((error as Error).message);
          }
        });
      });
      assertEquals(wrong, []);
    },
  });
}
