import type { RealFunction } from "../calculus/real_function.ts";
import { shown } from "../options/shown.ts";
import type { Certificate } from "./certificate.ts";
import { type CertifyOptions, countDifferences } from "./count_differences.ts";
import { nameOf } from "./name_of.ts";

/** A function that comes with its derivative. */
export type Differentiated = RealFunction & { readonly derivative: RealFunction };

/**
 * Goes through every finite input of a format and counts where the derivative of a candidate differs
 * from that of a reference, as {@linkcode countDifferences} does for the functions themselves: what a
 * backward pass through the candidate gets wrong. The candidate's own derivative is taken, be it that
 * of its formula or a kernel of its own: `{ derivative }` put to a function with `Object.assign`.
 *
 * @param reference what is right, with its derivative
 * @param candidate what is certified, with its own derivative
 * @param options format, range, progress, cancellation, threads
 * @returns what was counted, plain data
 * @throws TypeError if one of the two has no derivative
 * @throws RangeError if the format is float64, the range is reversed, or the certificate to resume is
 *   of something else
 *
 * @example The tanh form errs in its slope too
 * ```ts
 * import { gelu, geluTanh } from "@actbook/actbook";
 * import { countGradientDifferences } from "@actbook/actbook/comparison";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const options = { format: "bfloat16" } as const;
 * const { inputs, differing } = await countGradientDifferences(gelu, geluTanh, options);
 * assertEquals(inputs, 65280);
 * assert(differing > 0);
 * ```
 */
export async function countGradientDifferences(
  reference: Differentiated,
  candidate: Differentiated,
  options: CertifyOptions,
): Promise<Certificate> {
  for (const [role, f] of Object.entries({ reference, candidate })) {
    if (typeof f?.derivative === "function") continue;
    throw new TypeError(
      `Cannot certify a gradient as ${role} must have a derivative: current value is ${shown(f)}`,
    );
  }
  const certificate = await countDifferences(reference.derivative, candidate.derivative, options);
  // A derivative made by hand is called "derivative" by its assignment, which tells nobody of what.
  const name = (f: Differentiated, known: string) =>
    known === "derivative" || known === "anonymous" ? `${nameOf(f)}′` : known;
  return {
    ...certificate,
    reference: name(reference, certificate.reference),
    candidate: name(candidate, certificate.candidate),
  };
}
