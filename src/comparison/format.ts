/**
 * The binary floating-point formats in which activations are computed.
 *
 * @module
 */

import type { Format, FormatName, FormatShape } from "./_format_types.ts";
import { makeFormat } from "./_make_format.ts";

export type { Format, FormatName, FormatShape };

/**
 * IEEE 754 binary64, JavaScript's own number: 53 significant bits.
 *
 * @example
 * ```ts
 * import { float64 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(float64.encode(1), 0x3ff0000000000000n);
 * ```
 */
export const float64: Format = makeFormat("float64", { exponentBits: 11, significandBits: 52 });
/**
 * IEEE 754 binary32: 24 significant bits.
 *
 * @example
 * ```ts
 * import { float32 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(float32.round(0.1), Math.fround(0.1));
 * ```
 */
export const float32: Format = makeFormat("float32", { exponentBits: 8, significandBits: 23 });
/**
 * IEEE 754 binary16, "half": 11 significant bits, largest value 65504.
 *
 * @example
 * ```ts
 * import { float16 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(float16.round(65520), Infinity);
 * ```
 */
export const float16: Format = makeFormat("float16", { exponentBits: 5, significandBits: 10 });
/**
 * The upper half of a float32: 8 significant bits, the range of float32.
 *
 * @example
 * ```ts
 * import { bfloat16 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(bfloat16.decode(0x3f80n), 1);
 * ```
 */
export const bfloat16: Format = makeFormat("bfloat16", { exponentBits: 8, significandBits: 7 });

/**
 * E4M3 of the Open Compute Project: 4 significant bits, largest value 448, no infinities, one NaN.
 *
 * @see Micikevicius and others 2022, https://arxiv.org/abs/2209.05433
 *
 * @example
 * ```ts
 * import { float8e4m3 } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([float8e4m3.round(300), float8e4m3.round(500)], [288, NaN]);
 * ```
 */
export const float8e4m3: Format = makeFormat("e4m3fn", {
  exponentBits: 4,
  significandBits: 3,
  infinities: false,
});
/**
 * E5M2 of the Open Compute Project: 3 significant bits, the range of float16, largest value 57344.
 *
 * @see Micikevicius and others 2022, https://arxiv.org/abs/2209.05433
 *
 * @example
 * ```ts
 * import { float8e5m2 } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([float8e5m2.round(1000), float8e5m2.round(1e5)], [1024, Infinity]);
 * ```
 */
export const float8e5m2: Format = makeFormat("e5m2", { exponentBits: 5, significandBits: 2 });

/**
 * The formats that engines compute in, by name.
 *
 * @example
 * ```ts
 * import { formats } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formats.bfloat16.round(1.005), 1.0078125);
 * ```
 */
export const formats: Readonly<
  Record<"float64" | "float32" | "float16" | "bfloat16", Format>
> = Object.freeze({
  float64,
  float32,
  float16,
  bfloat16,
});
