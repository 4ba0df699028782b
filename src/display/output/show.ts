import { kernel } from "./_kernel.ts";
import { bundleOf, showOn } from "./_show_on.ts";
import { mime } from "../bundle.ts";

/**
 * Shows things in a notebook, the reliable way to end a cell: `await show(x)` resolves when the
 * kernel has sent them, so that no output is lost or lands in the next cell. Outside a notebook it
 * prints their plain text.
 *
 * @param things charts, tables, formulas and the like; texts are shown as they are, other values as
 * the console would print them
 * @returns nothing, so that a cell that ends with it shows nothing more
 *
 * @example
 * ```ts
 * import { formula, show } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await show("The square:", formula("x^2")), undefined);
 * ```
 */
export async function show(...things: readonly unknown[]): Promise<undefined> {
  const jupyter = kernel();
  if (jupyter) return await showOn(jupyter, things);
  for (const thing of things) console.log((await bundleOf(thing))[mime.plain] ?? "");
  return undefined;
}
