import { assert, assertEquals, assertLess } from "@std/assert";
import { evaluate } from "../../../src/arrays/evaluate.ts";
import { nearestOf } from "../../../src/arrays/_nearest.ts";
import {
  buildKernels,
  ERROR,
  ERRORS,
  inDoubles,
} from "../../../src/arrays/kernels/build/_build_kernels.ts";
import { formulas } from "../../../src/arrays/kernels/build/_formulas.ts";
import { near } from "../../../src/arrays/kernels/build/_near.ts";
import { loopOver } from "../../../src/arrays/kernels/build/_loop.ts";
import { moduleOf } from "../../../src/arrays/kernels/build/_wasm.ts";
import { wide } from "../../../src/arrays/kernels/build/_wide.ts";
import { kernelNames } from "../../../src/arrays/kernels/_kernel.ts";
import { MODULES } from "../../../src/arrays/kernels/_modules.ts";
import { draws } from "../../accuracy/random.ts";
import { certificatePage, page } from "./certificate_page.ts";
import {
  ALL,
  catalogueNames,
  type Certificate,
  certificate,
  digestOf,
  functionNamed,
  sweep,
} from "./sweep.ts";

const functions: Certificate = JSON.parse(Deno.readTextFileSync(certificate));

Deno.test("the kernels are what their source builds: run _build_kernels.ts after a change", () => {
  assertEquals(buildKernels(), MODULES);
});

Deno.test("the certificate is of these kernels at all float32: run sweep.ts after a change", async () => {
  assertEquals(Object.keys(functions), kernelNames());
  assertEquals(kernelNames().filter((name) => !catalogueNames().includes(name)), []);
  for (const [name, { checked, wrong, code }] of Object.entries(functions)) {
    assertEquals(
      { code, checked, wrong },
      { code: await digestOf(name), checked: ALL, wrong: 0 },
      name,
    );
  }
});

Deno.test("the page of the certificate is made of it: run certificate_page.ts", async () => {
  // Words and figures, as the formatter pads tables.
  const words = (text: string) => text.split(/[\s|:-]+/).filter(Boolean);
  assertEquals(words(await Deno.readTextFile(page)), words(certificatePage(functions)));
});

Deno.test("what is said of fast is what the certificate says", async () => {
  const most = Math.max(...Object.values(functions).map(({ fast }) => fast.ulps));
  for (const file of ["evaluate.ts", "README.md"]) {
    const text = await Deno.readTextFile(new URL(`../../../src/arrays/${file}`, import.meta.url));
    const said = Number(text.match(/(?:off by|within) (\d+) ulp/)![1]);
    assertEquals(said, most, file);
  }
});

for (const [at, name] of catalogueNames().entries()) {
  Deno.test(`${name} comes out as the certificate says in a part of all float32`, () => {
    // Another part for each function, a smaller one for those that are new and have no kernel yet.
    const every = name in functions ? 1009 : 20011;
    const swept = sweep(name, every, at * 11 % every);
    assertLess(ALL / every / 1.1, swept.checked);
    assertEquals(swept.wrong, 0);
    assert(swept.fast.ulps <= (functions[name]?.fast.ulps ?? 0), `${swept.fast.x}`);
  });
}

/** Numbers at random: everywhere, where exponentials count, and beside 0. */
function inputs(count: number): Float32Array {
  const random = draws(20260301);
  const single = new Float32Array(1);
  return Float32Array.from({ length: count }, (_, i) => {
    const u = random.uniform() - 0.5;
    if (i % 4 === 0) return u * 30;
    if (i % 4 === 1) return u * 230;
    if (i % 4 === 2) return u * 2 ** (-40 * random.uniform());
    new Uint32Array(single.buffer)[0] = (u + 0.5) * 2 ** 32;
    return single[0];
  });
}

/** Beyond this a formula gives the result itself, as all doubles near the exact value are next to a tie. */
const itself: Readonly<Record<string, number>> = { tanhShrink0: 2 ** 24 };
const all = { ...formulas, ...inDoubles, ...near };

for (const [name, formula] of Object.entries(all)) {
  Deno.test(`the double behind ${name} is within its bound, relative to its terms`, () => {
    const value = loopOver("value", "f64", (x) => ({ result: formula(wide, x).y }));
    const terms = loopOver("terms", "f64", (x) => {
      const { y, size = y.magnitude } = formula(wide, x);
      return { result: size };
    });
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
    const compiled = new WebAssembly.Module(moduleOf([value, terms]));
    const { exports } = new WebAssembly.Instance(compiled, { kernels: { memory } });
    const numbers = new Float64Array(memory.buffer, 0, 2048);
    const run = (what: string, xs: Float32Array) => {
      numbers.set(xs);
      (exports[what] as (bytes: number) => number)(8 * xs.length);
      return numbers.slice(0, xs.length);
    };
    const f = functionNamed(name);
    let worst = 0;
    for (let from = 0, all = inputs(20 * 2048); from < all.length; from += 2048) {
      const xs = all.subarray(from, from + 2048);
      const [ys, sizes] = [run("value", xs), run("terms", xs)];
      xs.forEach((x, i) => {
        if (Math.abs(x) > itself[name]) {
          return assertEquals(Math.fround(ys[i]), nearestOf(f).nearest(x));
        }
        const y = f(x);
        // What is smaller rounds to 0 in float32, whatever it is, and what is larger to ∞.
        if (Math.abs(y) < 2 ** 129 && Math.abs(y) >= 2 ** -151) {
          worst = Math.max(worst, Math.abs(ys[i] - y) / sizes[i]);
        }
      });
    }
    // The bound has room for the last bit of both doubles.
    assertLess(worst + 2 ** -51, ERRORS[name] ?? ERROR, `2^${Math.log2(worst)}`);
  });
}

Deno.test("fast slopes keep their digits beside a zero", () => {
  // The float32 nearest to their zeros: one had 475 ulp.
  const zeros = {
    gelu1: -0.7517915368080139,
    gelu101: -0.7517915368080139,
    mish1: -1.1924312114715576,
    sqrtSoftplus2: 0.9214225086553604,
  };
  for (const [name, zero] of Object.entries(zeros)) {
    const xs = new Float32Array(65).fill(zero);
    new Int32Array(xs.buffer).forEach((_, i, patterns) => patterns[i] += i - 32);
    const f = functionNamed(name);
    const [right, found] = (["nearest", "fast"] as const).map((accuracy) =>
      new Int32Array(evaluate(f, xs, { accuracy }).buffer)
    );
    right.forEach((pattern, i) => assert(Math.abs(found[i] - pattern) <= 1, `${name}(${xs[i]})`));
  }
});

Deno.test("results do not depend on where an array starts and how it is cut", () => {
  const xs = inputs(9001);
  for (const name of kernelNames()) {
    const f = functionNamed(name);
    const often = ["gelu0", "softplus0", "mish1", "relu0"].includes(name);
    const [starts, lengths] = often
      ? [[1, 2, 3, 4095, 4097], [0, 1, 3, 5, 4095, 4096, 4900]]
      : [[1, 4094], [3, 4097]];
    for (const accuracy of ["nearest", "fast"] as const) {
      const bits = (ys: Float32Array) => [...new Int32Array(ys.slice().buffer)];
      const whole = bits(evaluate(f, xs, { accuracy }));
      for (const start of starts) {
        for (const length of lengths) {
          const part = evaluate(f, xs.subarray(start, start + length), { accuracy });
          assertEquals(bits(part), whole.slice(start, start + length), `${name} from ${start}`);
        }
      }
    }
  }
});

Deno.test("functions at other parameters take the scalar path or a slope, and are right too", () => {
  const xs = inputs(5000);
  const others = [
    functionNamed("leakyRelu0"),
    ...["swish0", "elu0", "softplus0", "leakyRelu0", "prelu0"].map((name) => {
      const f = functionNamed(name) as import("../../../mod.ts").Activation;
      return f.with({ [Object.keys(f.parameters)[0]]: 0.7 });
    }),
  ];
  for (const f of others) {
    assertEquals(evaluate(f, xs), xs.map(nearestOf(f).nearest), f.name);
    const tiny = evaluate(f, Float32Array.of(-3e-39, -1e-45, -0, NaN, -Infinity));
    assertEquals(
      tiny,
      Float32Array.of(-3e-39, -1e-45, -0, NaN, -Infinity).map(nearestOf(f).nearest),
    );
  }
});
