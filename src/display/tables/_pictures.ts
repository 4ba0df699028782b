import { type Bundle, type Displayable, displaySymbol, isDisplayable, mime } from "../bundle.ts";

/** A small picture in a cell, or the words for it until it is drawn. */
export interface Picture {
  readonly alt: string;
  /** The picture, as an address that holds it. */
  readonly source?: string;
}

const drawn = new WeakMap<object, Picture>();

/** Draws what is to stand in cells, such as charts, each once. */
export async function drawPictures(values: Iterable<unknown>): Promise<void> {
  const all: Promise<void>[] = [];
  for (const value of values) {
    if (Array.isArray(value)) all.push(drawPictures(value));
    if (!isDisplayable(value) || drawn.has(value)) continue;
    all.push((async () => {
      drawn.set(value, picture(await value[displaySymbol]()));
    })());
  }
  await Promise.all(all);
}

/** The picture of something that shows itself: only its words before it is drawn. */
export function pictureOf(value: Displayable): Picture {
  const known = drawn.get(value);
  if (known) return known;
  return { alt: "alt" in value && typeof value.alt === "string" ? value.alt : "" };
}

const images = [mime.png, mime.jpeg, mime.gif, mime.webp];

function picture(bundle: Bundle): Picture {
  const alt = `${bundle[mime.plain] ?? ""}`;
  const svg = bundle[mime.svg];
  if (typeof svg === "string") {
    const bytes = new TextEncoder().encode(svg);
    return { alt, source: `data:${mime.svg};base64,${bytes.toBase64()}` };
  }
  const type = images.find((type) => typeof bundle[type] === "string");
  return type ? { alt, source: `data:${type};base64,${bundle[type]}` } : { alt };
}
