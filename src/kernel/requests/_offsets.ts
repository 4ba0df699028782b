/** Jupyter counts characters by code points, JavaScript by UTF-16 units. */
export function toUtf16(text: string, codePoints: number): number {
  let at = 0;
  for (const character of text) {
    if (codePoints-- <= 0) break;
    at += character.length;
  }
  return at;
}

/** The number of code points before an index. */
export function toCodePoints(text: string, index: number): number {
  return [...text.slice(0, index)].length;
}
