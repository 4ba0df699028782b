/** A character of a name. */
const isPart = (character: string) => /[\p{ID_Continue}$]/u.test(character);

/** Where the name that the cursor touches begins; undefined if it touches none. */
export function nameStart(code: string, offset: number): number | undefined {
  let start = offset;
  while (start > 0 && isPart(code[start - 1])) start--;
  return start < offset || isPart(code[offset] ?? " ") ? start : undefined;
}

/** The name that the cursor touches. */
export function nameAt(code: string, offset: number): string | undefined {
  const start = nameStart(code, offset);
  if (start === undefined) return undefined;
  let end = offset;
  while (end < code.length && isPart(code[end])) end++;
  return code.slice(start, end);
}
