import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { exportCode, type ExportOptions } from "../../../src/approximation/code/export_code.ts";
import { approximationOf } from "../../../src/approximation/approximation_of.ts";
import { all, exportable, output, runs } from "./_all.ts";

/** A Python with what is tried there, if there is one: "python3" or what ACTBOOK_PYTHON names. */
const python = Deno.env.get("ACTBOOK_PYTHON") ?? "python3";
const has = (module: string) => runs(python, ["-c", `import ${module}`]);

const middle = Array.from({ length: 241 }, (_, i) => Math.fround((i - 120) / 10));
/** The largest numbers, infinities and no number, as code and JSON can say them. */
const special = ["-inf", "-3e38", "-1e30", "-1e4", "1e4", "1e30", "3e38", "inf", "nan"];
const toNumber = (text: string) => Number(text.replace("inf", "Infinity"));
const inputs = [...middle, ...special.map(toNumber)];

const names = Object.keys(all);
const written = (options: ExportOptions) =>
  names.map((name) => exportCode(exportable(all[name]), { ...options, name }));

/** Each function at every input, against the family's own with its limits. */
function assertSame(rows: readonly (readonly number[])[], what: string, bound = 2e-6): void {
  assertEquals(rows.length, names.length);
  rows.forEach((row, i) => {
    const family = all[names[i]];
    const f = approximationOf(family, family.start);
    assertEquals(row.length, inputs.length, what);
    row.forEach((value, k) => {
      const [x, right] = [inputs[k], f(inputs[k])];
      const label = `${names[i]}(${x}) in ${what}`;
      // Beyond the largest float32.
      if (Math.abs(right) > 3.4e38) assert(value === right || Math.abs(value) > 3e38, label);
      else {assertAlmostEquals(
          value,
          right,
          bound * Math.max(1, Math.abs(x) < 1e5 ? Math.abs(x) : Math.abs(right)),
          label,
        );}
    });
  });
}

const parsed = (text: string) =>
  text.trim().split("\n").map((line) => line.trim().split(/\s+/).map(toNumber));

/** A program of C or C++ that prints every function at every input. */
function program(parts: readonly string[], type: string): string {
  const values = [...middle.map((x) => `${x}`), ...special.slice(1, -2)];
  const calls = names.map((name) =>
    `  for (int i = 0; i < ${inputs.length}; i++) printf("%.9g ", (double) ${name}(xs[i]));\n` +
    '  printf("\\n");'
  );
  return `${parts.join("\n")}
#include <stdio.h>
#include <math.h>
int main() {
  const ${type} xs[] = {${values.slice(0, middle.length).join(", ")}, -INFINITY,
    ${values.slice(middle.length).join(", ")}, INFINITY, NAN};
${calls.join("\n")}
}
`;
}

async function compiled(command: string, file: string, source: string, args: string[]) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/${file}`, source);
    await output(command, [`${folder}/${file}`, "-o", `${folder}/run`, ...args]);
    return parsed(await output(`${folder}/run`, []));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const cc = await runs("cc", ["--version"]);
const cpp = await runs("g++", ["--version"]);

for (const format of ["float32", "float64"] as const) {
  Deno.test({
    name: `C in ${format} is right, at infinities, huge numbers and NaN too`,
    ignore: !cc,
    fn: async () => {
      const type = format === "float32" ? "float" : "double";
      const source = program(written({ language: "c", format }), type);
      const flags = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-O1", "-ffp-contract=off", "-lm"];
      assertSame(await compiled("cc", "all.c", source, flags), `C, ${format}`);
    },
  });
}

/** What stands for the headers of a language that this machine has no compiler of. */
const shims: Readonly<Record<string, string>> = {
  cuda: "#include <cmath>\n#define __device__\n#define __forceinline__ inline\n",
  metal: "#include <cmath>\nnamespace metal { using std::exp; using std::exp2; using std::tanh; " +
    "using std::fabs; using std::fmin; using std::fmax; " +
    "inline float sign(float x) { return (x > 0) - (x < 0); } }\n",
  glsl: "#include <cmath>\nusing std::exp; using std::exp2; using std::tanh; using std::abs;\n" +
    "static float sign(float x) { return (x > 0) - (x < 0); }\n" +
    "static float min(float a, float b) { return a < b ? a : b; }\n" +
    "static float max(float a, float b) { return a > b ? a : b; }\n",
};

for (const language of ["cuda", "metal", "glsl"] as const) {
  Deno.test({
    name: `${language}, compiled as C++ with stand-ins for its own functions, is right`,
    ignore: !cpp,
    fn: async () => {
      const parts = written({ language }).map((text) =>
        text.replace("#include <metal_stdlib>", "")
      );
      const source = program([shims[language], ...parts], "float");
      const rows = await compiled("g++", "all.cpp", source, ["-O1", "-ffp-contract=off"]);
      // A minimum and maximum of GLSL may drop NaN.
      assertSame(rows, language);
    },
  });
}

Deno.test({
  name: "Rust is right",
  ignore: !await runs("rustc", ["--version"]),
  fn: async () => {
    const values = [...middle.map((x) => `${x}f32`), "f32::NEG_INFINITY"]
      .concat(special.slice(1, -2).map((x) => `${x}f32`), "f32::INFINITY", "f32::NAN");
    const calls = names.map((name) =>
      `    for &x in xs.iter() { print!("{} ", ${name}(x)); }\n    println!();`
    );
    const source = `${written({ language: "rust" }).join("\n")}
fn main() {
    let xs: [f32; ${inputs.length}] = [${values.join(", ")}];
${calls.join("\n")}
}
`;
    assertSame(await compiled("rustc", "all.rs", source, ["-O", "-A", "warnings"]), "Rust");
  },
});

const array = `[${[...middle, ...special.map((x) => `float("${x}")`)].join(", ")}]`;
const printed = `for row in rows: print(*[repr(float(v)) for v in row])\n`;

const scripts: Readonly<
  Record<string, { module: string; language: ExportOptions["language"]; run: string }>
> = {
  NumPy: {
    module: "numpy",
    language: "python",
    run: `import numpy as np\nx = np.array(${array})\nrows = [f(x) for f in functions]\n`,
  },
  JAX: {
    module: "jax",
    language: "jax",
    run: `import jax\nx = ${array}\nrows = [f(jax.numpy.array(x)) for f in functions]\n`,
  },
  PyTorch: {
    module: "torch",
    language: "pytorch",
    run: `import torch\nx = torch.tensor(${array})\nrows = [f(x) for f in functions]\n`,
  },
};

for (const [name, { module, language, run }] of Object.entries(scripts)) {
  Deno.test({
    name: `${name} is right, at infinities, huge numbers and NaN too`,
    ignore: !await has(module),
    fn: async () => {
      const source = `${written({ language }).join("\n")}
functions = [${names.join(", ")}]
${run}${printed}`;
      assertSame(parsed(await output(python, ["-W", "error", "-"], source)), name);
    },
  });
}

Deno.test({
  name: "the backward of PyTorch is the derivative",
  ignore: !await has("torch"),
  fn: async () => {
    const source = `${written({ language: "pytorch" }).join("\n")}
x = torch.linspace(-6, 6, 97, dtype=torch.float64, requires_grad=True)
for f in [${names.join(", ")}]:
    (slope,) = torch.autograd.grad(f(x).sum(), x)
    print(*[repr(float(v)) for v in slope])
`;
    const rows = parsed(await output(python, ["-"], source));
    rows.forEach((row, i) => {
      const slope = approximationOf(all[names[i]], all[names[i]].start).derivative!;
      row.forEach((value, k) => {
        const x = -6 + k / 8;
        assertAlmostEquals(value, slope(x), 1e-6, `${names[i]}′(${x})`);
      });
    });
  },
});

Deno.test({
  name: "ONNX runs in onnxruntime and is right",
  ignore: !(await has("onnx") && await has("onnxruntime")),
  fn: async () => {
    const source = `import json, numpy as np, onnx, onnxruntime
texts = json.loads(r'''${JSON.stringify(written({ language: "onnx" }))}''')
x = np.array(${array}, np.float32)
for text in texts:
    model = onnx.parser.parse_model(text)
    onnx.checker.check_model(model)
    session = onnxruntime.InferenceSession(model.SerializeToString())
    (y,) = session.run(None, {"x": x})
    print(*[repr(float(v)) for v in y])
`;
    assertSame(parsed(await output(python, ["-"], source)), "ONNX");
  },
});

Deno.test({
  name: "StableHLO is parsed by MLIR's own parser",
  ignore: !await has("jaxlib.mlir.dialects.stablehlo"),
  fn: async () => {
    const source = `import json
from jax._src.interpreters import mlir
from jaxlib.mlir import ir
texts = json.loads(r'''${JSON.stringify(written({ language: "stablehlo" }))}''')
for text in texts:
    with mlir.make_ir_context():
        assert ir.Module.parse(text).operation.verify()
print(len(texts))
`;
    assertEquals((await output(python, ["-"], source)).trim(), String(names.length));
  },
});

Deno.test("words of a language and of its code are no names", () => {
  const cases: [ExportOptions["language"], string][] = [
    ["c", "double"],
    ["c", "exp"],
    ["python", "lambda"],
    ["python", "np"],
    ["pytorch", "torch"],
    ["rust", "match"],
    ["julia", "end"],
    ["wgsl", "select"],
    ["typescript", "function"],
  ];
  for (const [language, name] of cases) {
    let message = "";
    try {
      exportCode(exportable(all.hard), { language, name });
    } catch (error) {
      message = (error as Error).message;
    }
    assert(message.includes(`current value is ${name}`), `${language} takes ${name}`);
  }
});

Deno.test("a title cannot end the comment it stands in", () => {
  const wicked = { ...all.hard, title: 'a */ b """ c\n# d' };
  for (const language of ["c", "python", "rust"] as const) {
    const text = exportCode({ family: wicked, parameters: all.hard.start }, { language });
    assert(!text.includes("*/ b") && !text.includes('""" c') && !text.includes("\n# d"));
  }
});
