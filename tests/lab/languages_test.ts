/**
 * Exported code and rounded arithmetic, beside NumPy, JAX, onnxruntime, StableHLO's parser, PyTorch,
 * WGSL, GLSL and the grammars of Julia, Rust, CUDA and Metal: the tests that `deno task test` leaves out
 * on a machine without them, here with all that pip installs and what Debian has. What Debian lacks is
 * named, and no failure.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { once } from "../../src/special/_once.ts";
import { pythonEnvironment } from "./_environment.ts";

const root = `${import.meta.dirname}/../..`;
const files = [
  "tests/approximation/code/export_code_test.ts",
  "tests/approximation/code/languages_test.ts",
  "tests/approximation/code/special_inputs_slow_test.ts",
  "tests/workbench/in_arithmetic_test.ts",
];
const inputs = "is right, at infinities, huge numbers and NaN too";
const special = "has the special values of ours";

/** What pip installs is there. */
const always = [
  ...["NumPy", "JAX", "ONNX in onnxruntime"].flatMap((name) => [
    `${name} ${inputs}`,
    `${name} ${special}`,
  ]),
  "StableHLO is parsed by MLIR's own parser",
  "Julia, Rust, CUDA and Metal are parsed by the grammars of tree-sitter",
  "exportCode() writes Python that computes the same, without warnings",
  "inArithmetic() is NumPy's float16",
  "inArithmetic() is the bfloat16 of ml_dtypes",
];

/** What Debian may have, by the packages. */
const perhaps: Readonly<Record<string, readonly string[]>> = {
  "glslang-tools": ["GLSL is compiled by Khronos' own compiler"],
  // An adapter of WebGPU without a graphics card.
  "mesa-vulkan-drivers": [`WGSL on WebGPU ${inputs}`, `WGSL on WebGPU ${special}`],
  // PyPI's takes gigabytes.
  "python3-torch": [
    `PyTorch ${inputs}`,
    `PyTorch ${special}`,
    "the backward of PyTorch is the derivative",
    "inArithmetic() is PyTorch's bfloat16",
  ],
};

/** What became of all these tests, by their names: one run, as each looks for everything first. */
const outcomes = once(async (): Promise<Map<string, string>> => {
  const python = `${await pythonEnvironment("languages")}/python`;
  const names = [...always, ...Object.values(perhaps).flat()];
  const filter = names.map((name) => name.replace(/[().]/g, "\\$&")).join("|");
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "-A", "--no-check", "--lock=tests/deno.lock", "--parallel"],
      `--filter=/^(${filter})$/`,
      ...files,
    ],
    cwd: root,
    env: {
      ACTBOOK_PYTHON: python,
      ACTBOOK_TORCH_PYTHON: "/usr/bin/python3",
      NO_COLOR: "1",
      JAX_PLATFORMS: "cpu",
    },
    stdin: "null",
  }).output();
  const text = new TextDecoder().decode(stdout);
  // Side by side each line begins with its file; a slow test's is broken by a remark that it is slow.
  const lines = text.matchAll(/^(?:\S+ => )?(\S.*?) \.\.\.(?:\s*'.*\n)* (ok|FAILED|ignored)\b/gm);
  const found = new Map(Array.from(lines, ([, name, outcome]) => [name, outcome]));
  if ([...found.values()].includes("FAILED")) console.error(text, new TextDecoder().decode(stderr));
  return found;
});

for (const name of always) {
  Deno.test(name, async () => assertEquals((await outcomes()).get(name), "ok"));
}

for (const [debian, names] of Object.entries(perhaps)) {
  for (const name of names) {
    Deno.test(name, async () => {
      const outcome = (await outcomes()).get(name);
      if (outcome === "ignored") console.log(`not tried: it needs apt-get install ${debian}`);
      else assertEquals(outcome, "ok");
    });
  }
}
