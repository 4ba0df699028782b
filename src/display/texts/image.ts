import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";
import { printable } from "./_printable.ts";
import { shown } from "../../options/shown.ts";

/** A picture from elsewhere. */
export interface Image extends Displayable {
  /** What it shows, in words. */
  readonly alt: string;
  /** The output in every format. */
  bundle(): Bundle;
}

/** How each kind of picture begins, byte by byte as characters; a dot is any. */
const beginnings: readonly (readonly [type: string, start: string])[] = [
  [mime.png, "\x89PNG\r\n\x1a\n"],
  [mime.jpeg, "\xff\xd8\xff"],
  [mime.gif, "GIF8"],
  [mime.webp, "RIFF....WEBP"],
];

/**
 * A picture that is there already, on its own or in a cell of a table.
 *
 * @param content the bytes of a PNG, JPEG, GIF or WebP, such as `Deno.readFile` gives them; or the
 * text of an SVG that you trust, as it is shown as it is
 * @param alt what it shows, for those who cannot see it
 * @returns what shows as a picture
 * @throws TypeError if the content is no picture of these kinds
 *
 * @example
 * ```ts
 * import { image } from "@actbook/actbook";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const square = image('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "a square");
 * assertEquals(square.bundle()["text/plain"], "a square");
 * assertThrows(() => image("square.png", "a square"), TypeError, "SVG");
 * ```
 */
export function image(content: Uint8Array | string, alt: string): Image {
  if (typeof alt !== "string") {
    throw new TypeError(
      `Cannot show a picture as alt must be a text: current value is ${shown(alt)}`,
    );
  }
  const [type, data] = typeof content === "string" ? svgOf(content) : bytesOf(content);
  const words = printable(alt);
  const self: Image = {
    alt: words,
    bundle: () => ({ [type]: data, [mime.plain]: words }),
    [displaySymbol]: () => self.bundle(),
  };
  return self;
}

function svgOf(text: string): readonly [string, string] {
  if (/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(text)) {
    return [mime.svg, text];
  }
  throw new TypeError(
    `Cannot show a picture as its text must be an SVG; of a file, give the bytes: ` +
      `current value is ${shown(text)}`,
  );
}

function bytesOf(bytes: unknown): readonly [string, string] {
  if (bytes instanceof Uint8Array) {
    const type = beginnings.find(([, start]) =>
      [...start].every((letter, i) => letter === "." || bytes[i] === letter.charCodeAt(0))
    )?.[0];
    if (type) return [type, bytes.toBase64()];
  }
  throw new TypeError(
    `Cannot show a picture as its bytes must be a PNG, JPEG, GIF or WebP: ` +
      `current value is ${shown(bytes)}`,
  );
}
