/**
 * The entries nothing beats: no other entry costs at most as much and errs less, or costs less and
 * errs at most as much.
 *
 * @param entries anything with an error and a cost, both finite numbers
 * @returns those on the Pareto frontier, cheapest first
 *
 * @example
 * ```ts
 * import { frontier } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const [a, b, c] = [{ cost: 1, error: 3 }, { cost: 2, error: 1 }, { cost: 3, error: 2 }];
 * assertEquals(frontier([c, b, a]), [a, b]);
 * ```
 */
export function frontier<T extends { readonly cost: number; readonly error: number }>(
  entries: readonly T[],
): T[] {
  const beaten = (a: T) =>
    entries.some((b) =>
      b.cost <= a.cost && b.error <= a.error && (b.cost < a.cost || b.error < a.error)
    );
  return entries.filter((entry) => !beaten(entry)).sort((a, b) => a.cost - b.cost);
}
