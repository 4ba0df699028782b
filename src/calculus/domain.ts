/**
 * Checks shared by whatever takes an interval.
 *
 * @module
 */

import { shown } from "../options/shown.ts";

/**
 * The ends of a domain, checked.
 *
 * @param action what is to be done, for the message: `"fit"`
 * @throws TypeError if it is no pair of numbers
 * @throws RangeError if an end is NaN, or the domain is empty or reversed
 * @internal
 */
export function checkDomain(action: string, domain: readonly [number, number]): [number, number] {
  const isPair = Array.isArray(domain) && domain.length === 2 &&
    domain.every((end) => typeof end === "number");
  if (!isPair) {
    throw new TypeError(
      `Cannot ${action} as the domain must be two numbers [a, b]: current value is ${
        shown(domain)
      }`,
    );
  }
  const [from, to] = domain;
  if (!(from < to)) {
    throw new RangeError(
      `Cannot ${action} as the domain [a, b] must have a < b: current value is [${from}, ${to}]`,
    );
  }
  return [from, to];
}
