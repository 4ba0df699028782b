import type { Kernel } from "./_kernel.ts";
import { type Bundle, display, isDisplayable, mime } from "./bundle.ts";

/** Deno's kernel sends outputs behind its word "idle": 5 ms lost none of 1500, 0 ms lost some. */
const drainMilliseconds = 5;

/** Shows things in the notebook of a kernel, and waits until they are sent. */
export async function showOn(kernel: Kernel, things: readonly unknown[]): Promise<undefined> {
  for (const thing of things) {
    await kernel.broadcast("display_data", { data: await bundleOf(thing), metadata: {} });
  }
  await new Promise((resolve) => setTimeout(resolve, drainMilliseconds));
  return undefined;
}

/** What shows a thing, whether it knows how to show itself or not. */
export async function bundleOf(thing: unknown): Promise<Bundle> {
  if (isDisplayable(thing)) return await thing[display]();
  return { [mime.plain]: typeof thing === "string" ? thing : Deno.inspect(thing) };
}
