import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { silu } from "../../src/activations/silu.ts";
import { tanh } from "../../src/activations/tanh.ts";
import { clipGate } from "../../src/approximation/families/clip_gate.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { tanhGate } from "../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { fitFamily } from "../../src/approximation/fit_family.ts";
import { proveError } from "../../src/approximation/proof/prove_error.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { formatNamed } from "../../src/comparison/float_format.ts";
import { design, type DesignOptions } from "../../src/workbench/design.ts";
import { pieceRecipe, tableRecipe } from "../../src/workbench/recipe.ts";
import { inArithmetic } from "../../src/workbench/in_arithmetic.ts";
import { measureKernel } from "../../src/workbench/measure_kernel.ts";
import { page, partOf } from "./table.ts";

const clip = timesX(clipGate());
const families = [1, 2, 3].map((degree) => exp2Tail({ degree })).concat([
  timesX(tanhGate({ degree: 3 })),
]);

Deno.test("measureKernel() counts what a certificate counts", async () => {
  const certificate = await countDifferences(gelu, geluTanh, { format: "float16" });
  const { ulps, ulpsAt, differing, inputs } = measureKernel(geluTanh, gelu, "float16");
  assertEquals({ x: ulpsAt, ulps }, certificate.worst);
  assertEquals([inputs, differing], [certificate.inputs, certificate.differing]);
  assertEquals(measureKernel(() => NaN, gelu, "e4m3fn").error, Infinity);
});

Deno.test("design() gives a front in which more cost means less error", async () => {
  const seen: number[] = [];
  const { front, candidates } = await design({
    target: gelu,
    format: "bfloat16",
    families,
    onProgress: ({ done }) => seen.push(done),
  });
  assertEquals(seen, [0, 1, 2, 3, 4]);
  assertEquals(candidates.length, 4);
  front.slice(1).forEach((candidate, k) => {
    assert(candidate.cost > front[k].cost && candidate.error < front[k].error);
  });
  const { round } = formatNamed("bfloat16");
  for (const { parameters, f, inputs } of candidates) {
    for (const value of Object.values(parameters)) assertEquals(round(value), value);
    assertEquals(inputs, 65280);
    assertEquals([Infinity, -Infinity, 1e30].map(f), [Infinity, -0, round(1e30)]);
  }
});

Deno.test("of a wider format what is beaten at a few inputs is not measured at all of them", async () => {
  const { front, candidates } = await design({
    target: gelu,
    format: "float32",
    families: [exp2Tail({ degree: 3 }), timesX(tanhGate({ degree: 3 }))],
  });
  assertEquals(front.length, 1);
  const [best, beaten] = candidates;
  assert(best === front[0] && best.inputs > 290_000 && beaten.cost > best.cost);
  assert(beaten.inputs < best.inputs / 15 && beaten.error > best.error);
  const { error } = measureKernel(beaten.f, gelu, "float32");
  assert(error >= beaten.error);
});

Deno.test("prices decide which form is on the front", async () => {
  const dear = { target: gelu, format: "bfloat16", families } as const;
  const { front } = await design({ ...dear, cost: { exp: 1, division: 0, multiplyAdd: 10 } });
  const other = await design({ ...dear, cost: { exp: 100, division: 100 } });
  assert(front[0].cost !== other.front[0].cost);
  assert(other.candidates.every(({ cost }) => cost > 100));
});

Deno.test("design() leaves out what errs too much, and can be stopped", async () => {
  const { candidates, failed } = await design({
    target: gelu,
    format: "float16",
    families,
    error: 0.001,
  });
  assert(candidates.every(({ error }) => error <= 0.001));
  assertEquals(candidates.length + failed.length, families.length);
  const signal = AbortSignal.abort(new Error("enough"));
  const stopped = design({ target: gelu, format: "float16", families, signal });
  await assertRejects(() => stopped, Error, "enough");
});

Deno.test("a search, a certificate and a proof tell how far they are, and stop when they are told to", async () => {
  const enough = new Error("enough");
  const stopping = () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const tell = (done: number) => {
      seen.push(done);
      if (seen.length === 3) controller.abort(enough);
    };
    return { tell, seen, signal: controller.signal };
  };
  const search = stopping();
  const format = "bfloat16";
  const found = design({
    ...{ target: gelu, format, families, signal: search.signal },
    onProgress: ({ done }) => search.tell(done),
  });
  await assertRejects(() => found, Error, "enough");
  assertEquals(search.seen, [0, 1, 2]);

  const fit = fitFamily({ target: gelu, family: families[1], domain: [-10, 10] });
  const certificate = stopping();
  const counted = countDifferences(gelu, inArithmetic(fit, { format: "float32" }), {
    ...{ format: "float32", workers: 0, signal: certificate.signal },
    onProgress: ({ done }) => certificate.tell(done),
  });
  await assertRejects(() => counted, Error, "enough");
  assert(certificate.seen.length < 100 && certificate.seen[1] > certificate.seen[0]);
  const whole: number[] = [];
  const { inputs } = await countDifferences(gelu, inArithmetic(fit, { format }), {
    format,
    onProgress: ({ done }) => whole.push(done),
  });
  assert(whole.length > 10 && whole.at(-1) === inputs);

  const proof = stopping();
  assertThrows(
    () =>
      proveError(fit, gelu, {
        ...{ domain: [-Infinity, Infinity], tolerance: 1e-9, signal: proof.signal },
        onProgress: ({ stretches, lower, upper }) => {
          // Of the whole line, at any time.
          assert(lower > 4e-4 && lower <= fit.error && upper >= fit.error);
          proof.tell(stretches);
        },
      }),
    Error,
    "enough",
  );
  assertEquals(proof.seen.length, 3);
});

Deno.test("pieces and a table are tried beside families, for any function", async () => {
  const recipes = [pieceRecipe({ degree: 1, pieces: 6 }), tableRecipe({ entries: 32 }), clip];
  for (const target of [silu, tanh]) {
    const { candidates, front } = await design({ target, format: "e4m3fn", families: recipes });
    assert(front.some(({ family }) => family.title.includes("pieces")), target.id);
    for (const { f, operations, code } of candidates) {
      assertEquals(f(NaN), NaN);
      assert(operations.exps === 0 && code("c").includes("float approximation(float x)"));
    }
  }
});

Deno.test("what a target does not suit is left out with its reason", async () => {
  const own = (x: number) => x > 0 ? Math.exp(x) : 0;
  const { candidates, failed } = await design({
    target: own,
    format: "bfloat16",
    families: [
      pieceRecipe({ degree: 1, pieces: 6 }),
      pieceRecipe({ degree: 2, pieces: 4, domain: [1, 4] }),
    ],
  });
  assertEquals(failed.map(({ reason }) => /must be bounded/.test(reason)), [true]);
  // Outside of its domain nothing is asked of the other.
  assertEquals(candidates.length, 1);
  const impossible = await design({
    target: gelu,
    format: "bfloat16",
    families: [clip],
    error: 1e-9,
  });
  assertEquals([impossible.front.length, impossible.failed.length], [0, 1]);
});

Deno.test("demands that make no sense are refused before anything is searched", async () => {
  const refused = (options: object, message: string) =>
    assertRejects(
      () => design({ target: gelu, format: "bfloat16", ...options } as DesignOptions),
      RangeError,
      message,
    );
  await refused({ format: "int8" }, "current value is int8");
  await refused({ error: -1 }, "error must be >= 0");
  await refused({ error: NaN }, "error must be >= 0");
  await refused({ cost: { exp: -8 } }, "exp must be >= 0");
  await refused({ families: [] }, "families must hold one at least");
});

Deno.test("the code of a candidate is the candidate", async () => {
  const { front } = await design({ target: gelu, format: "float16", families });
  const best = front.at(-1)!;
  const code = best.code("typescript", "kernel");
  const { kernel } = await import(`data:application/typescript,${encodeURIComponent(code)}`);
  for (const x of [-20, -3, -0.5, 0.7, 2, 30]) {
    assert(Math.abs(kernel(x) - gelu(x)) < 1e-3, `${x}`);
  }
  assert(best.code("onnx").includes("opset_import"));
});

Deno.test("the text above the code says what holds in the format that was asked for", async () => {
  const options = { target: gelu, families: [clip], format: "e4m3fn" } as const;
  const { front: [{ error, ulps, differing, inputs, code }] } = await design(options);
  for (const language of ["c", "julia", "onnx"] as const) {
    const text = code(language);
    const [line] = text.split("\n").filter((line) => line.includes("In e4m3fn arithmetic:"));
    assert(line?.includes(`at most ${error.toPrecision(3)}·max(1, |x|) off`), text);
    assert(line.includes(`${ulps} numbers of e4m3fn`), line);
    assert(line.includes(`at ${differing} of ${inputs} inputs`), line);
  }
  const arithmetic = { format: "float32", fma: true } as const;
  const { front: [stored] } = await design({ ...options, arithmetic });
  assert(stored.code("c").includes("In float32 arithmetic with fused products, stored in e4m3fn:"));
});

Deno.test("the page has the table that the script makes, here of bfloat16", async () => {
  const written = await Deno.readTextFile(page);
  const words = (text: string) => text.replace(/-{3,}/g, "---").replace(/[ \t]+/g, " ");
  assert(words(written).includes(words(await partOf("bfloat16"))));
});
