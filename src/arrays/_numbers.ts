import { shown } from "../options/shown.ts";

/** What {@linkcode evaluate} takes: an array of numbers, or what can be made one. */
export type Numbers = ArrayLike<number> | Iterable<number>;

/** A typed array of numbers, not of bigints. */
export type NumberArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float16Array
  | Float32Array
  | Float64Array;

const bigints = ["BigInt64Array", "BigUint64Array"];

/** An array is no longer than this. */
const LONGEST = 2 ** 32 - 1;

/**
 * The input as a typed array: itself if it is one, else its numbers as doubles.
 *
 * @throws TypeError if it is no collection of numbers, or its buffer has gone
 * @throws RangeError if it says that it is longer than arrays can be
 */
export function numbersOf(xs: unknown): NumberArray {
  if (ArrayBuffer.isView(xs)) {
    if (xs instanceof Float32Array && xs.length > 0) return xs;
    const name = nameOfType(xs);
    if (bigints.includes(name) || name === "DataView") throw refusal(`of type ${name}`);
    if (isGone(xs as NumberArray)) throw refusal(`a ${name} whose buffer is detached or too short`);
    return xs as NumberArray;
  }
  if (typeof xs !== "object" || xs === null || xs instanceof String) throw refusal(shown(xs));
  return Float64Array.from(listOf(xs));
}

function listOf(xs: object): number[] {
  // What inherits from a typed array, and is none, has methods that throw.
  const iterable = Symbol.iterator in xs && !(xs instanceof typed);
  const length = iterable || xs instanceof typed ? NaN : (xs as { length?: unknown }).length;
  if (!iterable && !Number.isInteger(length)) throw refusal(`of type ${nameOfType(xs)}`);
  if (!iterable && (length as number) > LONGEST) {
    throw new RangeError(
      `Cannot evaluate as the length of xs must be <= ${LONGEST}: current value is ${length}`,
    );
  }
  const list = Array.from(xs as ArrayLike<unknown>);
  const wrong = list.findIndex((x) => typeof x !== "number");
  if (wrong < 0) return list as number[];
  throw refusal(`an array with ${shown(list[wrong])} at ${wrong}`);
}

/** What all classes of typed arrays extend. */
const typed = Object.getPrototypeOf(Float32Array) as new () => NumberArray;

/** `Float32Array` and so on, whatever realm it comes from. */
export function nameOfType(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether the buffer of a typed array was transferred away, or has become too short for it. */
export function isGone(view: NumberArray): boolean {
  try {
    // Methods refuse such an array, while its length is just 0.
    typed.prototype.indexOf.call(view, 0, Infinity);
    return false;
  } catch {
    return true;
  }
}

function refusal(given: string): TypeError {
  return new TypeError(
    `Cannot evaluate as xs must be an array, typed array or iterable of numbers: ` +
      `current value is ${given}`,
  );
}
