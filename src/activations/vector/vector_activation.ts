import type { Citation } from "../activation.ts";

/** Numbers in a row. */
export type Vector = Float64Array | readonly number[];

/** A function of vectors that knows its formula and its vector-Jacobian product. Callable. */
export interface VectorActivation {
  /**
   * @param x the numbers, at least one
   * @throws RangeError if x is empty, or its length is odd where it is halved
   */
  (x: Vector): Float64Array;
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
   * @returns as long as x
   * @throws RangeError if a length is wrong
   */
  vjp(x: Vector, cotangent: Vector): Float64Array;
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
  const { id, title, tex, halves, f, vjp, sources } = definition;
  const checked = (x: Vector) => {
    checkLength(id, x, halves);
    return f(x);
  };
  const properties = {
    id,
    title,
    tex,
    sources: Object.freeze([...sources]),
    vjp: (x: Vector, cotangent: Vector) => {
      checkLength(id, x, halves);
      const length = halves ? x.length / 2 : x.length;
      if (cotangent.length !== length) {
        throw new RangeError(
          `Cannot take the vector-Jacobian product of ${id} as the cotangent must have length ` +
            `${length}: current value is ${cotangent.length}`,
        );
      }
      return vjp(x, cotangent);
    },
  };
  const described = Object.getOwnPropertyDescriptors(properties);
  Object.defineProperties(checked, { ...described, name: { value: id } });
  return Object.freeze(checked) as typeof checked & typeof properties;
}

function checkLength(id: string, x: Vector, halves: boolean): void {
  if (x.length === 0) {
    throw new RangeError(`Cannot evaluate ${id} as x must not be empty: current length is 0`);
  }
  if (halves && x.length % 2 === 1) {
    throw new RangeError(
      `Cannot evaluate ${id} as the length of x must be even: current value is ${x.length}`,
    );
  }
}
