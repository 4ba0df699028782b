import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { WgslExec, WgslParser } from "wgsl_reflect";
import { all, exportable, output, python, runs } from "./_all.ts";
import { exportCode } from "../../../src/approximation/code/export_code.ts";
import { clipGate } from "../../../src/approximation/families/clip_gate.ts";
import { exp2Tail } from "../../../src/approximation/families/exp2_tail.ts";
import { tanhGate } from "../../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../../src/approximation/families/times_x.ts";
import { type Family, family } from "../../../src/approximation/family.ts";
import { fitFamily } from "../../../src/approximation/fit_family.ts";
import { gelu } from "../../../src/activations/gelu.ts";

const xs = Array.from({ length: 241 }, (_, i) => (i - 120) / 10);

/** Compares with the family's own values: a few rounding errors apart, relative to max(1, |x|). */
function assertSame(values: readonly number[], of: Family, bound: number, what: string): void {
  assertEquals(values.length, xs.length, what);
  xs.forEach((x, i) => {
    assertAlmostEquals(
      values[i],
      of.f(x, of.start),
      bound * Math.max(1, Math.abs(x)),
      `${what}(${x})`,
    );
  });
}

const numpy = await runs(python, ["-c", "import numpy"]);
const compiler = await runs("cc", ["--version"]);

Deno.test("exportCode() writes TypeScript that computes the same", async () => {
  for (const [name, family] of Object.entries(all)) {
    const code = exportCode(exportable(family), { language: "typescript", name });
    const module = await import(`data:application/typescript,${encodeURIComponent(code)}`);
    assertSame(xs.map(module[name]), family, 1e-15, name);
  }
});

Deno.test({
  name: "exportCode() writes Python that computes the same, without warnings",
  ignore: !numpy,
  async fn() {
    const parts = Object.entries(all).map(([name, family]) =>
      exportCode(exportable(family), { language: "python", name })
    );
    const script = `${parts.join("\n")}
import json
x = np.array(${JSON.stringify(xs)})
print(json.dumps([f(x).tolist() for f in (${Object.keys(all).join(", ")})]))
print(json.dumps([f(np.array([-1e4, 1e4])).tolist() for f in (tanh_form, sigmoid_form)]))
`;
    const [values, far] = (await output(python, ["-W", "error", "-"], script)).trim().split(
      "\n",
    );
    JSON.parse(values).forEach((row: number[], i: number) => {
      const [name, family] = Object.entries(all)[i];
      assertSame(row, family, 1e-15, name);
    });
    JSON.parse(far).forEach(([low, high]: number[]) => {
      assertEquals(high, 1e4);
      assertAlmostEquals(low, 0, 1e-290);
    });
  },
});

Deno.test({
  name: "exportCode() writes C that computes the same, without warnings",
  ignore: !compiler,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const parts = Object.entries(all).map(([name, family]) =>
        exportCode(exportable(family), { language: "c", name })
      );
      const calls = Object.keys(all).map((name) =>
        `  for (int i = 0; i < ${xs.length}; i++) printf("%.17g\\n", ${name}(xs[i]));`
      );
      const program = `${parts.join("\n")}
#include <stdio.h>
static const double xs[] = {${xs.join(", ")}};
int main(void) {
${calls.join("\n")}
}
`;
      await Deno.writeTextFile(`${folder}/all.c`, program);
      const flags = ["-std=c99", "-Wall", "-Wextra", "-O1"];
      await output("cc", [...flags, `${folder}/all.c`, "-o", `${folder}/all`, "-lm"]);
      const values = (await output(`${folder}/all`, [])).trim().split("\n").map(Number);
      Object.entries(all).forEach(([name, family], i) => {
        assertSame(values.slice(i * xs.length, (i + 1) * xs.length), family, 1e-15, name);
      });
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test("exportCode() writes WGSL that computes the same in float32", () => {
  for (const [name, family] of Object.entries(all)) {
    const code = exportCode(exportable(family), { language: "wgsl", name });
    const shader = `${code}
@group(0) @binding(0) var<storage, read_write> xs: array<f32>;
@compute @workgroup_size(1) fn main(@builtin(global_invocation_id) id: vec3u) {
  xs[id.x] = ${name}(xs[id.x]);
}
`;
    const buffer = Float32Array.from(xs);
    new WgslExec(new WgslParser().parse(shader)).dispatchWorkgroups("main", xs.length, {
      0: { 0: buffer },
    });
    assertSame([...buffer], family, 2e-6, name);
  }
});

Deno.test("exportCode() writes numbers with the digits that matter", () => {
  const { expression } = clipGate();
  const approximation = {
    family: { title: "line", expression },
    parameters: { k: 0.1 + 0.2 },
  };
  const line = (language: "c" | "wgsl") => exportCode(approximation, { language });
  assert(line("c").includes("0.30000000000000004 * x"));
  assert(line("wgsl").includes("0.3 * x"));
});

Deno.test("exportCode() says what was fitted and how well", () => {
  const fitted = fitFamily({
    target: gelu,
    family: exp2Tail({ degree: 2 }),
    domain: [-Infinity, Infinity],
  });
  const code = exportCode(fitted, { language: "typescript", name: "quick" });
  assert(code.includes("relu(x) − |x|·2^q(|x|), q of degree 2."));
  assert(code.includes("Error (minimax) 0.000441 on [-Infinity, Infinity]."));
});

Deno.test("exportCode() writes LaTeX by rising powers", () => {
  const tex = (family: Family) => exportCode(exportable(family), { language: "latex", name: "f" });
  assertEquals(
    tex(timesX(tanhGate({ degree: 3 }))),
    "f\\left(x\\right)\\approx x\\tfrac{1}{2}\\left(1+\\tanh\\left(0.8x\\left(1+0.045x^{2}\\right)" +
      "\\right)\\right)\n",
  );
  assertEquals(
    tex(exp2Tail({ degree: 2 })),
    "f\\left(x\\right)\\approx \\max\\left(x,0\\right)-\\left|x\\right|" +
      "2^{-1-1.15\\left|x\\right|-0.46\\left|x\\right|^{2}}\n",
  );
  for (const [name, family] of Object.entries(all)) {
    if (name === "looked") continue; // a table is no formula
    const text = tex(family);
    assertEquals(text.split("\\left").length, text.split("\\right").length);
    assertEquals(text.split("{").length, text.split("}").length);
  }
});

Deno.test("exportCode() refuses what it cannot write", () => {
  const opaque = family({ title: "opaque", start: { a: 1 }, f: (x, { a }) => a * x });
  const language = "c";
  assertThrows(() => exportCode(exportable(opaque), { language }), TypeError, "have a formula");
  const good = exportable(all.hard);
  assertThrows(() => exportCode(good, { language, name: "2x" }), RangeError, "identifier");
  assertThrows(() => exportCode(good, { language, name: "x" }), RangeError, "identifier");
  assertThrows(
    () => exportCode({ ...good, parameters: { k: NaN } }, { language }),
    RangeError,
    "k must be finite: current value is NaN",
  );
});

Deno.test("exportCode() breaks long lines inside brackets, and what it writes computes the same", async () => {
  const shape = exp2Tail({ degree: 9, smooth: true });
  const parameters = Object.fromEntries(
    shape.parameters.map((name, i) => [name, (-1) ** i * Math.PI / 10 ** (i + 1)]),
  );
  for (const language of ["typescript", "python", "c", "julia", "rust", "wgsl"] as const) {
    const code = exportCode({ family: shape, parameters }, { language });
    assert(code.split("\n").every((line) => line.length <= 84), code);
  }
  const name = "tail";
  const code = exportCode({ family: shape, parameters }, { language: "typescript", name });
  const { tail } = await import(`data:text/typescript,${encodeURIComponent(code)}`);
  for (const x of [-3, -0.5, 0.25, 2]) {
    assertAlmostEquals(tail(x), shape.f(x, parameters), 1e-14);
  }
});
