/**
 * Pages of Markdown that hold what a script has measured, between two comments.
 *
 * @module
 */

const marks = (name: string) => [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`] as const;

/** What stands between the comments of a name; `undefined` if they are not there. */
export function block(text: string, name: string): string | undefined {
  const [begin, end] = marks(name);
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  return from < 0 || to < from ? undefined : text.slice(from + begin.length, to).trim();
}

/**
 * The text with something else between the comments of a name.
 *
 * @throws Error if the comments are missing
 */
export function replaced(text: string, name: string, content: string): string {
  const [begin, end] = marks(name);
  if (block(text, name) === undefined) {
    throw new Error(`Cannot write what was measured as the page must have ${begin} and ${end}`);
  }
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  return `${before}\n\n${content}\n\n${text.slice(text.indexOf(end))}`;
}

/** Puts something else between the comments of a name in a file, and formats it. */
export async function writeBlock(page: URL, name: string, content: string): Promise<void> {
  const temporary = new URL(`.${name}.tmp.md`, page);
  await Deno.writeTextFile(temporary, replaced(await Deno.readTextFile(page), name, content));
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", temporary.pathname] })
    .output();
  await Deno.rename(temporary, page);
}
