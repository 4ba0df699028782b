/**
 * Exported code and rounded arithmetic, beside NumPy, JAX, onnxruntime, StableHLO's parser, PyTorch,
 * WGSL and GLSL: the tests that `deno task test` leaves out on a machine without them, here with all
 * of them. Julia stays uncompiled, and CUDA and Metal are compiled as C++ with stand-ins.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { pythonEnvironment } from "./_environment.ts";

const root = `${import.meta.dirname}/../..`;
const files = [
  "tests/approximation/code/export_code_test.ts",
  "tests/approximation/code/languages_test.ts",
  "tests/approximation/code/special_inputs_slow_test.ts",
  "tests/workbench/in_arithmetic_test.ts",
];

/** What became of the tests whose names have one of some words in them, by their names. */
async function outcomes(python: string, words: readonly string[]): Promise<[string, string][]> {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "-A", "--no-check", "--lock=tests/deno.lock"],
      `--filter=/${words.join("|")}/`,
      ...files,
    ],
    cwd: root,
    env: { ACTBOOK_PYTHON: python, NO_COLOR: "1", JAX_PLATFORMS: "cpu" },
    stdin: "null",
  }).output();
  const text = new TextDecoder().decode(stdout);
  // A slow test's line is broken by a remark that it is slow.
  const lines = text.matchAll(/^(\S.*?) \.\.\.(?:\s*'.*\n)* (ok|FAILED|ignored)\b/gm);
  const found = [...lines].map(([, name, outcome]): [string, string] => [name, outcome]);
  if (found.some(([, outcome]) => outcome !== "ok")) {
    console.error(text, new TextDecoder().decode(stderr));
  }
  return found.sort();
}

const passed = (names: readonly string[]) => [...names].sort().map((name) => [name, "ok"]);
const inputs = "is right, at infinities, huge numbers and NaN too";
const special = "has the special values of ours";

Deno.test("code for NumPy, JAX, ONNX, StableHLO and GLSL is what it says", async () => {
  const python = `${await pythonEnvironment("languages")}/python`;
  const words = [
    "NumPy",
    "JAX",
    "ONNX",
    "StableHLO is",
    "ml_dtypes",
    "writes Python",
    "own compiler",
  ];
  assertEquals(
    await outcomes(python, words),
    passed([
      ...["NumPy", "JAX", "ONNX in onnxruntime"].flatMap((name) => [
        `${name} ${inputs}`,
        `${name} ${special}`,
      ]),
      "StableHLO is parsed by MLIR's own parser",
      "GLSL is compiled by Khronos' own compiler",
      "exportCode() writes Python that computes the same, without warnings",
      "inArithmetic() is NumPy's float16",
      "inArithmetic() is the bfloat16 of ml_dtypes",
    ]),
    "GLSL needs: apt-get install glslang-tools",
  );
});

Deno.test("code for WGSL is what it says, on any adapter of WebGPU", async () => {
  assertEquals(
    await outcomes("python3", ["WGSL on WebGPU"]),
    passed([`WGSL on WebGPU ${inputs}`, `WGSL on WebGPU ${special}`]),
    "without a graphics card: apt-get install mesa-vulkan-drivers",
  );
});

Deno.test("code for PyTorch is what it says, its backward and its bfloat16 too", async () => {
  // Debian's: PyPI's takes gigabytes.
  assertEquals(
    await outcomes("/usr/bin/python3", ["PyTorch"]),
    passed([
      `PyTorch ${inputs}`,
      `PyTorch ${special}`,
      "the backward of PyTorch is the derivative",
      "inArithmetic() is PyTorch's bfloat16",
    ]),
    "it needs: apt-get install python3-torch",
  );
});
