import { kernel } from "./_kernel.ts";
import { type Bundle, display, isDisplayable, mime } from "./bundle.ts";

/** Deno's kernel sends outputs behind its word "idle": 5 ms lost none of 1500, 0 ms lost some. */
const drainMilliseconds = 5;

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
  for (const thing of things.flatMap(partsOf)) {
    const data = await bundleOf(thing);
    if (jupyter) await jupyter.broadcast("display_data", { data, metadata: {} });
    else console.log(data[mime.plain] ?? "");
  }
  if (jupyter) await new Promise((resolve) => setTimeout(resolve, drainMilliseconds));
  return undefined;
}

function partsOf(thing: unknown): readonly unknown[] {
  return isDisplayable(thing) && thing.parts ? thing.parts.flatMap(partsOf) : [thing];
}

async function bundleOf(thing: unknown): Promise<Bundle> {
  if (isDisplayable(thing)) return await thing[display]();
  return { [mime.plain]: typeof thing === "string" ? thing : Deno.inspect(thing) };
}
