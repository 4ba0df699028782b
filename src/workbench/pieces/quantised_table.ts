import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** What a whole number q stands for: (q − zeroPoint)·scale. */
export interface Quantisation {
  /** What one step is worth, above 0. */
  readonly scale: number;
  /** Which whole number stands for 0; 0 if not given. */
  readonly zeroPoint?: number;
}

/** What is tabled for which whole numbers. */
export interface QuantisedOptions {
  /** The function of real numbers. */
  readonly target: (x: number) => number;
  /** 8: an entry for each input. 16: 513 entries and straight lines between them. */
  readonly bits: 8 | 16;
  /** What inputs stand for. */
  readonly input: Quantisation;
  /** What outputs stand for. */
  readonly output: Quantisation;
}

/** A table from whole numbers to whole numbers. */
export interface QuantisedTable {
  /** The entries: of −128 … 127, or of −32768, −32640, …, 32768. */
  readonly values: Int8Array | Int16Array;
  /** What the table gives for a whole number. */
  readonly f: (q: number) => number;
  /** The largest distance from the right output, in steps, of all inputs. */
  readonly steps: number;
  /** Where that is. */
  readonly stepsAt: number;
  /** The largest |error| of what outputs stand for where the right one can be stood for. */
  readonly error: number;
  /** A function of C that looks it up. */
  code(name?: string): string;
}

const known: Known<QuantisedOptions> = {
  target: kinds.needed(kinds.callable),
  bits: kinds.needed(kinds.oneOf(8, 16)),
  input: kinds.needed(kinds.object),
  output: kinds.needed(kinds.object),
};

/** How many inputs of 16 bits share a line. */
const STRIDE = 128;

/**
 * The table of a function for whole numbers of 8 or 16 bits, as quantised networks take them, tried at
 * every input.
 *
 * With 16 bits the value between two entries is a + ((b − a)·r + 64) >> 7, where r are the last seven
 * bits of the input: whole numbers only.
 *
 * @param options the function, the bits, and what inputs and outputs stand for
 * @returns the table with its errors and code
 * @throws RangeError if bits is neither 8 nor 16, a scale is not above 0, a zero point is no whole
 *   number of so many bits, or the function is not a number somewhere
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { quantisedTable } from "@actbook/actbook/workbench";
 * import { assertEquals } from "@std/assert";
 *
 * const scale = 1 / 16;
 * const table = quantisedTable({ target: gelu, bits: 8, input: { scale }, output: { scale } });
 * assertEquals([table.f(16), table.f(-128), table.steps], [13, 0, 0]);
 * ```
 */
export function quantisedTable(options: QuantisedOptions): QuantisedTable {
  checkOptions("make a table", options, known);
  const { target, bits, input, output } = options;
  for (const [name, side] of Object.entries({ input, output })) check(name, side, bits);
  const [lowest, highest] = [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  const { scale, zeroPoint = 0 } = output;
  const real = (q: number) => target((q - (input.zeroPoint ?? 0)) * input.scale);
  const right = (q: number) => {
    const value = real(q);
    if (Number.isNaN(value)) {
      throw new RangeError(`Cannot make a table as the target must be a number: it is NaN at ${q}`);
    }
    return Math.max(lowest, Math.min(highest, Math.round(value / scale) + zeroPoint));
  };
  const stride = bits === 8 ? 1 : STRIDE;
  const count = bits === 8 ? 256 : 513;
  const entries = Array.from({ length: count }, (_, k) => right(lowest + k * stride));
  const values = bits === 8 ? Int8Array.from(entries) : Int16Array.from(entries);
  const f = (q: number) => {
    const place = q - lowest;
    if (bits === 8) return values[place];
    const [k, rest] = [place >> 7, place & (STRIDE - 1)];
    return values[k] + (((values[k + 1] - values[k]) * rest + STRIDE / 2) >> 7);
  };
  let [steps, stepsAt, error] = [0, lowest, 0];
  for (let q = lowest; q <= highest; q++) {
    const [found, wanted] = [f(q), right(q)];
    if (Math.abs(found - wanted) > steps) [steps, stepsAt] = [Math.abs(found - wanted), q];
    if (wanted === lowest || wanted === highest) continue;
    error = Math.max(error, Math.abs((found - zeroPoint) * scale - real(q)));
  }
  return { values, f, steps, stepsAt, error, code: (name = "table") => codeOf(name, values) };
}

function check(name: string, { scale, zeroPoint = 0 }: Quantisation, bits: number): void {
  if (!(scale > 0 && scale < Infinity)) {
    throw new RangeError(
      `Cannot make a table as the scale of the ${name} must be above 0: current value is ${scale}`,
    );
  }
  const half = 2 ** (bits - 1);
  if (Number.isInteger(zeroPoint) && zeroPoint >= -half && zeroPoint < half) return;
  throw new RangeError(
    `Cannot make a table as the zero point of the ${name} must be a whole number of ${bits} bits: ` +
      `current value is ${zeroPoint}`,
  );
}

function codeOf(name: string, values: Int8Array | Int16Array): string {
  if (!/^[A-Za-z]\w*$/.test(name)) {
    throw new RangeError(
      `Cannot write a table as the name must be an identifier: current value is ${name}`,
    );
  }
  const type = values instanceof Int8Array ? "int8_t" : "int16_t";
  const rows: string[] = [];
  for (let k = 0; k < values.length; k += 16) rows.push(`  ${values.slice(k, k + 16).join(", ")},`);
  const body = values instanceof Int8Array ? [`  return ${name}_values[(int) q + 128];`] : [
    "  const int32_t place = (int32_t) q + 32768, k = place >> 7, rest = place & 127;",
    `  const int32_t from = ${name}_values[k], to = ${name}_values[k + 1];`,
    `  return (${type}) (from + (((to - from) * rest + 64) >> 7));`,
  ];
  return [
    "#include <stdint.h>",
    "",
    `static const ${type} ${name}_values[${values.length}] = {`,
    ...rows,
    "};",
    "",
    `${type} ${name}(${type} q) {`,
    ...body,
    "}",
    "",
  ].join("\n");
}
