import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { gelu } from "../../../src/activations/gelu.ts";
import { numericalDerivative } from "../../../src/calculus/numerical_derivative.ts";
import * as all from "../../../src/activations/vector/all.ts";
import { vectorActivations } from "../../../src/activations/vector/catalogue.ts";

const { geglu, glu, hardmax, logSoftmax, reglu, softmax, softmin, sparsemax, swiglu } = all;
const halving = ["geglu", "glu", "reglu", "swiglu"];
const { MAX_VALUE: M } = Number;
const oo = Infinity;

/** mpmath at 60 digits. */
const x = [0.3, -1.7, 2.9, -40.25, 2.5, -700.125];
const cotangent = [1, -2, 0.5, 3, -0.25, 4];
const expected = {
  softmax: [
    0.042329678506427264,
    0.00572869902998209,
    0.5699157025163782,
    1.0375373240611511e-19,
    0.3820259199472124,
    2.7285535585831007e-306,
  ],
  logSoftmax: [
    -3.1622668194125367,
    -5.162266819412537,
    -0.5622668194125366,
    -43.712266819412534,
    -0.9622668194125366,
    -703.5872668194125,
  ],
  softmaxVjp: [
    0.03300344916184866,
    -0.012719565949842335,
    0.1593919425084373,
    2.884017960152735e-19,
    -0.17967582572044363,
    1.0313049350397641e-305,
  ],
  logSoftmaxVjp: [
    0.7354395093348296,
    -2.035804368937388,
    -3.061973140727364,
    3.0,
    -2.6376619996700774,
    4.0,
  ],
};

Deno.test("softmax, its logarithm and their products with a cotangent are right to the last bits", () => {
  assertNear(softmax(x), expected.softmax, 1);
  assertNear(logSoftmax(x), expected.logSoftmax, 1);
  assertNear(softmax.vjp(x, cotangent), expected.softmaxVjp, 16);
  assertNear(logSoftmax.vjp(x, cotangent), expected.logSoftmaxVjp, 16);
});

for (const f of Object.values(vectorActivations)) {
  Deno.test(`${f.id} is a complete and frozen record`, () => {
    assertEquals((all as Readonly<Record<string, unknown>>)[f.id], f);
    assert(Object.isFrozen(f) && f.name === f.id);
    assert(f.title.length > 0 && f.tex.length > 0 && f.sources.length > 0);
    assertEquals(f.tex.match(/{/g)?.length, f.tex.match(/}/g)?.length);
  });

  Deno.test(`${f.id} refuses empty input`, () => {
    const message = `Cannot evaluate ${f.id} as x must not be empty: current length is 0`;
    assertThrows(() => f([]), RangeError, message);
    assertThrows(() => f(new Float64Array(0)), RangeError, message);
    assertThrows(() => f.vjp([], []), RangeError, message);
  });

  Deno.test(`${f.id}.vjp() refuses a cotangent of another length than the output`, () => {
    const length = f([1, 2]).length;
    assertThrows(
      () => f.vjp([1, 2], [1, 2, 3]),
      RangeError,
      `the cotangent must have length ${length}: current value is 3`,
    );
  });

  Deno.test(`${f.id} leaves its input as it is and takes typed arrays`, () => {
    const list = [0.5, -1, 2, 0.25];
    const typed = Float64Array.from(list);
    assertEquals(f(typed), f(list));
    assertEquals([...typed], list);
    const output = f(list);
    assertEquals(f.vjp(typed, output), f.vjp(list, [...output]));
    assertEquals([...typed], list);
  });

  Deno.test(`${f.id}.vjp() agrees with the differences of each output in each input`, () => {
    const at = [0.3, -0.45, 0.9, -1.2, 0.77, 0.1];
    const output = f(at);
    const weights = Array.from(output, (_, i) => 1 - 0.7 * i);
    const differences = at.map((value, j) => {
      const along = (t: number) => {
        const result = f(at.map((own, k) => k === j ? t : own));
        return weights.reduce((sum, weight, i) => sum + weight * result[i], 0);
      };
      return numericalDerivative(along, value, { kinks: kinksAlong(f.id, at, j) }).value;
    });
    f.vjp(at, weights).forEach((value, j) => assertAlmostEquals(value, differences[j], 1e-10));
  });
}

Deno.test("halving functions refuse an odd length", () => {
  for (const id of halving) {
    const f = vectorActivations[id];
    const message = `Cannot evaluate ${id} as the length of x must be even: current value is 3`;
    assertThrows(() => f([1, 2, 3]), RangeError, message);
    assertThrows(() => f.vjp([1, 2, 3], [1]), RangeError, message);
    assertEquals(f([1, 2, 3, 4]).length, 2);
  }
});

Deno.test("softmax, softmin, sparsemax and hardmax sum to 1 and do not depend on a shift", () => {
  const number = fc.integer({ min: -3000, max: 3000 }).map((n) => n / 64);
  for (const f of [softmax, softmin, sparsemax, hardmax]) {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (v) => {
        const y = f(v);
        assert(Math.abs(y.reduce((a, b) => a + b) - 1) < 20 * Number.EPSILON);
        assert(y.every((entry) => entry >= 0));
        // 2⁴⁰ + v is exact, so the shifted input is the same but for the shift.
        assertEquals(f(v.map((entry) => entry + 2 ** 40)), y);
      }),
      { seed: 4, numRuns: 300 },
    );
  }
});

Deno.test("large, far apart and infinite inputs give the limit", () => {
  assertEquals([...softmax([M, -M])], [1, 0]);
  assertEquals([...softmax([-M, -M])], [0.5, 0.5]);
  assertEquals([...softmax([oo, 0, -oo])], [1, 0, 0]);
  assertEquals([...softmax([0, -oo])], [1, 0]);
  assertEquals([...softmin([oo, -M])], [0, 1]);
  assertEquals([...sparsemax([M, -M])], [1, 0]);
  assertEquals([...sparsemax([oo, 0])], [1, 0]);
  assertEquals([...hardmax([oo, oo])], [1, 0]);
  assertEquals([...logSoftmax([oo, 0])], [-0, -oo]);
  assertEquals([...logSoftmax([M, 0])], [-0, -M]);
  assertEquals([...logSoftmax([0, -50])], [-1.9287498479639178e-22, -50]);
});

Deno.test("inputs without a limit give NaN", () => {
  for (const f of [softmax, softmin, logSoftmax, sparsemax]) {
    for (const v of [[oo, oo], [-oo, -oo], [1, NaN]]) {
      assertEquals([...f(v)], [NaN, NaN]);
      assertEquals([...f.vjp(v, [1, 0])], [NaN, NaN]);
    }
  }
  assertEquals([...hardmax([1, NaN])], [NaN, NaN]);
});

Deno.test("softmin is softmax of the negated input", () => {
  assertEquals(softmin(x), softmax(x.map((entry) => -entry)));
});

Deno.test("a tie of sparsemax is shared", () => {
  assertEquals([...sparsemax([2, 2, 2, 2])], [0.25, 0.25, 0.25, 0.25]);
  assertEquals([...sparsemax([1, 0])], [1, 0]);
});

Deno.test("gated units multiply the first half by a gate of the second", () => {
  const v = [2, -3, 0.5, -0.25];
  assertEquals([...geglu(v)], [2 * gelu(0.5), -3 * gelu(-0.25)]);
  assertEquals([...reglu(v)], [1, -0]);
  assertAlmostEquals(glu(v)[0], 2 / (1 + Math.exp(-0.5)), 1e-15);
  assertAlmostEquals(swiglu(v)[1], 0.75 / (1 + Math.exp(0.25)), 1e-15);
});

/** Where an output bends along one input: a threshold of sparsemax, a jump of hardmax, 0 of reglu. */
function kinksAlong(id: string, at: readonly number[], j: number): readonly number[] {
  if (id === "reglu" && j >= at.length / 2) return [0];
  if (id !== "sparsemax" && id !== "hardmax") return [];
  const steps = Array.from({ length: 4001 }, (_, k) => at[j] + (k - 2000) / 1000);
  const f = vectorActivations[id];
  const support = (t: number) => f(at.map((own, k) => k === j ? t : own)).map(Math.sign).join();
  return steps.filter((t, k) => k > 0 && support(t) !== support(steps[k - 1]))
    .map((t) => t - 0.0005);
}

function assertNear(actual: Float64Array, right: readonly number[], ulps: number): void {
  actual.forEach((value, i) => {
    const allowed = ulps * 2 ** (Math.floor(Math.log2(Math.abs(right[i]))) - 52);
    assert(Math.abs(value - right[i]) <= allowed, `${value} for ${right[i]}`);
  });
}
