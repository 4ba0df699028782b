/**
 * Where links lead: from notebook to notebook becomes from page to page.
 *
 * @module
 */

import { dirname, relative, resolve } from "node:path";
import { isElsewhere, isProgram, partsOf } from "./_url.ts";
import type { Source } from "./_sources.ts";

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
  /** The address on the page of what a notebook links to; undefined if it leads nowhere. */
  readonly of: (url: string) => string | undefined;
  /** Whether an address leads to a page. */
  readonly isPage: (url: string) => boolean;
  /** Tells of a picture that is not there. */
  readonly missing: (url: string) => void;
  /** Links that lead nowhere. */
  readonly dead: readonly DeadLink[];
}

/** How the links of a page are written. */
export interface AddressOptions {
  /** To a page, or to a place on it. */
  readonly link: (to: Source, place?: string) => string;
  /** From the page to a file that is no page; undefined where files cannot come along. */
  readonly file: (path: string) => string | undefined;
}

/**
 * Links of one page.
 *
 * @param from the page
 * @param all every page that is exported
 * @param options how links are written
 */
export function addressesOf(
  from: Source,
  all: readonly Source[],
  { link, file }: AddressOptions,
): Addresses {
  const dead: DeadLink[] = [];
  const sources = new Map(all.map((source) => [resolve(source.path), source]));
  const nowhere = (url: string, reason: string) => {
    if (!dead.some((each) => each.url === url)) dead.push({ path: from.path, url, reason });
    return undefined;
  };
  const of = (url: string): string | undefined => {
    if (isProgram(url)) return nowhere(url, "it leads to a program, not to a page");
    if (url === "" || isElsewhere(url)) return url;
    const { path, name } = partsOf(url);
    const target = resolve(dirname(from.path), path);
    const source = path === "" ? from : sources.get(target);
    if (source === undefined) {
      if (!exists(target)) {
        return nowhere(url, `there is no file ${relative(".", target)}`);
      }
      return file(target) ?? nowhere(url, `${relative(".", target)} is not among the pages`);
    }
    if (!name) return link(source);
    const place = source.anchors.of(name);
    if (place !== undefined) return link(source, place);
    nowhere(url, `there is no heading ${name}`);
    return source === from ? undefined : link(source);
  };
  const isPage = (url: string): boolean =>
    url !== "" && !isElsewhere(url) && sources.has(resolve(dirname(from.path), partsOf(url).path));
  const missing = (url: string) => void nowhere(url, "there is no such picture");
  return { of, isPage, missing, dead };
}

function exists(file: string): boolean {
  try {
    Deno.statSync(file);
    return true;
  } catch {
    return false;
  }
}

/** A file beside another, as a path. */
export function addressFrom(page: string, file: string): string {
  const path = relative(dirname(page), file).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
