/** Advance widths of DejaVu Sans, U+0020 to U+007E, in hundredths of the font size. */
// deno-fmt-ignore
const widths = [
  32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
  64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
  60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
  63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

/**
 * The width of a text in DejaVu Sans, in pixels: about the widest of the usual sans-serif fonts, so
 * that room made for it suffices in the others, and the same on every machine.
 */
export function textWidth(text: string, fontSize: number): number {
  let hundredths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    // Beyond ASCII: most Latin and Greek letters fit in 0.8, ideographs and emoji take 1.
    hundredths += widths[code - 0x20] ?? (code < 0x2000 ? 80 : 100);
  }
  return hundredths * fontSize / 100;
}
