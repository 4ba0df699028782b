/**
 * Programs that compute exported code at given inputs, for the languages of which this machine has a
 * compiler or a library.
 *
 * @module
 */

import type { CodeFormat } from "../../../src/approximation/code/languages/_language.ts";
import type { LanguageName } from "../../../src/approximation/code/export_code.ts";
import { modulesOf, output, python, runs, torchPython } from "./_all.ts";

const wanted = ["numpy", "jax", "jaxlib.mlir.dialects.stablehlo", "onnx", "onnxruntime"];
const grammars = ["tree_sitter", "tree_sitter_julia", "tree_sitter_cuda", "tree_sitter_cpp"];
const [own, torch] = await Promise.all([
  modulesOf(python, [...wanted, ...grammars, "tree_sitter_rust"]),
  modulesOf(torchPython, ["torch"]),
]);

/** Whether Python has a module that is tried here. */
export const has = (module: string): boolean => own.has(module) || torch.has(module);

/** Functions by name, each with its code. */
export type Codes = Readonly<Record<string, string>>;

/** How a language is run. */
export interface Runner {
  readonly title: string;
  readonly language: LanguageName;
  readonly format: CodeFormat;
  readonly ready: boolean;
  /** Whether its subnormal numbers may come out as zeros. */
  readonly flushes?: boolean;
  /** Whether a choice loses the sign of a zero. */
  readonly losesSigns?: boolean;
  /** Each function at each input. */
  readonly run: (codes: Codes, inputs: readonly number[]) => Promise<number[][]>;
}

const toNumber = (text: string) => Number(text.replace("inf", "Infinity"));
const parsed = (text: string) =>
  text.trim().split("\n").map((line) => line.trim().split(/\s+/).map(toNumber));
const text = (x: number) => Object.is(x, -0) ? "-0.0" : String(x);

/** Numbers as C can say them. */
const cNumber = (x: number) =>
  Number.isNaN(x) ? "NAN" : Math.abs(x) === Infinity ? (x < 0 ? "-INFINITY" : "INFINITY") : text(x);

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

/** A program of C or C++ that prints every function at every input. */
function program(codes: Codes, inputs: readonly number[], type: string, head = ""): string {
  const calls = Object.keys(codes).map((name) =>
    `  for (int i = 0; i < ${inputs.length}; i++) printf("%.17g ", (double) ${name}(xs[i]));\n` +
    '  printf("\\n");'
  );
  return `${head}${Object.values(codes).join("\n")}
#include <stdio.h>
#include <math.h>
int main() {
  const ${type} xs[] = {${inputs.map(cNumber).join(", ")}};
${calls.join("\n")}
}
`;
}

/** What stands for the headers of a language that this machine has no compiler of. */
const shims = {
  cuda: "#include <cmath>\n#define __device__\n#define __forceinline__ inline\n",
  metal: "#include <cmath>\nnamespace metal { using std::exp; using std::exp2; using std::tanh; " +
    "using std::fabs; using std::fmin; using std::fmax; using std::atanh; using std::sqrt; " +
    "using std::floor; inline float clamp(float x, float a, float b) { return fmin(fmax(x, a), b); } " +
    "inline float sign(float x) { return (x > 0) - (x < 0); } }\n",
  glsl: "#include <cmath>\nusing std::exp; using std::exp2; using std::tanh; using std::abs;\n" +
    "using std::atanh; using std::sqrt; using std::floor;\n" +
    "static float sign(float x) { return (x > 0) - (x < 0); }\n" +
    "static float min(float a, float b) { return a < b ? a : b; }\n" +
    "static float max(float a, float b) { return a > b ? a : b; }\n" +
    "static float clamp(float x, float a, float b) { return min(max(x, a), b); }\n",
} as const;

/** float[] of GLSL is an array's constructor; C++ has braces for it. */
const glslToCpp = (code: string) => code.replace(/float\[\d+\]\((.*)\);/g, "{$1};");

const list = (inputs: readonly number[]) =>
  `[${
    inputs.map((x) => Number.isFinite(x) ? text(x) : `float("${String(x).replace("inity", "")}")`)
      .join(", ")
  }]`;

/** A script of Python whose `rows` are printed. */
async function scripted(codes: Codes, setup: string, command: string): Promise<number[][]> {
  const source = `${Object.values(codes).join("\n")}
functions = [${Object.keys(codes).join(", ")}]
${setup}
for row in rows: print(*[repr(float(v)) for v in row])
`;
  return parsed(await output(command, ["-W", "error", "-"], source));
}

const cc = await runs("cc", ["--version"]);
const cpp = await runs("g++", ["--version"]);
const gpu = await runs(Deno.execPath(), [
  "eval",
  "--unstable-webgpu",
  "if (!await navigator.gpu?.requestAdapter()) Deno.exit(1)",
]);

const c = (format: CodeFormat): Runner => ({
  title: `C in ${format}`,
  language: "c",
  format,
  ready: cc,
  run: (codes, inputs) => {
    const type = format === "float32" ? "float" : "double";
    const flags = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-O1", "-ffp-contract=off", "-lm"];
    return compiled("cc", "all.c", program(codes, inputs, type), flags);
  },
});

const asCpp = (language: "cuda" | "metal" | "glsl"): Runner => ({
  title: `${language}, compiled as C++ with stand-ins for its own functions,`,
  language,
  format: "float32",
  ready: cpp,
  run: (codes, inputs) => {
    const plain = Object.fromEntries(
      Object.entries(codes).map(([name, code]) => [
        name,
        glslToCpp(code.replace("#include <metal_stdlib>", "")),
      ]),
    );
    const source = program(plain, inputs, "float", shims[language]);
    return compiled("g++", "all.cpp", source, ["-O1", "-ffp-contract=off"]);
  },
});

/** Runs shaders on whatever adapter WebGPU finds, be it a processor that plays one. */
const wgslScript = (codes: Codes, inputs: readonly number[]) => `
const codes = ${JSON.stringify(codes)};
const inputs = Float32Array.from([${
  inputs.map(String).map((t) => t === "0" ? "0" : t).join(", ")
}]);
${inputs.flatMap((x, i) => Object.is(x, -0) ? [`inputs[${i}] = -0;`] : []).join("\n")}
const device = await (await navigator.gpu.requestAdapter()).requestDevice();
for (const [name, code] of Object.entries(codes)) {
  device.pushErrorScope("validation");
  const module = device.createShaderModule({ code: code + \`
@group(0) @binding(0) var<storage, read_write> xs: array<f32>;
@compute @workgroup_size(1) fn run_all(@builtin(global_invocation_id) id: vec3u) {
  xs[id.x] = \${name}(xs[id.x]);
}\` });
  const pipeline = device.createComputePipeline({ layout: "auto", compute: { module, entryPoint: "run_all" } });
  const size = inputs.byteLength;
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const buffer = device.createBuffer({ size, usage });
  const read = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(buffer, 0, inputs);
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries: [{ binding: 0, resource: { buffer } }] }));
  pass.dispatchWorkgroups(inputs.length);
  pass.end();
  encoder.copyBufferToBuffer(buffer, 0, read, 0, size);
  device.queue.submit([encoder.finish()]);
  const error = await device.popErrorScope();
  if (error) throw new Error(name + ": " + error.message);
  await read.mapAsync(GPUMapMode.READ);
  console.log([...new Float32Array(read.getMappedRange())].map((x) => Object.is(x, -0) ? "-0" : String(x)).join(" "));
}
Deno.exit(0);
`;

const arrays: readonly [string, LanguageName, string, string, boolean?][] = [
  ["NumPy", "python", "numpy", "x = np.array(INPUTS)\nrows = [f(x) for f in functions]"],
  [
    "JAX",
    "jax",
    "jax",
    "x = jnp.array(INPUTS, jnp.float32)\nrows = [f(x) for f in functions]",
    true,
  ],
  ["PyTorch", "pytorch", "torch", "x = torch.tensor(INPUTS)\nrows = [f(x) for f in functions]"],
];

/** All that can be tried. */
export const runners: readonly Runner[] = [
  {
    title: "TypeScript",
    language: "typescript",
    format: "float64",
    ready: true,
    run: (codes, inputs) =>
      Promise.all(
        Object.entries(codes).map(async ([name, code]) => {
          const module = await import(`data:application/typescript,${encodeURIComponent(code)}`);
          return inputs.map((x) => module[name](x));
        }),
      ),
  },
  c("float32"),
  c("float64"),
  asCpp("cuda"),
  asCpp("metal"),
  asCpp("glsl"),
  {
    title: "WGSL on WebGPU",
    language: "wgsl",
    format: "float32",
    ready: gpu,
    flushes: true,
    run: async (codes, inputs) => {
      const script = wgslScript(codes, inputs);
      return parsed(await output(Deno.execPath(), ["eval", "--unstable-webgpu", script]));
    },
  },
  {
    title: "Rust",
    language: "rust",
    format: "float32",
    ready: await runs("rustc", ["--version"]),
    run: (codes, inputs) => {
      const number = (x: number) =>
        Number.isNaN(x)
          ? "f32::NAN"
          : Math.abs(x) === Infinity
          ? `f32::${x < 0 ? "NEG_" : ""}INFINITY`
          : `${text(x)}f32`;
      const calls = Object.keys(codes).map((name) =>
        `    for &x in xs.iter() { print!("{} ", ${name}(x)); }\n    println!();`
      );
      const source = `${Object.values(codes).join("\n")}
fn main() {
    let xs: [f32; ${inputs.length}] = [${inputs.map(number).join(", ")}];
${calls.join("\n")}
}
`;
      return compiled("rustc", "all.rs", source, ["-O", "-A", "warnings"]);
    },
  },
  ...arrays.map(([title, language, module, setup, flushes]): Runner => ({
    title,
    language,
    format: language === "python" ? "float64" : "float32",
    ready: has(module),
    flushes,
    run: (codes, inputs) =>
      scripted(
        codes,
        setup.replace("INPUTS", list(inputs)),
        module === "torch" ? torchPython : python,
      ),
  })),
  {
    title: "ONNX in onnxruntime",
    language: "onnx",
    format: "float32",
    // onnxruntime computes Where as a sum.
    losesSigns: true,
    ready: has("onnx") && has("onnxruntime"),
    run: async (codes, inputs) => {
      const source = `import json, numpy as np, onnx, onnx.parser, onnxruntime
texts = json.loads(r'''${JSON.stringify(Object.values(codes))}''')
x = np.array(${list(inputs)}, np.float32)
for text in texts:
    model = onnx.parser.parse_model(text)
    onnx.checker.check_model(model)
    session = onnxruntime.InferenceSession(model.SerializeToString())
    (y,) = session.run(None, {"x": x})
    print(*[repr(float(v)) for v in y])
`;
      return parsed(await output(python, ["-"], source));
    },
  },
];
