import { assertStrictEquals } from "@std/assert";
import { roundTo } from "../../../src/display/texts/_round.ts";
import { written } from "../../../src/display/texts/_written.ts";

/** Numbers of all sizes, ties in decimal and in binary, and what is next to powers of ten. */
function* numbers(): Generator<number> {
  yield* [0, -0, NaN, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE];
  for (let k = -25; k < 25; k++) {
    for (const m of [1, 1.5, 1.0000005, 1.00000005, 9.999995, 9.9999995, 9.99999999999]) {
      const x = m * 10 ** k;
      yield* [x, -x, x * (1 + Number.EPSILON), x * (1 - Number.EPSILON)];
    }
  }
  for (let i = 1; i < 3000; i++) {
    yield* [Math.sin(i) * 10 ** (i % 21 - 10), i / 2 ** (i % 12), (i + 0.5) / 10 ** (i % 12)];
  }
}

Deno.test("roundTo() gives the double that the rounded decimal number reads as", () => {
  for (const x of numbers()) {
    for (const digits of [1, 4, 5, 7, 9, 12]) {
      const read = Number.isFinite(x) ? Number(x.toPrecision(digits)) : x;
      assertStrictEquals(roundTo(x, digits), read, `${x} with ${digits} digits`);
    }
  }
});

Deno.test("labels have four digits, all before the point, and powers of ten beyond", () => {
  const texts = {
    33810: "33,810",
    999999.7: "1,000,000",
    1e6: "1×10⁶",
    "-1234.56": "−1,235",
    0.01254321: "0.01254",
    100: "100",
    1e-4: "0.0001",
    0.0000999: "9.99×10⁻⁵",
    NaN: "–",
    "-Infinity": "−∞",
    0: "0",
  };
  for (const [value, text] of Object.entries(texts)) {
    assertStrictEquals(written(Number(value)), text);
  }
});
