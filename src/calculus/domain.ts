/**
 * Checks shared by whatever takes an interval.
 *
 * @module
 */

/**
 * The ends of a domain, checked.
 *
 * @param action what is to be done, for the message: `"fit"`
 * @throws RangeError if an end is NaN, or the domain is empty or reversed
 * @internal
 */
export function checkDomain(action: string, domain: readonly [number, number]): [number, number] {
  const [from, to] = domain;
  if (!(from < to)) {
    throw new RangeError(
      `Cannot ${action} as the domain [a, b] must have a < b: current value is [${from}, ${to}]`,
    );
  }
  return [from, to];
}
