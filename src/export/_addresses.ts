/**
 * Where links lead: from notebook to notebook becomes from page to page.
 *
 * @module
 */

import { dirname, relative, resolve } from "node:path";

/** A page that is exported, and the headings that other pages lead to. */
export interface Place {
  /** Of the notebook. */
  readonly path: string;
  /** Of the page, below the folder of all pages, without its ending, with slashes. */
  readonly page: string;
}

/** A link that leads nowhere. */
export interface DeadLink {
  /** Of the notebook with the link. */
  readonly path: string;
  /** What it says. */
  readonly url: string;
  /** Why it leads nowhere. */
  readonly reason: string;
}

/** What turns the links of one page into links between pages. */
export interface Addresses {
  /** The address on the page of what a notebook links to. */
  readonly of: (url: string) => string;
  /** Links that lead to no file. */
  readonly dead: readonly DeadLink[];
}

/** An address that leads elsewhere or within the page. */
const foreign = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\/)/i;

/**
 * Links of one page.
 *
 * @param from the page
 * @param all every page that is exported
 * @param link how the builder writes a link from page to page
 */
export function addressesOf(
  from: Place,
  all: readonly Place[],
  link: (from: string, to: string) => string,
): Addresses {
  const dead: DeadLink[] = [];
  const pages = new Map(all.map((place) => [resolve(place.path), place.page]));
  const of = (url: string): string => {
    if (url === "" || foreign.test(url)) return url;
    const [, path, rest] = /^([^?#]*)(.*)$/s.exec(url)!;
    const file = resolve(dirname(from.path), decoded(path));
    const page = pages.get(file);
    if (page !== undefined) return `${link(from.page, page)}${rest}`;
    if (!exists(file)) {
      dead.push({ path: from.path, url, reason: `there is no file ${relative(".", file)}` });
    }
    return url;
  };
  return { of, dead };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function exists(file: string): boolean {
  try {
    Deno.statSync(file);
    return true;
  } catch {
    return false;
  }
}

/** The name that Jupyter gives to a heading. */
export function anchorOf(heading: string): string {
  return heading.trim().replaceAll(" ", "-");
}

/** A file beside another, as an address. */
export function addressFrom(page: string, file: string): string {
  const path = relative(dirname(page), file).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
