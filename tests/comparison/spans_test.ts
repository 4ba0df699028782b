import { assert, assertEquals } from "@std/assert";
import { codecOf } from "../../src/comparison/_codec.ts";
import { countOf, joined, pieces, remaining, spanOf } from "../../src/comparison/_spans.ts";
import { float16, float32 } from "../../src/comparison/format.ts";
import { finiteValues } from "../../src/comparison/finite_values.ts";

const codec = codecOf("float16");

Deno.test("spanOf() holds as many inputs as the format has in the range", () => {
  const tiny = float16.minSubnormal;
  const ends = [
    -Infinity,
    -65504,
    -65503,
    -1,
    -tiny,
    -tiny / 3,
    0,
    tiny / 3,
    tiny,
    0.1,
    65504,
    1e9,
  ];
  for (const low of ends) {
    for (const high of [...ends, Infinity].filter((high) => high >= low)) {
      const expected = [...finiteValues(float16, [low, high])].length;
      assertEquals(countOf([spanOf(codec, low, high)]), expected, `${low} to ${high}`);
    }
  }
});

Deno.test("pieces() covers a span once and crosses neither zero nor a binade", () => {
  const span = spanOf(codec, -Infinity, Infinity);
  let next = span[0];
  for (const [first, last] of pieces(codec, span, 300)) {
    assertEquals(first, next);
    next = last + 1;
    assert(last - first < 300);
    const binade = (n: number) => Math.floor((n < 0 ? -1 - n : n) / 1024);
    assertEquals([first < 0, binade(first)], [last < 0, binade(last)]);
  }
  assertEquals(next, span[1] + 1);
});

Deno.test("remaining() and joined() split and put together", () => {
  assertEquals(remaining([-5, 9], [[7, 12], [-2, 1], [2, 3]]), [[-5, -3], [4, 6]]);
  assertEquals(remaining([0, 3], [[-1, 8]]), []);
  assertEquals(remaining([0, 3], [[5, 8]]), [[0, 3]]);
  assertEquals(remaining([0, 3], []), [[0, 3]]);
  assertEquals(joined([[5, 6], [0, 2], [3, 4], [9, 9]]), [[0, 6], [9, 9]]);
});

Deno.test("codecs agree with the formats, also for float32, which has its own", () => {
  const fast = codecOf("float32");
  for (const x of [0, -0, 1, -1.1, 1e-40, 3.4e38, 1e39, -1e39, Infinity, 5e-324]) {
    assertEquals(fast.bitsOf(x), Number(float32.encode(x)));
    assertEquals(fast.valueOf(fast.bitsOf(x)), float32.round(x));
  }
  assertEquals(fast.infinity, 0x7f800000);
  assertEquals(fast.signBit, 0x80000000);
  assert(fast.bitsOf(NaN) > fast.infinity);
});
