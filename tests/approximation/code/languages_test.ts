import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { exportCode, type ExportOptions } from "../../../src/approximation/code/export_code.ts";
import { approximationOf } from "../../../src/approximation/approximation_of.ts";
import { gelu } from "../../../src/activations/gelu.ts";
import { katex } from "../../../src/export/_packages.ts";
import { all, exportable, output, python, runs, torchPython } from "./_all.ts";
import { type Codes, has, type Runner, runners } from "./_runners.ts";

/** The largest numbers, infinities and no number too. */
const inputs = [
  ...Array.from({ length: 241 }, (_, i) => Math.fround((i - 120) / 10)),
  ...[-Infinity, -3e38, -1e30, -1e4, 1e4, 1e30, 3e38, Infinity, NaN],
];
const names = Object.keys(all);
const written = (options: ExportOptions): Codes =>
  Object.fromEntries(
    names.map((name) => [name, exportCode(exportable(all[name]), { ...options, name })]),
  );

/** Each function at every input, against the family's own with its limits. */
function assertSame(rows: readonly (readonly number[])[], { title, format }: Runner): void {
  assertEquals(rows.length, names.length);
  const bound = format === "float64" ? 1e-15 : 2e-6;
  rows.forEach((row, i) => {
    const family = all[names[i]];
    const f = approximationOf(family, family.start);
    assertEquals(row.length, inputs.length, title);
    row.forEach((value, k) => {
      const [x, right] = [inputs[k], f(inputs[k])];
      const label = `${names[i]}(${x}) in ${title}`;
      const scale = Math.max(1, Math.abs(x) < 1e5 ? Math.abs(x) : Math.abs(right));
      // Beyond the largest float32.
      if (Math.abs(right) > 3.4e38) assert(value === right || Math.abs(value) > 3e38, label);
      else assertAlmostEquals(value, right, bound * scale, label);
    });
  });
}

for (const runner of runners) {
  const { title, language, format, ready, run } = runner;
  Deno.test({
    name: `${title} is right, at infinities, huge numbers and NaN too`,
    ignore: !ready,
    fn: async () => {
      const asked = language === "python" ? {} : { format };
      assertSame(await run(written({ language, ...asked }), inputs), runner);
    },
  });
}

Deno.test({
  name: "the backward of PyTorch is the derivative",
  ignore: !has("torch"),
  fn: async () => {
    const source = `${Object.values(written({ language: "pytorch" })).join("\n")}
x = torch.linspace(-6, 6, 97, dtype=torch.float64, requires_grad=True)
for f in [${names.join(", ")}]:
    (slope,) = torch.autograd.grad(f(x).sum(), x)
    print(*[repr(float(v)) for v in slope])
`;
    const rows = (await output(torchPython, ["-"], source)).trim().split("\n")
      .map((line) => line.split(" ").map(Number));
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
  name: "StableHLO is parsed by MLIR's own parser",
  ignore: !has("jaxlib.mlir.dialects.stablehlo"),
  fn: async () => {
    const texts = names.filter((name) => name !== "looked").map((name) =>
      exportCode(exportable(all[name]), { language: "stablehlo", name })
    );
    const source = `import json
from jax._src.interpreters import mlir
from jaxlib.mlir import ir
texts = json.loads(r'''${JSON.stringify(texts)}''')
for text in texts:
    with mlir.make_ir_context():
        assert ir.Module.parse(text).operation.verify()
print(len(texts))
`;
    assertEquals((await output(python, ["-"], source)).trim(), String(texts.length));
  },
});

Deno.test({
  name: "GLSL is compiled by Khronos' own compiler",
  ignore: !await runs("glslangValidator", ["--version"]),
  fn: async () => {
    const parts = Object.values(written({ language: "glsl" })).join("\n");
    const calls = names.map((name) => `${name}(x)`).join(" + ");
    const shader = `#version 300 es
precision highp float;
in float x;
out float sum;
${parts}
void main() { sum = ${calls}; }
`;
    const said = await output("glslangValidator", ["--stdin", "-S", "frag"], shader);
    assert(!said.includes("ERROR"), said);
  },
});

/** Languages, and the grammars of tree-sitter that read them: Metal is C++ with a library of its own. */
const grammars = [["julia", "julia"], ["rust", "rust"], ["cuda", "cuda"], [
  "metal",
  "cpp",
]] as const;

Deno.test({
  name: "Julia, Rust, CUDA and Metal are parsed by the grammars of tree-sitter",
  ignore: !grammars.every(([, grammar]) => has(`tree_sitter_${grammar}`)) || !has("tree_sitter"),
  fn: async () => {
    const texts = grammars.flatMap(([language, grammar]) =>
      Object.values(written({ language })).map((code): [string, string] => [grammar, code])
    );
    // A wrong one last: a parser that lets everything pass would say nothing of it.
    texts.push(["julia", "function f(x)\n    y = x +* 2f0\nend end\n"]);
    const source = `import importlib, json
from tree_sitter import Language, Parser
parsers = {}
for grammar, code in json.loads(r'''${JSON.stringify(texts)}'''):
    if grammar not in parsers:
        module = importlib.import_module("tree_sitter_" + grammar)
        parsers[grammar] = Parser(Language(module.language()))
    print("wrong" if parsers[grammar].parse(code.encode()).root_node.has_error else "right")
`;
    const said = (await output(python, ["-W", "ignore", "-"], source)).trim().split("\n");
    assertEquals(said.pop(), "wrong");
    assertEquals(said, Array(names.length * grammars.length).fill("right"));
  },
});

Deno.test({
  name: "CUDA is compiled by NVIDIA's own compiler",
  ignore: !await runs("nvcc", ["--version"]),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      for (const [format, type] of [["float32", "float"], ["float64", "double"]] as const) {
        const calls = names.map((name) => `${name}(x[i])`).join(" + ");
        const kernel =
          `__global__ void sum(${type} *x) { int i = threadIdx.x; x[i] = ${calls}; }\n`;
        const codes = Object.values(written({ language: "cuda", format }));
        await Deno.writeTextFile(`${folder}/all.cu`, `${codes.join("\n")}\n${kernel}`);
        await output("nvcc", ["-ptx", `${folder}/all.cu`, "-o", `${folder}/all.ptx`]);
        assert((await Deno.readTextFile(`${folder}/all.ptx`)).includes(".entry"));
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test("LaTeX is typeset by KaTeX", async () => {
  const { renderToString } = await katex();
  for (const [name, family] of Object.entries(all)) {
    if (family === all.looked) continue; // a table has no formula
    const tex = exportCode(exportable(family), { language: "latex", name });
    assertStringIncludes(renderToString(tex, { throwOnError: true, strict: "error" }), "</math>");
  }
  assertThrows(() => renderToString("\\frac{1}", { throwOnError: true }), Error, "KaTeX");
});

Deno.test("tables are refused where there are none", () => {
  for (const language of ["stablehlo", "latex"] as const) {
    const write = () => exportCode(exportable(all.looked), { language });
    assertThrows(write, TypeError, "table");
  }
});

Deno.test("words of a language and of its code are no names", () => {
  const cases: [ExportOptions["language"], string][] = [
    ["c", "double"],
    ["c", "exp"],
    ["c", "table0"],
    ["python", "lambda"],
    ["python", "np"],
    ["pytorch", "torch"],
    ["rust", "match"],
    ["julia", "end"],
    ["wgsl", "select"],
    ["glsl", "clamp"],
    ["typescript", "function"],
    ["c", "a b"],
    ["c", "f; int g"],
    ["python", "été"],
    ["c", ""],
    ["latex", "}\\input{x"],
  ];
  for (const [language, name] of cases) {
    const write = () => exportCode(exportable(all.hard), { language, name });
    assertThrows(write, RangeError, `current value is ${name}`, `${language} takes ${name}`);
  }
});

Deno.test("a title cannot end the comment it stands in", () => {
  const wicked = { ...all.hard, title: 'a */ b """ c\n# d' };
  for (const language of ["c", "python", "rust"] as const) {
    const text = exportCode({ family: wicked, parameters: all.hard.start }, { language });
    assert(!text.includes("*/ b") && !text.includes('""" c') && !text.includes("\n# d"));
  }
});

Deno.test("functions that cannot be translated are refused, and say what to do", () => {
  const c = { language: "c" } as const;
  assertThrows(() => exportCode((x) => x, c), TypeError, "must be a fit, or a function of the");
  assertThrows(() => exportCode(gelu, c), TypeError, "Cannot export gelu in float64");
  assert(exportCode(gelu, { ...c, format: "float32" }).includes("exp2f"));
});
