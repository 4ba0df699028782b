import { assert, assertEquals, assertThrows } from "@std/assert";
import { countDifferences } from "../../src/comparison/count_differences.ts";
import { floatFormat, formatNamed } from "../../src/comparison/float_format.ts";
import {
  float16,
  float32,
  float64,
  float8e4m3,
  float8e5m2,
  type FormatName,
} from "../../src/comparison/format.ts";
import { relu } from "../../src/activations/relu.ts";
import recorded from "../fixtures/formats.json" with { type: "json" };

const toNumber = (x: number | string) =>
  typeof x === "number" ? x : Number(x.replace("inf", "Infinity"));

for (const name of ["e4m3fn", "e5m2", "e4m3", "e3m4"] as const) {
  const format = formatNamed(name);
  Deno.test(`${name} has the values of ml_dtypes at every pattern`, () => {
    recorded[name].values.forEach((value, bits) => {
      assertEquals(format.decode(BigInt(bits)), toNumber(value), `pattern ${bits}`);
      if (value !== "nan") assertEquals(format.encode(toNumber(value)), BigInt(bits));
    });
    const finite = recorded[name].values.filter((value) => typeof value === "number");
    assertEquals(format.finiteCount, finite.length);
    assertEquals(format.max, Math.max(...finite.map(Number)));
  });
}

for (const name of ["e4m3fn", "e5m2", "e4m3", "e3m4", "bfloat16"] as const) {
  Deno.test(`${name} rounds as ml_dtypes does, from its smallest number to its overflow`, () => {
    recorded[name].rounded.forEach((value, i) => {
      const x = toNumber(recorded.inputs[i]);
      assertEquals(formatNamed(name).round(x), toNumber(value), `of ${x}`);
    });
  });
}

Deno.test("a format that saturates gives its largest number instead", () => {
  const saturating = floatFormat({ ...float8e4m3.shape, saturate: true });
  assertEquals([-Infinity, -1e9, 465, Infinity].map(saturating.round), [-448, -448, 448, 448]);
  assertEquals([465, -Infinity].map(float8e4m3.round), [NaN, NaN]);
  const wide = floatFormat({ ...float8e5m2.shape, saturate: true });
  assertEquals([1e5, -Infinity].map(wide.round), [57344, -57344]);
  assertEquals(wide.round(NaN), NaN);
});

Deno.test("a format is found again by its name, and the usual ones by their shape", () => {
  for (const format of [float8e4m3, float8e5m2, float16, float32, float64]) {
    assertEquals(formatNamed(format.name).shape, format.shape);
    assertEquals(floatFormat(format.shape).name, format.name);
  }
  assertEquals(formatNamed("e8m10").precision, 11);
  for (
    const shape of [{ exponentBits: 1, significandBits: 3 }, {
      exponentBits: 4,
      significandBits: 53,
    }]
  ) {
    assertThrows(() => floatFormat(shape), RangeError, "must be a whole number from");
  }
  const unknown = "float20" as FormatName;
  assertThrows(() => formatNamed(unknown), RangeError, "current value is float20");
});

Deno.test("certificates go through every number of an 8-bit format", async () => {
  const doubled = (x: number) => x > 0 ? 2 * x : 0;
  const certificate = await countDifferences(relu, doubled, { format: "e4m3fn" });
  assertEquals([certificate.inputs, certificate.complete], [254, true]);
  // Above half of the largest number the double is NaN, as there are no infinities.
  const tooLarge = 8;
  assertEquals(certificate.nan, tooLarge);
  assert(certificate.worst!.ulps === 8, JSON.stringify(certificate.worst));
  assertEquals((await countDifferences(relu, relu, { format: "e5m2" })).differing, 0);
});
