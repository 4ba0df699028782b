import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { hardSwish } from "../../src/activations/hard_swish.ts";
import { leakyRelu } from "../../src/activations/leaky_relu.ts";
import { relu } from "../../src/activations/relu.ts";
import { relu6 } from "../../src/activations/relu6.ts";
import type { Certificate } from "../../src/comparison/certificate.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { mergeCertificates } from "../../src/comparison/merge_certificates.ts";
import { finiteValues } from "../../src/comparison/finite_values.ts";
import { bfloat16, float16, type Format } from "../../src/comparison/format.ts";
import { ulpDistance } from "../../src/comparison/ulp_distance.ts";

const cubic = (x: number) => x - x ** 3 / 6;

/** The same counts by a plain loop over the values. */
function byHand(f: (x: number) => number, g: (x: number) => number, format: Format) {
  const values = [...finiteValues(format)];
  const distances = values.map((x) => ulpDistance(f(x), g(x), format));
  const ulps = distances.reduce((a, b) => Math.max(a, b));
  return {
    inputs: values.length,
    differing: distances.filter((ulps) => ulps > 0).length,
    worst: { x: values[distances.indexOf(ulps)], ulps },
    distances,
  };
}

for (const format of [float16, bfloat16]) {
  Deno.test(`countDifferences() counts every finite input of ${format.name}`, async () => {
    const counted = await countDifferences(Math.sin, cubic, { format: format.name as "float16" });
    const { inputs, differing, worst, distances } = byHand(Math.sin, cubic, format);
    assertEquals([counted.inputs, counted.differing, counted.worst], [inputs, differing, worst]);
    assert(counted.complete);
    for (const { from, to, inputs } of counted.histogram) {
      assertEquals(inputs, distances.filter((ulps) => from <= ulps && ulps <= to).length);
    }
    for (const parts of [Object.values(counted.bySign), counted.byBinade]) {
      const sum = (key: "inputs" | "differing") => parts.reduce((s, part) => s + part[key], 0);
      assertEquals([sum("inputs"), sum("differing")], [inputs, differing]);
    }
    assertEquals(counted, JSON.parse(JSON.stringify(counted)));
  });
}

Deno.test("countDifferences() places differences by sign and binade", async () => {
  const off = (x: number) => x >= 4 && x < 8 ? -x : x;
  const { byBinade, bySign } = await countDifferences((x) => x, off, { format: "float16" });
  assertEquals(byBinade.filter(({ differing }) => differing > 0), [{
    sign: 1,
    exponent: 2,
    inputs: 1024,
    differing: 1024,
    worst: { x: 7.99609375, ulps: 2 * Number(float16.encode(7.99609375)) },
  }]);
  assertEquals(bySign.negative.differing, 0);
  assertEquals(byBinade.length, 62);
  assertEquals(byBinade[0].exponent, 15);
  assertEquals(byBinade[30], { sign: -1, exponent: -15, inputs: 1024, differing: 0, worst: null });
});

Deno.test("countDifferences() counts NaN against a number, and zeros of unlike sign, apart", async () => {
  const holes = (x: number) => x > 1 ? NaN : x;
  const counted = await countDifferences((x) => x > 2 ? NaN : x, holes, { format: "float16" });
  assertEquals([counted.nan, counted.differing, counted.worst], [1024, 1024, null]);
  const zeros = await countDifferences((x) => x, (x) => x + 0, { format: "float16" });
  assertEquals([zeros.zeroSigns, zeros.differing], [1, 0]);
});

Deno.test("countDifferences() counts where rounding twice could differ from rounding once", async () => {
  // x + x/2048 lies half way between two values of float16 for half of all significands, or so.
  const between = (x: number) => x * (1 + 2 ** -11);
  const { doubleRounding } = await countDifferences(between, between, {
    format: "float16",
    range: [1, 1.9990234375],
  });
  const ties = [...finiteValues(float16, [1, 1.9990234375])]
    .filter((x) => (between(x) * 2 ** 11) % 2 === 1).length;
  assertEquals(doubleRounding, ties);
  assertEquals(ties, 1);
  const safe = await countDifferences((x) => x, relu, { format: "float16" });
  assertEquals(safe.doubleRounding, 0);
});

Deno.test("countDifferences() goes through a part, and parts merge to the whole in any order", async () => {
  const part = (low: number, high: number) =>
    countDifferences(relu, relu6, { format: "float16", range: [low, high] });
  const parts = [await part(-Infinity, -1e-9), await part(0, 7), await part(7.001, Infinity)];
  const whole = await countDifferences(relu, relu6, { format: "float16" });
  assertEquals(parts.map(({ complete }) => complete), [false, false, false]);
  assertEquals(mergeCertificates(mergeCertificates(parts[2], parts[0]), parts[1]), whole);
  assertEquals(mergeCertificates(parts[0], mergeCertificates(parts[1], parts[2])), whole);
  assertEquals((await part(0.1, 0.1)).inputs, 0);
});

Deno.test("mergeCertificates() refuses what does not belong together or overlaps", async () => {
  const a = await countDifferences(relu, relu6, { format: "float16", range: [0, 1] });
  const b = await countDifferences(relu, hardSwish, { format: "float16", range: [2, 3] });
  assertThrows(() => mergeCertificates(a, b), RangeError, "must have the same candidate");
  assertThrows(() => mergeCertificates(a, a), RangeError, "must not overlap");
});

Deno.test("countDifferences() stops when asked and resumes where it was", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  let partial: Certificate | undefined;
  let calls = 0;
  const options = { format: "float32", range: [5, 7], workers: 0 } as const;
  const stopped = countDifferences(relu, relu6, {
    ...options,
    signal: controller.signal,
    onProgress: (progress) => {
      partial = progress.partial;
      assertEquals(progress.total, 2 ** 22 + 1);
      assertEquals(progress.done, partial.inputs);
      if (++calls === 2) controller.abort(reason);
    },
  });
  assertEquals(await assertRejects(() => stopped, Error, "enough"), reason);
  assert(partial && partial.inputs < 2 ** 22);
  const resumed = await countDifferences(relu, relu6, { ...options, resume: partial });
  assertEquals(resumed, await countDifferences(relu, relu6, options));
  await assertRejects(
    () => countDifferences(relu, relu6, { ...options, signal: AbortSignal.abort(reason) }),
    Error,
    "enough",
  );
});

Deno.test("countDifferences() gives the same certificate on workers as here", async () => {
  const options = { format: "float32", range: [5, 7] } as const;
  const slope = leakyRelu.with({ negativeSlope: 0.5 });
  const here = await countDifferences(relu6, slope, { ...options, workers: 0 });
  assertEquals(await countDifferences(relu6, slope, { ...options, workers: 2 }), here);
  assert(here.differing > 0);
  const derivative = await countDifferences(relu.derivative, relu6.derivative, {
    ...options,
    workers: 1,
  });
  assertEquals(derivative.worst, { x: 6, ulps: 0x3f800000 });
});

Deno.test("countDifferences() stops its workers when asked, and what they did is not lost", async () => {
  const controller = new AbortController();
  let partial: Certificate | undefined;
  const options = { format: "float32", range: [5, 7], workers: 2 } as const;
  await assertRejects(
    () =>
      countDifferences(relu6, relu, {
        ...options,
        signal: controller.signal,
        onProgress: (progress) => {
          partial = progress.partial;
          controller.abort(new Error("enough"));
        },
      }),
    Error,
    "enough",
  );
  assert(partial && partial.inputs > 0 && partial.inputs < 2 ** 22);
  const resumed = await countDifferences(relu6, relu, { ...options, resume: partial });
  assertEquals(resumed, await countDifferences(relu6, relu, { ...options, workers: 0 }));
});

Deno.test("countDifferences() loads a function from a module, here and on a worker", async () => {
  const half = { module: "data:text/javascript,export const half = (x) => x / 2", export: "half" };
  for (const workers of [0, 1]) {
    const counted = await countDifferences(relu, half, { format: "float16", workers });
    assertEquals([counted.candidate, counted.bySign.positive.differing], ["half", 31743]);
  }
});

Deno.test("countDifferences() says why a function cannot be sent or loaded", async () => {
  const options = { format: "float32", workers: 1, range: [1, 2] } as const;
  await assertRejects(
    () => countDifferences(relu, cubic, options),
    TypeError,
    "as cubic must be an activation of the catalogue or { module, export }",
  );
  const impostor = Object.assign((x: number) => x, { id: "relu" });
  await assertRejects(
    () => countDifferences(impostor, relu, options),
    TypeError,
    "as relu must be",
  );
  for (const workers of [0, 1]) {
    const missing = { module: "data:text/javascript,export {}", export: "f" };
    await assertRejects(
      () => countDifferences(relu, missing, { ...options, workers }),
      TypeError,
      "must export a function of that name",
    );
    await assertRejects(
      () => countDifferences(relu, { module: "./mine.ts", export: "f" }, { ...options, workers }),
      TypeError,
      "module must be an absolute URL: current value is ./mine.ts",
    );
    const broken = {
      module: "data:text/javascript,export const f = () => { throw new Error('broken') }",
      export: "f",
    };
    await assertRejects(
      () => countDifferences(relu, broken, { ...options, workers }),
      Error,
      "broken",
    );
  }
});

Deno.test("countDifferences() refuses float64, a reversed range and half a worker", async () => {
  const format = "float64" as "float32";
  await assertRejects(
    () => countDifferences(relu, relu, { format }),
    RangeError,
    "current value is float64",
  );
  const reversed = { format: "float16", range: [1, 0] } as const;
  await assertRejects(() => countDifferences(relu, relu, reversed), RangeError, "low <= high");
  const part = { format: "float16", workers: 0.5 } as const;
  await assertRejects(() => countDifferences(relu, relu, part), RangeError, "whole number >= 0");
});
