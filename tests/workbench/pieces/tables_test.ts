import { assert, assertEquals, assertThrows } from "@std/assert";
import { gelu } from "../../../src/activations/gelu.ts";
import { softplus } from "../../../src/activations/softplus.ts";
import { tanh } from "../../../src/activations/tanh.ts";
import { grid } from "../../../src/calculus/grid.ts";
import { finiteValues } from "../../../src/comparison/finite_values.ts";
import { formatNamed } from "../../../src/comparison/float_format.ts";
import { inArithmetic } from "../../../src/workbench/in_arithmetic.ts";
import { lookupTable, type TableOptions } from "../../../src/workbench/pieces/lookup_table.ts";
import {
  type QuantisedOptions,
  quantisedTable,
} from "../../../src/workbench/pieces/quantised_table.ts";
import { saturationOf } from "../../../src/workbench/pieces/saturation_of.ts";
import { output, runs } from "../../approximation/code/_all.ts";

Deno.test("a table errs by what it says, and by half of a plain one", () => {
  for (const target of [gelu, softplus, tanh]) {
    const { f, error, ends, values } = lookupTable({ target, entries: 64 });
    const sampled = Math.max(...grid(-12, 12, 20_000).map((x) => Math.abs(f(x) - target(x))));
    assert(sampled <= error * (1 + 1e-2), `${target.id}: ${sampled}, ${error}`);
    const step = (ends[1] - ends[0]) / (values.length - 1);
    const plain = Math.max(
      ...grid(-2, 2, 2000).map((x) => {
        const left = Math.floor(x / step) * step;
        const part = (x - left) / step;
        return Math.abs(target(left) * (1 - part) + target(left + step) * part - target(x));
      }),
    );
    assert(error < 0.62 * plain, `${target.id}: ${error}, ${plain}`);
  }
});

Deno.test("twice the entries make a quarter of the error with lines, a half without", () => {
  const errors = (interpolation: "linear" | "nearest") =>
    [64, 128].map((entries) =>
      lookupTable({ target: tanh, entries, interpolation, domain: [-4, 4] }).error
    );
  const [[wide, fine], [coarse, less]] = [errors("linear"), errors("nearest")];
  assert(Math.abs(wide / fine - 4) < 0.6 && Math.abs(coarse / less - 2) < 0.2);
});

Deno.test("a monotonic table rises in float16 arithmetic, at every input", () => {
  const table = lookupTable({
    target: tanh,
    entries: 64,
    symmetry: "odd",
    format: "float16",
    monotonic: true,
  });
  const kernel = inArithmetic(table, { format: "float32", storage: "float16" });
  const xs = [...finiteValues(formatNamed("float16"))].sort((a, b) => a - b);
  xs.slice(1).forEach((x, k) => assert(kernel(x) >= kernel(xs[k]), `${x}`));
  assertThrows(
    () => lookupTable({ target: gelu, entries: 64, monotonic: true }),
    RangeError,
    "the target must be monotonic",
  );
});

Deno.test("saturation is where nothing is left to compute, and not before", () => {
  for (const name of ["float16", "bfloat16", "e5m2", "e4m3fn"] as const) {
    const format = formatNamed(name);
    const { left, right } = saturationOf(gelu, name);
    let [first, last] = [-Infinity, Infinity];
    for (const x of finiteValues(format)) {
      const value = format.round(gelu(x));
      if (x < 0 && value !== 0 && first === -Infinity) first = x;
      if (x > 0 && value !== x) last = x;
    }
    assert(left!.from < first && right!.from > last, name);
    assertEquals(format.round(gelu(left!.from)) + 0, 0);
    assertEquals(format.round(gelu(right!.from)), right!.from);
  }
  const { left, right } = saturationOf(gelu, "float32");
  assert(Math.abs(left!.from + 14.356) < 1e-3 && Math.abs(right!.from - 5.3475) < 1e-3);
  assertEquals(saturationOf(Math.exp, "float32").right, null);
});

const quantised = (bits: 8 | 16): QuantisedOptions => {
  const scale = 8 * 2 ** (1 - bits);
  return {
    target: gelu,
    bits,
    input: { scale, zeroPoint: 3 },
    output: { scale, zeroPoint: -5 },
  };
};

Deno.test("a table of whole numbers is right at all of 8 bits, and one step off at most of 16", () => {
  const [narrow, wide] = ([8, 16] as const).map((bits) => quantisedTable(quantised(bits)));
  assertEquals([narrow.values.length, narrow.steps], [256, 0]);
  assertEquals(wide.values.length, 513);
  assert(wide.steps <= 1, `${wide.steps} at ${wide.stepsAt}`);
  assertEquals(wide.f(32767), 32759);
});

for (const bits of [8, 16] as const) {
  Deno.test({
    name: `the C of a table of ${bits} bits gives what the table gives, at every input`,
    ignore: !await runs("cc", ["--version"]),
    fn: async () => {
      const table = quantisedTable(quantised(bits));
      const half = 2 ** (bits - 1);
      const source = `${table.code("gelu")}
#include <stdio.h>
int main(void) { for (int q = -${half}; q < ${half}; q++) printf("%d\\n", gelu(q)); return 0; }
`;
      const folder = await Deno.makeTempDir();
      try {
        await Deno.writeTextFile(`${folder}/all.c`, source);
        await output("cc", ["-Wall", "-Werror", `${folder}/all.c`, "-o", `${folder}/run`]);
        const values = (await output(`${folder}/run`, [])).trim().split("\n").map(Number);
        values.forEach((value, k) => assertEquals(value, table.f(k - half), `${k - half}`));
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

Deno.test("tables that make no sense are refused", () => {
  const table = (options: object) => () =>
    lookupTable({ target: gelu, entries: 8, ...options } as TableOptions);
  assertThrows(table({ entries: 1 }), RangeError, "from 2 to 4096");
  assertThrows(table({ symmetry: "even" }), RangeError, "must be even");
  assertThrows(table({ target: Math.exp }), RangeError, "must be bounded on the right");
  const whole = (options: object) => () => quantisedTable({ ...quantised(8), ...options });
  assertThrows(whole({ bits: 12 }), RangeError, "must be one of 8, 16");
  assertThrows(whole({ input: { scale: 0 } }), RangeError, "scale of the input must be above 0");
  assertThrows(whole({ output: { scale: 1, zeroPoint: 200 } }), RangeError, "zero point");
  assertThrows(whole({ target: () => NaN }), RangeError, "must be a number");
  assertThrows(() => quantisedTable(quantised(8)).code("a b"), RangeError, "identifier");
});
