import { assert, assertEquals, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { exportCode } from "../../src/approximation/code/export_code.ts";
import { expression as ex } from "../../src/approximation/expression.ts";
import { rationalGate } from "../../src/approximation/families/rational_gate.ts";
import { polynomialFamily } from "../../src/approximation/families/polynomial_family.ts";
import { quadraticGate } from "../../src/approximation/families/quadratic_gate.ts";
import { tanhGate } from "../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { type Family, family } from "../../src/approximation/family.ts";
import { formatNamed } from "../../src/comparison/float_format.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { inArithmetic } from "../../src/workbench/in_arithmetic.ts";
import { draws } from "../accuracy/random.ts";
import { modulesOf, output, python, runs, torchPython } from "../approximation/code/_all.ts";

/** Formulas without exponentials, whose results a compiler's library does not decide. */
const rational: Record<string, Family> = {
  gate: timesX(rationalGate({ numerator: 3, denominator: 3 })),
  quadratic: timesX(quadraticGate()),
  power_sum: polynomialFamily({ degree: 7 }),
  // Two products in one sum, one product in two sums, a product taken from a number.
  products: family({
    title: "products",
    start: { a: 1.1, b: -0.7 },
    expression: (() => {
      const product = ex.multiply("a", "x");
      const other = ex.multiply("b", ex.multiply("x", "x"));
      return ex.multiply(
        ex.add(product, other),
        ex.subtract(1, ex.multiply(ex.add(product, 0.3), "x")),
      );
    })(),
  }),
};
for (const f of [rational.power_sum]) {
  f.parameters.forEach((name, k) => Object.assign(f.start, { [name]: (-0.8) ** k / (k + 1) }));
}

const random = draws(20260301);
const inputs = Array.from(
  { length: 4000 },
  (_, i) =>
    Math.fround((2 * random.uniform() - 1) * 2 ** (random.next() % 12 - 8) * (i % 5 ? 1 : 4)),
);

const cc = await runs("cc", ["--version"]);
const hasFma = cc && (await Deno.readTextFile("/proc/cpuinfo").catch(() => "")).includes(" fma ");

for (const format of ["float32", "float64"] as const) {
  for (const fma of [false, true]) {
    Deno.test({
      name: `inArithmetic() is gcc's ${format} ${fma ? "with" : "without"} -mfma, bit for bit`,
      ignore: fma ? !hasFma : !cc,
      fn: async () => {
        const type = format === "float32" ? "float" : "double";
        const parts = Object.entries(rational).map(([name, family]) =>
          exportCode({ family, parameters: family.start }, { language: "c", format, name })
        );
        const calls = Object.keys(rational).map((name) =>
          `  for (int i = 0; i < ${inputs.length}; i++) printf("%a\\n", (double) ${name}(xs[i]));`
        );
        const source = `${parts.join("\n")}
#include <stdio.h>
static const ${type} xs[] = {${inputs.join(", ")}};
int main(void) {
${calls.join("\n")}
}
`;
        const folder = await Deno.makeTempDir();
        try {
          await Deno.writeTextFile(`${folder}/all.c`, source);
          const flags = ["-std=gnu99", "-O2", ...fma ? ["-mfma"] : ["-ffp-contract=off"]];
          await output("cc", [...flags, `${folder}/all.c`, "-o", `${folder}/run`, "-lm"]);
          const values = (await output(`${folder}/run`, [])).trim().split("\n").map(fromHex);
          Object.values(rational).forEach((family, k) => {
            const f = inArithmetic({ family, parameters: family.start }, { format, fma });
            inputs.forEach((x, i) => {
              const compiled = values[k * inputs.length + i];
              // The code has the limit 0 of the left side without its sign.
              assertEquals(f(x) + 0, compiled + 0, `${family.title} at ${x}`);
            });
          });
        } finally {
          await Deno.remove(folder, { recursive: true });
        }
      },
    });
  }
}

/** A number that C printed with %a. */
function fromHex(text: string): number {
  const parts = /^(-?)0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(text);
  if (!parts) return Number(text.replace("inf", "Infinity"));
  const [, sign, whole, digits, power] = parts;
  const value = Number(BigInt(`0x${whole}${digits || ""}`)) * 2 ** (-4 * digits.length);
  return (sign ? -1 : 1) * value * 2 ** Number(power);
}

const own = await modulesOf(python, ["numpy", "ml_dtypes"]);
const torch = await modulesOf(torchPython, ["torch"]);

/** Whether a formula in Python, over a format's numbers, gives what inArithmetic does. */
async function assertAsPython(
  format: "float16" | "bfloat16",
  setup: string,
  command = python,
): Promise<void> {
  const { decode } = formatNamed(format);
  const xs = Array.from({ length: 4000 }, (_, k) => decode(BigInt(k * 16 + 7)))
    .filter(Number.isFinite);
  const formula = timesX(rationalGate({ numerator: 2, denominator: 2 }));
  const expression = ex.divide(
    ex.multiply("x", ex.polynomial(ex.multiply("x", "x"), [0.4, 0.11, 0.003])),
    ex.polynomial(ex.multiply("x", "x"), [1, 0.42, 0.06]),
  );
  assert(formula.expression);
  const source = `${setup}
x = array([${xs.join(", ")}])
s = x * x
p = x * ((c(0.003) * s + c(0.11)) * s + c(0.4))
q = (c(0.06) * s + c(0.42)) * s + c(1.0)
print(*[repr(float(v)) for v in p / q])
`;
  const values = (await output(command, ["-W", "ignore", "-"], source)).trim().split(" ")
    .map((text) => Number(text.replace("inf", "Infinity")));
  const f = inArithmetic(expression, { format });
  xs.forEach((x, i) => assertEquals(f(x), values[i], `${format} at ${x}`));
}

Deno.test({
  name: "inArithmetic() is NumPy's float16",
  ignore: !own.has("numpy"),
  fn: () =>
    assertAsPython(
      "float16",
      "import numpy as np\narray = lambda v: np.array(v, np.float16)\nc = np.float16",
    ),
});

Deno.test({
  name: "inArithmetic() is PyTorch's bfloat16",
  ignore: !torch.has("torch"),
  fn: () =>
    assertAsPython(
      "bfloat16",
      "import torch\narray = lambda v: torch.tensor(v, dtype=torch.bfloat16)\n" +
        "c = lambda v: torch.tensor(v, dtype=torch.bfloat16)",
      torchPython,
    ),
});

Deno.test({
  name: "inArithmetic() is the bfloat16 of ml_dtypes",
  ignore: !own.has("ml_dtypes"),
  fn: () =>
    assertAsPython(
      "bfloat16",
      "import numpy as np, ml_dtypes\narray = lambda v: np.array(v, np.float64).astype(ml_dtypes.bfloat16)\n" +
        "c = ml_dtypes.bfloat16",
    ),
});

Deno.test("a fused product is rounded once", () => {
  const formula = ex.subtract(ex.multiply("x", "x"), 1);
  const x = 1 + 3 * 2 ** -23;
  assertEquals(inArithmetic(formula, { format: "float32" })(x), 6 * 2 ** -23);
  const fused = inArithmetic(formula, { format: "float32", fma: true })(x);
  assertEquals(fused, 6 * 2 ** -23 + 2 ** -43);
  const wide = 1 + 3 * 2 ** -52;
  assertEquals(
    inArithmetic(formula, { format: "float64", fma: true })(wide),
    6 * 2 ** -52 + 2 ** -101,
  );
});

Deno.test("operations of 26 to 52 bits are rounded once, as whole numbers say", () => {
  const random = draws(5);
  const whole = (bits: number) =>
    (BigInt(random.next()) << 32n | BigInt(random.next() >>> 0)) % (1n << BigInt(bits));
  for (const bits of [26, 33, 41, 50, 52]) {
    const name = `e11m${bits - 1}` as const;
    const format = formatNamed(name);
    const add = inArithmetic(ex.add("x", 1), { format: name });
    const square = inArithmetic(ex.multiply("x", "x"), { format: name });
    const fused = inArithmetic(ex.add(ex.multiply("x", "x"), 1), { format: name, fma: true });
    const inverse = inArithmetic(ex.divide(1, "x"), { format: name });
    for (let k = 0; k < 400; k++) {
      const n = whole(bits) | 1n;
      const x = format.round(Number(n)) * 2 ** (k % 7 - bits);
      const big = BigInt(x * 2 ** (2 * bits));
      const unit = 1n << BigInt(2 * bits);
      assertEquals(add(x), nearest(big + unit, unit, bits), `${x} + 1 in ${bits}`);
      assertEquals(square(x), nearest(big * big, unit * unit, bits), `${x}² in ${bits}`);
      assertEquals(fused(x), nearest(big * big + unit * unit, unit * unit, bits), `${x}² + 1`);
      assertEquals(inverse(x), nearest(unit, big, bits), `1/${x} in ${bits}`);
    }
  }
});

/** The quotient of two whole numbers with so many bits, ties to even. */
function nearest(above: bigint, below: bigint, bits: number): number {
  let shift = BigInt(bits) - BigInt(above.toString(2).length - below.toString(2).length);
  for (;; shift--) {
    const [a, b] = shift >= 0n ? [above << shift, below] : [above, below << -shift];
    let [quotient, rest] = [a / b, a % b * 2n];
    if (quotient >= 1n << BigInt(bits)) continue;
    if (rest > b || (rest === b && (quotient & 1n))) quotient++;
    return Number(quotient) * 2 ** Number(-shift);
  }
}

Deno.test("subnormal numbers are flushed where the target flushes them", () => {
  const half = ex.multiply(0.5, "x");
  const { minNormal } = formatNamed("float32");
  const exact = inArithmetic(half, { format: "float32" });
  const flushing = inArithmetic(half, { format: "float32", flushSubnormals: true });
  assertEquals([exact(minNormal), flushing(minNormal)], [minNormal / 2, 0]);
  assertEquals(flushing(-minNormal / 4), -0);
});

Deno.test("an exponential may be off by some ulps, or come from a table", () => {
  const e = ex.exp("x");
  const nearest = inArithmetic(e, { format: "float16" });
  const off = inArithmetic(e, { format: "float16", exp: { ulps: 2 } });
  const xs = Array.from({ length: 400 }, (_, k) => formatNamed("float16").round(k / 50 - 4));
  const steps = xs.map((x) =>
    Math.abs(off(x) - nearest(x)) / (2 ** Math.floor(Math.log2(nearest(x))) * 2 ** -10)
  );
  assert(Math.max(...steps) <= 2 && steps.some((s) => s === 2) && steps.some((s) => s === 0));
  assertEquals(xs.map(off), xs.map(off));
  const table = inArithmetic(e, { format: "bfloat16", exp: (u) => 1 + u });
  assertEquals(table(0.5), 1.5);
});

Deno.test("storage rounds input and output only", () => {
  const formula = ex.subtract(ex.add("x", 1000), 1000);
  assertEquals(inArithmetic(formula, { format: "bfloat16" })(0.3), 0);
  const stored = inArithmetic(formula, { format: "float32", storage: "bfloat16" })(0.3);
  assertEquals(stored, 0.30078125);
});

Deno.test("certificates tell what the kernel will give", async () => {
  const fit = {
    family: timesX(tanhGate({ degree: 3, slope: Math.sqrt(2 / Math.PI) })),
    parameters: { a3: 0.044715 },
  };
  const kernel = inArithmetic(fit, { format: "bfloat16" });
  const real = await countDifferences(gelu, (x) => fit.family.f(x, fit.parameters), {
    format: "bfloat16",
  });
  const found = await countDifferences(gelu, kernel, { format: "bfloat16" });
  assert(found.differing > real.differing + 100, `${found.differing}, ${real.differing}`);
});

Deno.test("inArithmetic() refuses what it cannot compute in", () => {
  const bad = (arithmetic: unknown) => () => inArithmetic(ex.exp("x"), arithmetic as never);
  assertThrows(bad({ format: "half" }), RangeError, "current value is half");
  assertThrows(bad({ format: "float32", fused: true }), TypeError, "there is no option fused");
  assertThrows(bad({ format: "float32", exp: { ulps: -1 } }), RangeError, "must be a whole number");
  assertThrows(
    () => inArithmetic(ex.add("x", "a"), { format: "float32" }),
    TypeError,
    "a must have a number",
  );
});
