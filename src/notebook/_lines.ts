/** Line ends as Python's splitlines knows them, which is what Jupyter splits at. */
// deno-lint-ignore no-control-regex
const line = /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/g;

/** The lines of a text, each with its line end, as Jupyter stores them. */
export function splitLines(text: string): string[] {
  return text.match(line)?.filter((each) => each !== "") ?? [];
}

/** The text that Jupyter stored as one string or as a list of lines. */
export function joinLines(lines: unknown): string {
  return Array.isArray(lines) ? lines.join("") : String(lines);
}

/** Whether Jupyter stores a text of this MIME type as a list of lines. */
function stored(mimeType: string): boolean {
  return mimeType.startsWith("text/") || mimeType === "image/svg+xml" ||
    mimeType === "application/javascript";
}

/** A bundle with its texts as lists of lines, as Jupyter stores it. */
export function splitBundle(data: Record<string, unknown>): Record<string, unknown> {
  return mapTexts(
    data,
    (type, content) => typeof content === "string" && stored(type) ? splitLines(content) : content,
  );
}

/** A bundle with its texts whole. */
export function joinBundle(data: Record<string, unknown>): Record<string, unknown> {
  return mapTexts(data, (type, content) => isText(type, content) ? joinLines(content) : content);
}

function isText(type: string, content: unknown): boolean {
  const json = /^application\/(.*\+)?json$/.test(type);
  return !json && Array.isArray(content) && content.every((each) => typeof each === "string");
}

function mapTexts(
  data: Record<string, unknown>,
  change: (type: string, content: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([type, content]) => [type, change(type, content)]),
  );
}
