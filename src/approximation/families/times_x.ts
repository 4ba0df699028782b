/**
 * x times a gate.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";

/**
 * The family multiplied by x: of an approximation of the normal distribution function it makes one of
 * GELU.
 *
 * @param gate the family to multiply
 * @returns the product, with the same parameters
 *
 * @example
 * ```ts
 * import { clipGate, timesX } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(timesX(clipGate()).f(-1, { k: 0.25 }), -0.25);
 * ```
 */
export function timesX<Name extends string>(gate: Family<Name>): Family<Name> {
  const { title, start, kinks } = gate;
  return family({
    title: title.startsWith("½ +") ? `x · (${title})` : `x · ${title}`,
    start,
    kinks,
    ...(gate.expression ? { expression: ex.multiply("x", gate.expression) } : {
      f: (x, p) => x * gate.f(x, p),
      partials: (x, p) => gate.partials(x, p).map((d) => x * d),
    }),
  });
}
