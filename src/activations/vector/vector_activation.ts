import type { Citation } from "../activation.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { shown } from "../../options/shown.ts";

/** Numbers in a row. */
export type Vector = Float64Array | readonly number[];

/** What to give where there is nothing to choose from. */
export interface VectorOptions {
  /**
   * The entries of the result where every number is the one that stands for "nothing here": −∞, for
   * softmin ∞. There softmax has no limit and is NaN, unless this is given; the vector-Jacobian
   * product is then 0.
   */
  readonly empty?: number;
}

const vectorOptions: Known<VectorOptions> = { empty: kinds.number };

/** A function of vectors that knows its formula and its vector-Jacobian product. Callable. */
export interface VectorActivation {
  /**
   * @param x the numbers, at least one
   * @param options what to give where every number is masked
   * @throws TypeError if x is no array
   * @throws RangeError if x is empty, or its length is odd where it is halved; if `empty` is given to
   *   a function that has no use for it
   */
  (x: Vector, options?: VectorOptions): Float64Array;
  /** A short name that is unique in the catalogue, `"softmax"`. */
  readonly id: string;
  /** The name to print. */
  readonly title: string;
  /** The right-hand side in LaTeX. */
  readonly tex: string;
  /** Who defined it, where. */
  readonly sources: readonly Citation[];
  /**
   * The vector-Jacobian product: the sum over i of cotangent_i ∂f_i/∂x_j, for each j. It carries
   * the gradient of a loss from outputs back to inputs.
   *
   * @param x where
   * @param cotangent as long as f(x)
   * @param options what f gives where every number is masked: there the product is then 0
   * @returns as long as x
   * @throws RangeError if a length is wrong, or `empty` is given to a function without use for it
   */
  vjp(x: Vector, cotangent: Vector, options?: VectorOptions): Float64Array;
}

/** All there is to say of a function of vectors. */
export interface VectorDefinition {
  /** A short name that is unique in the catalogue. */
  readonly id: string;
  /** The name to print. */
  readonly title: string;
  /** The right-hand side in LaTeX. */
  readonly tex: string;
  /** True if the input is read as two halves, so that the output is half as long. */
  readonly halves: boolean;
  /** The number that stands for "nothing here", if there is one. */
  readonly empty?: number;
  /** f itself, of an input whose length is checked. */
  readonly f: (x: Vector) => Float64Array;
  /** Its vector-Jacobian product, of inputs whose lengths are checked. */
  readonly vjp: (x: Vector, cotangent: Vector) => Float64Array;
  /** Who defined it, where. */
  readonly sources: readonly Citation[];
}

/**
 * Makes a function of vectors of its definition; lengths are checked before each call.
 *
 * @param definition all there is to say of it
 * @returns the callable
 */
export function vectorActivation(definition: VectorDefinition): VectorActivation {
  const { id, title, tex, halves, empty: mask, f, vjp, sources } = definition;
  const isEmpty = (x: Vector, options: VectorOptions) => {
    checkOptions(`evaluate ${id}`, options, vectorOptions);
    const { empty } = options;
    if (empty === undefined) return false;
    checkEmpty(id, mask, empty);
    return x.every((value: number) => value === mask);
  };
  const checked = (x: Vector, options: VectorOptions = {}) => {
    checkLength(id, x, halves);
    return isEmpty(x, options) ? new Float64Array(x.length).fill(options.empty!) : f(x);
  };
  const properties = {
    id,
    title,
    tex,
    sources: Object.freeze([...sources]),
    vjp: (x: Vector, cotangent: Vector, options: VectorOptions = {}) => {
      checkLength(id, x, halves);
      const length = halves ? x.length / 2 : x.length;
      if (cotangent.length !== length) {
        throw new RangeError(
          `Cannot take the vector-Jacobian product of ${id} as the cotangent must have length ` +
            `${length}: current value is ${cotangent.length}`,
        );
      }
      return isEmpty(x, options) ? new Float64Array(x.length) : vjp(x, cotangent);
    },
  };
  const described = Object.getOwnPropertyDescriptors(properties);
  Object.defineProperties(checked, { ...described, name: { value: id } });
  return Object.freeze(checked) as typeof checked & typeof properties;
}

function checkEmpty(id: string, mask: number | undefined, empty: number): void {
  if (mask === undefined) {
    throw new RangeError(
      `Cannot give ${id} a value for empty input as no number stands for nothing there: ` +
        `current value is ${empty}`,
    );
  }
}

function checkLength(id: string, x: Vector, halves: boolean): void {
  if (!Array.isArray(x) && !ArrayBuffer.isView(x)) {
    throw new TypeError(
      `Cannot evaluate ${id} as x must be an array of numbers: current value is ${shown(x)}`,
    );
  }
  if (x.length === 0) {
    throw new RangeError(`Cannot evaluate ${id} as x must not be empty: current length is 0`);
  }
  if (halves && x.length % 2 === 1) {
    throw new RangeError(
      `Cannot evaluate ${id} as the length of x must be even: current value is ${x.length}`,
    );
  }
}
