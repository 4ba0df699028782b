/** Where a JSON value stands in its text, and where its parts stand. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The values of an object by key, or undefined. */
  readonly members?: ReadonlyMap<string, Span>;
  /** The values of an array, or undefined. */
  readonly items?: readonly Span[];
}

const blank = /[ \t\r\n]*/y;
const scalar = /[^\s,\]}]+/y;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return Math.max(at, pattern.lastIndex);
}

/** The end of the string that begins at `at`. By search, since outputs can be megabytes long. */
function stringEnd(text: string, at: number): number {
  let quote = at;
  while (true) {
    quote = text.indexOf('"', quote + 1);
    let first = quote;
    while (text[first - 1] === "\\") first--;
    if ((quote - first) % 2 === 0) return quote + 1;
  }
}

/** The value at `at`, looking into its parts for `depth` levels. */
function value(text: string, at: number, depth: number): Span {
  const start = skip(blank, text, at);
  const open = text[start];
  if (open === '"') return { start, end: stringEnd(text, start) };
  if (open !== "{" && open !== "[") return { start, end: skip(scalar, text, start) };
  const close = open === "{" ? "}" : "]";
  const members = new Map<string, Span>();
  const items: Span[] = [];
  let here = skip(blank, text, start + 1);
  while (text[here] !== close) {
    let key = "";
    if (open === "{") {
      const end = stringEnd(text, here);
      if (depth > 0) key = JSON.parse(text.slice(here, end));
      here = skip(blank, text, end) + 1;
    }
    const part = value(text, here, depth - 1);
    if (depth > 0) open === "{" ? members.set(key, part) : items.push(part);
    here = skip(blank, text, part.end);
    if (text[here] === ",") here = skip(blank, text, here + 1);
  }
  return { start, end: here + 1, ...(open === "{" ? { members } : { items }) };
}

/**
 * The places of the values in a JSON text, so that some can be replaced and every other byte kept.
 *
 * @param text Valid JSON
 * @param depth How many levels to look into
 * @param start Where the value begins
 */
export function jsonSpans(text: string, depth: number, start = 0): Span {
  return value(text, start, depth);
}
