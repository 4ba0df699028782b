import type { Activation } from "./activation.ts";
import * as all from "./all.ts";

/**
 * Every activation by id, in the order of ids; frozen. Other names of one are not in it.
 *
 * `src/activations/all.ts` is the list it is made of and says how to add to it.
 *
 * @example
 * ```ts
 * import { activations, hardSwish } from "@actbook/actbook";
 * import { assert, assertEquals } from "@std/assert";
 *
 * assertEquals(activations.hardSwish, hardSwish);
 * assert("relu" in activations && !("relu2" in activations));
 * ```
 */
export const activations: Readonly<Record<string, Activation>> = catalogue(all);

function catalogue(named: Readonly<Record<string, Activation>>): Record<string, Activation> {
  const records = [...new Set(Object.values(named))];
  const entries = records.map((record): [string, Activation] => [record.id, record]);
  return Object.freeze(Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1)));
}
