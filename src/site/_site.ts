/** What every page needs to know of the site it is on. */
export interface Site {
  /** What stands in front of every address, with a slash at both ends. */
  readonly base: string;
}

/** The address of a page of the site. */
export type Link = (page: string) => string;

/** How pages of a site are addressed. */
export const linkIn = ({ base }: Site): Link => (page) => `${base}${page}`;

/** A page, as it is handed to Starlight. */
export interface Page {
  /** Its place: `functions/gelu`. */
  readonly path: string;
  readonly title: string;
  /** For search engines, and those who share a link. */
  readonly description: string;
  /** Markdown, with HTML in it. */
  readonly body: string;
  /** Further fields of the front matter. */
  readonly head?: Readonly<Record<string, unknown>>;
}

/** The folder part of where a function has its page. */
export const pageOf = (id: string): string => `functions/${slugOf(id)}/`;

/** `geluTanh` is `gelu-tanh` in an address. */
export function slugOf(id: string): string {
  return id.replace(/[A-Z]/g, (part) => `-${part.toLowerCase()}`);
}

/**
 * Fields by which a page is first drawn when it has been read down to a heading: what is drawn of half a
 * page moves when the other half comes. For pages that are short.
 */
export function readWhole(id: string): Readonly<Record<string, unknown>> {
  const attrs = { rel: "expect", href: `#${id}`, blocking: "render" };
  return { head: [{ tag: "link", attrs }] };
}
