/**
 * HTML in Markdown: its links, its pictures, the names that links lead to.
 *
 * @module
 */

import { escapeHtml } from "../display/texts/escape.ts";
import type { Addresses } from "./_addresses.ts";
import { htmlToMarkdown, inParagraphs } from "./_html_to_markdown.ts";
import { wordsOfFile } from "./_local_pictures.ts";
import type { MarkdownOptions } from "./_markdown_options.ts";
import type { mdast } from "./_packages.ts";
import { safeFragment } from "./_safe_html.ts";

/**
 * HTML with its links led to pages, and its pictures to files.
 *
 * @param addresses where links lead
 * @param pictureAt the address of a picture; undefined if it is not there
 */
export function ledHtml(
  html: string,
  addresses: Addresses,
  pictureAt: (url: string) => string | undefined,
): string {
  return html
    .replace(/<a\s[^>]*>/gi, (tag) => changed(tag, "href", (url) => addresses.of(url), "<a>"))
    .replace(/<img\s[^>]*>/gi, (tag) => {
      const url = /\bsrc="([^"]*)"/i.exec(tag)?.[1] ?? "";
      const alt = /\balt="([^"]*)"/i.exec(tag)?.[1] || wordsOfFile(url);
      const words = escapeHtml(alt, "attribute");
      const told = /\balt=/i.test(tag) ? tag : tag.replace(/^<img/i, `$& alt="${words}"`);
      return changed(told, "src", pictureAt, words);
    });
}

/** A tag with an address changed, or something else where there is none any more. */
function changed(
  tag: string,
  name: string,
  change: (url: string) => string | undefined,
  none: string,
): string {
  const [whole, quote, url] = new RegExp(`\\b${name}=(["'])(.*?)\\1`, "i").exec(tag) ?? [];
  if (whole === undefined) return tag;
  const to = change(url.replaceAll("&amp;", "&"));
  if (to === undefined) return none;
  return tag.replace(whole, () => `${name}=${quote}${escapeHtml(to, "attribute")}${quote}`);
}

/** HTML with the names that links lead to as the builder has them. */
export function namedHtml(html: string, { places, flavour, page }: MarkdownOptions): string {
  return html.replace(/<[a-z][^>]*\s(?:id|name)="([^"]*)"[^>]*>/gi, (tag, name) => {
    if (!places.has(name)) return tag;
    const named = flavour.named(name, page);
    return flavour.place(named, "inline") + tag.replace(/\s(?:id|name)="[^"]*"/gi, "");
  });
}

/** Whether HTML has links to pages, which builders follow in Markdown alone. */
export function leadsToPages(html: string, addresses: Addresses): boolean {
  const urls = [...html.matchAll(/<a\s[^>]*?\bhref=(["'])(.*?)\1/gi)].map(([, , url]) => url);
  return urls.some((url) => addresses.isPage(url.replaceAll("&amp;", "&")));
}

const holdsBlocks = new Set<string>(["root", "blockquote", "listItem", "footnoteDefinition"]);

/** A tree with links to pages in Markdown where they were in HTML. */
export async function linkedTree<Node extends mdast.Nodes>(
  node: Node,
  addresses: Addresses,
): Promise<Node> {
  if (!("children" in node)) return node;
  const children: mdast.Nodes[] = [];
  const rest = [...node.children as mdast.Nodes[]];
  while (rest.length > 0) {
    const child = rest.shift()!;
    if (child.type !== "html" || !leadsToPages(child.value, addresses)) {
      children.push(await linkedTree(child, addresses));
      continue;
    }
    const end = rest.findIndex((each) => each.type === "html" && each.value === "</a>");
    const url = /^<a\s[^>]*?\bhref="([^"]*)"[^>]*>$/i.exec(child.value)?.[1];
    if (url !== undefined && end >= 0) {
      const inside = rest.splice(0, end + 1).slice(0, -1) as mdast.PhrasingContent[];
      children.push({ type: "link", url: url.replaceAll("&amp;", "&"), children: inside });
    } else {
      const found = await htmlToMarkdown(await safeFragment(child.value));
      children.push(...holdsBlocks.has(node.type) ? inParagraphs(found) : found);
    }
  }
  return { ...node, children } as Node;
}
