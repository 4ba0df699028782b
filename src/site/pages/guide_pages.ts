import type { Link, Page } from "../_site.ts";

/** A link or a picture that leads into the repository. */
const internal = /!?\[([^\]]*)\]\((?!https?:|#)([^)\s]+)\)/g;

/**
 * The guides that lie beside the rooms, as pages: every `src/<room>/README.md`.
 *
 * @param root the folder of the repository
 * @param link how pages are addressed
 * @returns the pages
 */
export async function guidePages(root: string, link: Link): Promise<Page[]> {
  const rooms = (await Array.fromAsync(Deno.readDir(`${root}src`)))
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name).sort();
  const found = await Promise.all(rooms.map(async (room) => {
    const text = await Deno.readTextFile(`${root}src/${room}/README.md`).catch(() => undefined);
    return text === undefined || room === "site" ? [] : [{ room, text }];
  }));
  const guides = found.flat();
  const there = new Set(guides.map(({ room }) => room));
  return guides.map(({ room, text }) => {
    const [, title, body] = /^#\s+(.+)\n([^]*)$/.exec(text) ?? [undefined, room, text];
    return {
      path: `guides/${room}`,
      title: title.replaceAll("`", ""),
      description: `How to use the room ${room} of Actbook`,
      body: body.replace(internal, (_, words: string, target: string) => {
        const other = /^\.\.\/(\w+)\/README\.md(#.*)?$/.exec(target);
        const notebook = /notebooks\/([\w-]+)\.ipynb$/.exec(target);
        if (notebook) return `[${words}](${link(`notebooks/${notebook[1]}/`)})`;
        // What is only in the repository has no page here, and keeps its words.
        if (!other || !there.has(other[1])) return words;
        return `[${words}](${link(`guides/${other[1]}/`)}${other[2] ?? ""})`;
      }),
    };
  });
}
