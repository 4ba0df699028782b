import { isDetached, nameOfType, type NumberArray, numbersOf } from "./_numbers.ts";

/** The number format of an array, of its results and of what they are rounded to. */
export type ArrayFormat = "float64" | "float32" | "float16" | "bfloat16";

/** An input and a place for the results, both checked. */
export interface Request {
  readonly format: ArrayFormat;
  readonly xs: NumberArray;
  readonly out: NumberArray;
}

/** Checks the input and the place for the results, and makes the latter if there is none. */
export function requestOf(
  given: unknown,
  { out, format: wanted }: { readonly out?: unknown; readonly format?: string },
): Request {
  const xs = numbersOf(given);
  if (xs instanceof Float32Array && out instanceof Float32Array && wanted === undefined) {
    // The usual case, for which no name of a type is made.
    if (xs.length === out.length && xs.length > 0 && xs.buffer !== out.buffer) {
      return { format: "float32", xs, out };
    }
  }
  const format = formatOf(xs, wanted);
  const result = out === undefined ? emptyLike(xs, format) : checked(out, xs, format);
  return { format, xs: overlaps(xs, result) ? xs.slice() : xs, out: result };
}

function formatOf(xs: NumberArray, wanted: string | undefined): ArrayFormat {
  const name = nameOfType(xs);
  const patterns = name === "Uint16Array";
  if (wanted !== undefined && !(patterns && ["float16", "bfloat16"].includes(wanted))) {
    throw new RangeError(
      `Cannot evaluate as format must be "float16" or "bfloat16", for a Uint16Array of bit ` +
        `patterns: current value is ${JSON.stringify(wanted)} for a ${name}`,
    );
  }
  if (wanted) return wanted as ArrayFormat;
  return name === "Float32Array" ? "float32" : name === "Float16Array" ? "float16" : "float64";
}

function emptyLike(xs: NumberArray, format: ArrayFormat): NumberArray {
  if (format === "float64") return new Float64Array(xs.length);
  return new (xs.constructor as new (length: number) => NumberArray)(xs.length);
}

function checked(out: unknown, xs: NumberArray, format: ArrayFormat): NumberArray {
  const needed = format === "float64" ? "Float64Array" : nameOfType(xs);
  const given = out === null ? "null" : typeof out === "object" ? nameOfType(out) : typeof out;
  if (given !== needed) {
    throw new TypeError(
      `Cannot evaluate into out as it must be a ${needed} for this input: current value is of ` +
        `type ${given}`,
    );
  }
  const array = out as NumberArray;
  if (isDetached(array.buffer)) {
    throw new TypeError(
      `Cannot evaluate into out as its buffer must not be detached: current value is a ${given}`,
    );
  }
  if (array.length !== xs.length) {
    throw new RangeError(
      `Cannot evaluate into out as its length must be ${xs.length}: current value is ` +
        `${array.length}`,
    );
  }
  return array;
}

/** Whether results would be written over inputs that are still to be read. */
function overlaps(xs: NumberArray, out: NumberArray): boolean {
  if (xs.buffer !== out.buffer) return false;
  const inPlace = xs.byteOffset === out.byteOffset && xs.byteLength === out.byteLength;
  return !inPlace && xs.byteOffset < out.byteOffset + out.byteLength &&
    out.byteOffset < xs.byteOffset + xs.byteLength;
}
