import { isGone, nameOfType, type NumberArray, numbersOf } from "./_numbers.ts";

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
    if (
      ArrayBuffer.isView(out) && xs.length === out.length && xs.length > 0 &&
      xs.buffer !== out.buffer
    ) {
      return { format: "float32", xs, out };
    }
  }
  const format = formatOf(xs, wanted);
  const result = out === undefined ? emptyLike(xs, format) : checked(out, xs, format);
  return { format, xs: overlaps(xs, result) ? copyOf(xs, format) : xs, out: result };
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

/** Not of the constructor of an array, which may be one of a class of the caller's. */
function emptyLike(xs: NumberArray, format: ArrayFormat): NumberArray {
  if (format === "float64") return new Float64Array(xs.length);
  if (format === "float32") return new Float32Array(xs.length);
  return nameOfType(xs) === "Uint16Array"
    ? new Uint16Array(xs.length)
    : new Float16Array(xs.length);
}

function copyOf(xs: NumberArray, format: ArrayFormat): NumberArray {
  const copy = emptyLike(xs, format);
  copy.set(xs);
  return copy;
}

function checked(out: unknown, xs: NumberArray, format: ArrayFormat): NumberArray {
  const needed = format === "float64" ? "Float64Array" : nameOfType(xs);
  const given = out === null ? "null" : typeof out === "object" ? nameOfType(out) : typeof out;
  if (given !== needed || !ArrayBuffer.isView(out)) {
    throw new TypeError(
      `Cannot evaluate into out as it must be a ${needed} for this input: current value is ` +
        (given === needed ? "none, but an object that says so" : `of type ${given}`),
    );
  }
  const array = out as NumberArray;
  if (isGone(array)) throw new TypeError(gone(given));
  if (array.length !== xs.length) {
    throw new RangeError(
      `Cannot evaluate into out as its length must be ${xs.length}: current value is ` +
        `${array.length}`,
    );
  }
  return array;
}

/** What is said of a place for results whose buffer was transferred away, or has become too short. */
export function gone(name: string): string {
  return `Cannot evaluate into out as its buffer must not be detached or too short: current value is ` +
    `a ${name}`;
}

/** Whether results would be written over inputs that are still to be read. */
function overlaps(xs: NumberArray, out: NumberArray): boolean {
  if (xs.buffer !== out.buffer) return false;
  const inPlace = xs.byteOffset === out.byteOffset && xs.byteLength === out.byteLength;
  return !inPlace && xs.byteOffset < out.byteOffset + out.byteLength &&
    out.byteOffset < xs.byteOffset + xs.byteLength;
}
