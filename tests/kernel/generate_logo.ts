/**
 * Makes the kernel's picture as PNG, for front ends that take no SVG, in `src/kernel/_logo_png.ts`:
 * `deno run -A tests/kernel/generate_logo.ts`.
 *
 * @module
 */

import { LOGO } from "../../src/kernel/logo.ts";
import { pngOf } from "../../src/display/drawing/_png.ts";

/** The file as it should be. */
export async function logoFile(): Promise<string> {
  const base64 = (await pngOf(LOGO, 1)).toBase64();
  const lines = base64.match(/.{1,88}/g)!.map((line) => `  "${line}"`).join(" +\n");
  return `// Made by tests/kernel/generate_logo.ts from logo.ts; not to be edited.\n
/** The kernel's picture, 64 by 64 pixels, as base64. */
export const LOGO_PNG: string =\n${lines.replace(/^ {2}/, "  ")};\n`;
}

if (import.meta.main) {
  const path = new URL("../../src/kernel/_logo_png.ts", import.meta.url);
  await Deno.writeTextFile(path, await logoFile());
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "-q", path.pathname] }).spawn().status;
}
