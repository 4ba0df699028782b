import { textWidth } from "../drawing/_text_width.ts";

/** A label that wants to stand near a point, in pixels. */
export interface Wish {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a label goes, as Vega-Lite's text mark has it. */
export interface Place {
  readonly align: "left" | "center" | "right";
  readonly dx: number;
  readonly dy: number;
}

const places: readonly Place[] = [
  { align: "left", dx: 8, dy: 0 },
  { align: "center", dx: 0, dy: -13 },
  { align: "center", dx: 0, dy: 13 },
  { align: "right", dx: -8, dy: 0 },
  { align: "left", dx: 6, dy: -11 },
  { align: "left", dx: 6, dy: 11 },
  { align: "right", dx: -6, dy: -11 },
  { align: "right", dx: -6, dy: 11 },
];

/** A rectangle, in pixels, y downwards. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** More labels than this never find room in a picture. */
const MOST = 300;

/**
 * Finds a place beside its point for each label, such that none covers another label, a point or a line;
 * the first in the list choose first.
 *
 * @returns a place for each, `null` where there is no room
 */
export function placeLabels(
  wishes: readonly Wish[],
  size: { readonly width: number; readonly height: number },
  lines: readonly Box[] = [],
  fontSize = 11,
): (Place | null)[] {
  const around = ({ x, y }: Wish) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 });
  const taken: Box[] = [...wishes.map(around), ...lines];
  return wishes.map((wish, own) => {
    if (own >= MOST) return null;
    for (const place of places) {
      const box = boxOf(wish, place, fontSize);
      const inside = box.left >= 0 && box.right <= size.width && box.top >= -4 &&
        box.bottom <= size.height;
      if (!inside || taken.some((other, i) => i !== own && overlap(box, other))) continue;
      taken.push(box);
      return place;
    }
    return null;
  });
}

function boxOf({ x, y, text }: Wish, { align, dx, dy }: Place, fontSize: number): Box {
  const width = textWidth(text, fontSize);
  const left = x + dx - { left: 0, center: width / 2, right: width }[align];
  const middle = y + dy;
  return { left, right: left + width, top: middle - fontSize / 2, bottom: middle + fontSize / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
