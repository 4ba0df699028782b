/**
 * Links from one file of the project to another, and whether they lead somewhere.
 *
 * @module
 */

/** Where the links of Markdown or HTML go; those in code are none. */
export function linksIn(text: string): string[] {
  const prose = text.replace(/```[^]*?```/g, "").replace(/`[^`\n]*`/g, "");
  const markdown = prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g);
  const html = prose.matchAll(/\b(?:href|src)="([^"]*)"/g);
  return [...markdown, ...html].map(([, target]) => target);
}

/** Whether a link stays among the project's files: neither on the network nor data itself. */
export function isInternal(link: string): boolean {
  return !/^(?:https?|mailto|data|attachment):/.test(link);
}

/**
 * Why each internal link of a text leads nowhere: no such file, or no such heading in it.
 *
 * @param path the file that the text is in, from the root of the project
 */
export async function brokenLinks(path: string, text: string): Promise<string[]> {
  const broken = await Promise.all(
    linksIn(text).filter(isInternal).map(async (link) => {
      const [file, anchor] = link.split("#").map(decodeURIComponent);
      const target = file === "" ? path : new URL(file, `file:///${path}`).pathname.slice(1);
      const found = await headingsOf(decodeURIComponent(target));
      if (found === null) return [`${path}: ${link}: no such file`];
      const there = anchor === undefined || found.includes(anchor);
      return there ? [] : [`${path}: ${link}: no such heading`];
    }),
  );
  return broken.flat();
}

/** The anchors of a file's headings; `null` if there is no such file. */
async function headingsOf(path: string): Promise<string[] | null> {
  const isNotebook = path.endsWith(".ipynb");
  if (!isNotebook && !path.endsWith(".md")) return await exists(path) ? [] : null;
  const text = await Deno.readTextFile(path).catch(() => null);
  if (text === null) return null;
  const markdown = isNotebook ? markdownOf(text) : text;
  const titles = [...markdown.replace(/```[^]*?```/g, "").matchAll(/^#{1,6} +(.*?)[ #]*$/gm)];
  return titles.map(([, title]) => isNotebook ? title.replaceAll(" ", "-") : slug(title));
}

/** JupyterLab keeps a heading as it is, but for spaces; GitHub does this. */
function slug(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
}

function markdownOf(notebook: string): string {
  const { cells } = JSON.parse(notebook) as { cells: { cell_type: string; source: string[] }[] };
  return cells.filter((cell) => cell.cell_type === "markdown")
    .map(({ source }) => [source].flat().join("")).join("\n\n");
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
