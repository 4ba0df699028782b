/**
 * Pictures as files: a light and a dark one where the colours are ours, named after what they hold.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { themes } from "../display/drawing/themes.ts";
import type { Picture } from "./_shown_output.ts";

/** A picture in two versions, of which the second is missing where its colours are not ours. */
export interface Versions {
  readonly light: Uint8Array<ArrayBuffer>;
  readonly dark?: Uint8Array<ArrayBuffer>;
}

/** The picture for light pages and the one for dark ones. */
export function versionsOf({ type, bytes }: Picture): Versions {
  if (type !== "svg") return { light: bytes };
  const texts = coloursFor(new TextDecoder().decode(bytes));
  const [light, dark] = texts.map((text) => new TextEncoder().encode(text));
  return { light, dark };
}

/** A text with colours of ours, an SVG or a spec, for light and for dark pages; else as it is, once. */
export function coloursFor(text: string): [light: string, dark?: string] {
  const [light, dark] = ["light", "dark"].map((name) => coloursOf(name));
  const drawn = [light, dark].find((colours) => text.toLowerCase().includes(colours[0]));
  if (!drawn) return [text];
  const to = (colours: readonly string[]) =>
    drawn === colours ? text : swapped(text, drawn, colours);
  return [to(light), to(dark)];
}

/** The colours of a theme, its ink first. */
function coloursOf(name: string): string[] {
  const { ink, background, grid, zero, palette } = themes.get(name);
  return [ink, background, grid, zero, ...palette].map((colour) => colour.toLowerCase());
}

function swapped(text: string, from: readonly string[], to: readonly string[]): string {
  // Where a series has the ink's colour, it is ink.
  const pairs = new Map(from.map((colour, i) => [colour, to[i]] as const).reverse());
  return text.replace(/#[0-9a-f]{6}\b/gi, (colour) => pairs.get(colour.toLowerCase()) ?? colour);
}

/** Width and height of a picture in pixels, where it tells them. */
export function sizeOf({ type, bytes, size }: Picture): Picture["size"] {
  if (size) return size;
  if (type === "svg") {
    const svg = new TextDecoder().decode(bytes.subarray(0, 2000));
    const [, width, height] =
      /<svg\b[^>]*?\bviewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/
        .exec(svg) ?? [];
    return width
      ? { width: Math.round(Number(width)), height: Math.round(Number(height)) }
      : undefined;
  }
  if (type !== "png" || bytes.length < 24) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** A name that says what is in the file: the same for the same bytes, another for others. */
export function fileName(bytes: Uint8Array<ArrayBuffer>, stem: string, ending: string): string {
  return `${stem}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.${ending}`;
}
