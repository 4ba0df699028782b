import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { makeFormat } from "./_make_format.ts";
import { type Format, type FormatName, formats, type FormatShape } from "./format.ts";

const known: Known<FormatShape> = {
  exponentBits: kinds.needed(kinds.number),
  significandBits: kinds.needed(kinds.number),
  infinities: kinds.flag,
  saturate: kinds.flag,
};

const made = new Map<string, Format>(Object.entries(formats));

/**
 * Any binary floating-point format: sign, exponent with the bias of IEEE 754, significand, subnormals.
 *
 * @param shape how many bits, and what is at the top of the range
 * @returns the format; its name says what it is, `"e4m3fn"`, and {@linkcode formatNamed} gives it back
 * @throws RangeError if the bits are not whole numbers from 2 to 11 and from 1 to 52
 *
 * @example TensorFloat-32, and a format that saturates
 * ```ts
 * import { floatFormat } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(floatFormat({ exponentBits: 8, significandBits: 10 }).round(1.0003), 1);
 * const small = floatFormat({ exponentBits: 4, significandBits: 3, infinities: false, saturate: true });
 * assertEquals([small.name, small.round(1e5)], ["e4m3fns", 448]);
 * ```
 */
export function floatFormat(shape: FormatShape): Format {
  checkOptions("make a format", shape, known);
  const { exponentBits, significandBits, infinities = true, saturate = false } = shape;
  checkWhole("exponentBits", exponentBits, 2, 11);
  checkWhole("significandBits", significandBits, 1, 52);
  const own = Object.values(formats).find(({ shape }) =>
    shape.exponentBits === exponentBits && shape.significandBits === significandBits
  );
  if (own && infinities && !saturate) return own;
  const ending = `${infinities ? "" : "fn"}${saturate ? "s" : ""}` as "" | "fn" | "s" | "fns";
  const name: FormatName = `e${exponentBits}m${significandBits}${ending}`;
  const format = made.get(name) ?? makeFormat(name, shape);
  made.set(name, format);
  return format;
}

/**
 * A format by its name.
 *
 * @param name `"float32"`, `"bfloat16"`, or `"e4m3fn"` by the bits of exponent and significand
 * @returns the format
 * @throws RangeError if there is none of that name
 *
 * @example
 * ```ts
 * import { float8e5m2, formatNamed } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatNamed("e5m2").max, float8e5m2.max);
 * ```
 */
export function formatNamed(name: FormatName): Format {
  const known = made.get(name);
  if (known) return known;
  const parts = /^e(\d+)m(\d+)(fn)?(s)?$/.exec(name);
  if (!parts) {
    throw new RangeError(
      `Cannot find a format as its name must be one of ${
        Object.keys(formats).join(", ")
      } or e and m ` +
        `with their bits, like e4m3fn: current value is ${name}`,
    );
  }
  const [, exponentBits, significandBits, finite, saturate] = parts;
  return floatFormat({
    exponentBits: Number(exponentBits),
    significandBits: Number(significandBits),
    infinities: !finite,
    saturate: Boolean(saturate),
  });
}

function checkWhole(name: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new RangeError(
    `Cannot make a format as ${name} must be a whole number from ${low} to ${high}: ` +
      `current value is ${value}`,
  );
}
