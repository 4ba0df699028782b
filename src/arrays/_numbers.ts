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

/**
 * The input as a typed array: itself if it is one, else its numbers as doubles.
 *
 * @throws TypeError if it is no collection of numbers, or its buffer has gone
 */
export function numbersOf(xs: unknown): NumberArray {
  if (xs instanceof Float32Array && xs.length > 0) return xs;
  if (ArrayBuffer.isView(xs)) {
    const name = nameOfType(xs);
    if (bigints.includes(name) || name === "DataView") throw refusal(`of type ${name}`);
    if (isDetached(xs.buffer)) throw refusal(`a ${name} whose buffer is detached`);
    return xs as NumberArray;
  }
  if (typeof xs !== "object" || xs === null) {
    throw refusal(typeof xs === "string" ? JSON.stringify(xs.slice(0, 20)) : String(xs));
  }
  const listed = Symbol.iterator in xs || Number.isInteger((xs as { length?: unknown }).length);
  if (!listed) throw refusal(`of type ${nameOfType(xs)}`);
  const list = Array.from(xs as ArrayLike<unknown>);
  const wrong = list.find((x) => typeof x !== "number");
  if (wrong === undefined && !list.includes(undefined)) return Float64Array.from(list as number[]);
  throw refusal(`an array with ${typeof wrong === "string" ? JSON.stringify(wrong) : wrong}`);
}

/** `Float32Array` and so on, whatever realm it comes from. */
export function nameOfType(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether a buffer was transferred away; `detached` itself is newer than the engines we run on. */
export function isDetached(buffer: ArrayBufferLike): boolean {
  try {
    new Uint8Array(buffer, 0, 0);
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
