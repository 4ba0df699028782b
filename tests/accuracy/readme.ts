/**
 * The block of the README that holds the accuracy table.
 *
 * @module
 */

/** The README. */
export const readme: URL = new URL("../../README.md", import.meta.url);

const begin = "<!-- accuracy:begin -->";
const end = "<!-- accuracy:end -->";

/** What stands between the markers; `undefined` if there are none. */
export function block(text: string): string | undefined {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  return from < 0 || to < from ? undefined : text.slice(from + begin.length, to).trim();
}

/**
 * The text with another block between the markers.
 *
 * @throws Error if the markers are missing
 */
export function replaced(text: string, content: string): string {
  if (block(text) === undefined) {
    throw new Error(`Cannot write the table as the README must have ${begin} and ${end}`);
  }
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  return `${before}\n\n${content}\n\n${text.slice(text.indexOf(end))}`;
}
