/**
 * The sections of a page, by their headings as GitHub names them; what comes before the first is a
 * section too.
 */
export function sections(markdown: string): Map<string, string> {
  const found = new Map<string, string>();
  let fenced = false;
  let id = "top";
  let lines: string[] = [];
  const close = () => {
    const text = lines.join("\n").trim();
    if (text !== "") found.set(found.has(id) ? `${id}-${found.size}` : id, text);
    lines = [];
  };
  for (const line of markdown.split("\n")) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const [, title] = fenced ? [] : /^##? +(.+?)[ #]*$/.exec(line) ?? [];
    if (title !== undefined) {
      close();
      id = title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
    }
    lines.push(line);
  }
  close();
  return found;
}
