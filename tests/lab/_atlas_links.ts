import { base } from "./_atlas.ts";

/** What was found of the links in a folder of pages. */
export interface FoundLinks {
  readonly links: number;
  /** Those that lead nowhere, each with its page. */
  readonly dead: readonly string[];
}

/** Looks, in the files, for every page and place that a link of ours leads to. */
export async function findLinks(folder: string, pages: readonly string[]): Promise<FoundLinks> {
  const texts = new Map<string, string>();
  for (const page of pages) {
    const file = page.endsWith(".html") ? page : `${page}index.html`;
    texts.set(page, await Deno.readTextFile(`${folder}/${file}`));
  }
  const places = new Map([...texts].map(([page, text]) => [
    page,
    new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => unescaped(id))),
  ]));
  const dead = new Set<string>();
  let links = 0;
  for (const [page, text] of texts) {
    for (const [, href] of text.matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)) {
      const url = new URL(unescaped(href), `http://site${base}${page}`);
      if (url.host !== "site") continue;
      links++;
      const to = decodeURIComponent(url.pathname.slice(base.length));
      const place = decodeURIComponent(url.hash.slice(1));
      const found = places.get(to);
      const there = url.pathname.startsWith(base) &&
        (found ? place === "" || found.has(place) : await isFile(`${folder}/${to}`));
      if (!there) dead.add(`${page}: ${href}`);
    }
  }
  return { links, dead: [...dead] };
}

async function isFile(path: string): Promise<boolean> {
  return await Deno.stat(path).then(({ isFile }) => isFile, () => false);
}

function unescaped(text: string): string {
  return text.replace(/&#38;|&#x26;|&amp;/g, "&").replace(/&#34;|&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, "'");
}
