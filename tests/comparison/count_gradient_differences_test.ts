import { assert, assertEquals, assertRejects } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { approximationOf } from "../../src/approximation/approximation_of.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import { fitFamily } from "../../src/approximation/fit_family.ts";
import { countGradientDifferences } from "../../src/comparison/count_gradient_differences.ts";
import { finiteValues } from "../../src/comparison/finite_values.ts";
import { formatNamed } from "../../src/comparison/float_format.ts";

Deno.test("gradients are counted as one loop over all inputs counts them", async () => {
  for (const format of ["bfloat16", "e4m3fn"] as const) {
    const { round } = formatNamed(format);
    let differing = 0;
    for (const x of finiteValues(formatNamed(format))) {
      if (round(gelu.derivative(x)) !== round(geluTanh.derivative(x))) differing++;
    }
    const found = await countGradientDifferences(gelu, geluTanh, { format });
    assertEquals([found.complete, found.differing], [true, differing]);
    assert(differing > 0);
  }
});

Deno.test("a candidate's own derivative is certified, and named after the candidate", async () => {
  const half = Object.assign((x: number) => x / 2, { title: "half", derivative: () => 0.5 });
  const wrong = Object.assign((x: number) => x / 2, {
    title: "my half",
    derivative: (x: number) => x === 3 ? 0.25 : 0.5,
  });
  const { differing, worst, reference, candidate } = await countGradientDifferences(half, wrong, {
    format: "float16",
  });
  assertEquals([differing, worst], [1, { x: 3, ulps: 1024 }]);
  assertEquals([reference, candidate], ["half′", "my half′"]);
});

Deno.test("a closer fit has the closer gradient", async () => {
  const counts = await Promise.all([1, 3].map(async (degree) => {
    const fit = fitFamily({
      target: gelu,
      family: exp2Tail({ degree }),
      domain: [-Infinity, Infinity],
    });
    const f = approximationOf(fit.family, fit.parameters);
    assert(f.derivative);
    const candidate = Object.assign((x: number) => f(x), { derivative: f.derivative });
    const options = { format: "bfloat16", range: [-4, 4] } as const;
    return (await countGradientDifferences(gelu, candidate, options)).differing;
  }));
  assert(counts[1] < counts[0], `${counts}`);
});

Deno.test("what has no derivative is refused", async () => {
  // deno-lint-ignore no-explicit-any
  const refused = (f: any, g: any, message: string) =>
    assertRejects(
      () => countGradientDifferences(f, g, { format: "bfloat16" }),
      TypeError,
      message,
    );
  await refused(Math.abs, gelu, "reference must have a derivative");
  await refused(gelu, Math.abs, "candidate must have a derivative");
});
