import { drained } from "./_drained.ts";
import type { Kernel } from "./_kernel.ts";
import { type Bundle, displaySymbol, isDisplayable, mime } from "../bundle.ts";
import { translations } from "../texts/translations.ts";

/** Shows things in the notebook of a kernel, and waits until they are sent. */
export async function showOn(kernel: Kernel, things: readonly unknown[]): Promise<undefined> {
  for (const thing of things.flatMap(partsOf)) {
    const data = await bundleOf(thing);
    await kernel.broadcast("display_data", { data, metadata: wordsFor(data) });
  }
  await drained(kernel);
  return undefined;
}

const pictures = [mime.svg, mime.png, mime.jpeg, mime.gif, mime.webp];

/** The words of pictures, where front ends and builders look for them. */
function wordsFor(data: Bundle): Record<string, unknown> {
  const alt = data[mime.plain];
  const shown = pictures.filter((type) => type in data);
  return Object.fromEntries(shown.map((type) => [type, { alt }]));
}

/** A group is shown part by part, each in its best format. */
function partsOf(thing: unknown): readonly unknown[] {
  return isDisplayable(thing) && thing.parts ? thing.parts.flatMap(partsOf) : [thing];
}

/** What shows a thing, whether it knows how to show itself or not. */
export async function bundleOf(thing: unknown): Promise<Bundle> {
  if (isDisplayable(thing)) return await thing[displaySymbol]();
  return { [mime.plain]: typeof thing === "string" ? translations.of(thing) : inspected(thing) };
}

/** As the console would print it. */
function inspected(thing: unknown): string {
  if ("Deno" in globalThis) return Deno.inspect(thing);
  return globalThis.process?.getBuiltinModule?.("node:util").inspect(thing) ?? String(thing);
}
