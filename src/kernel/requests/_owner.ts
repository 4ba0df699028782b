import { isHarmless } from "../../session/code/is_harmless.ts";

/** A name, or names with dots between, before the last dot. */
const NAMES =
  /(?:^|[^\p{ID_Continue}$.\])}"'`?/])((?:[\p{ID_Start}$_][\p{ID_Continue}$]*\.)+)[\p{ID_Continue}$]*$/u;
const LAST_DOT = /^([^]*?)\??\.\s*[\p{ID_Continue}$]*$/u;
/** Characters before the dot in which its owner may begin. */
const REACH = 200;

/**
 * The expression whose member is being written at the end of a piece of code, if it can be looked at
 * without running code of anybody's: `point.`, `"text".`, `[1, 2].`, `rows[0].`.
 */
export function ownerOf(before: string): string | undefined {
  const names = NAMES.exec(before)?.[1];
  if (names) return names.slice(0, -1);
  const text = LAST_DOT.exec(before)?.[1].slice(-REACH) ?? "";
  for (let start = 0; start < text.length; start++) {
    const inWord = /^[\p{ID_Continue}$]{2}/u.test(text.slice(Math.max(0, start - 1)));
    const owner = text.slice(start);
    if (!(start > 0 && inWord) && isHarmless(owner)) return `(${owner.trim()})`;
  }
  return undefined;
}

/** Whether a member of something is being written at the end of a piece of code. */
export function isMember(before: string): boolean {
  return LAST_DOT.test(before);
}
