/**
 * Which functions are those of the catalogue: recorded where they are built, so that a name decides
 * nothing.
 *
 * @module
 */

/** A function of the catalogue as plain data: enough to find it again in another thread. */
export interface Origin {
  /** The activation's id in the catalogue. */
  readonly id: string;
  /** The values of its parameters. */
  readonly parameters: Readonly<Record<string, number>>;
  /** 0 for f, 1 for f′, 2 for f″. */
  readonly order: 0 | 1 | 2;
}

const origins = new WeakMap<(x: number) => number, Origin>();

/**
 * Records f, f′ or f″ of an activation of the catalogue.
 *
 * @internal
 */
export function recordOrigin(f: (x: number) => number, origin: Origin): void {
  origins.set(f, origin);
}

/**
 * Where a function comes from, if it is one of the catalogue, at whatever parameters, or the first or
 * second derivative of one. A user's own function is none, whatever it is called.
 *
 * @param f any function of one number
 * @returns its id, parameters and order; undefined if it is not of the catalogue
 *
 * @example
 * ```ts
 * import { defineActivation, swish } from "@actbook/actbook";
 * import { originOf } from "@actbook/actbook/activations";
 * import { assertEquals } from "@std/assert";
 *
 * const steep = swish.with({ beta: 2 }).derivative;
 * assertEquals(originOf(steep), { id: "swish", parameters: { beta: 2 }, order: 1 });
 * assertEquals(originOf(defineActivation({ id: "swish", f: (x) => x })), undefined);
 * ```
 */
export function originOf(f: (x: number) => number): Origin | undefined {
  return origins.get(f);
}
