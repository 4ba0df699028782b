/**
 * HTML without what could run or reach out.
 *
 * @module
 */

import { type hast, htmlPackages } from "./_packages.ts";

/** Styles that load something, or that older browsers run. */
const harmlessStyle = /^(?!.*(?:url\s*\(|expression\s*\(|@import|-moz-binding))/is;

/** What may stay: what GitHub lets stay, with classes, styles, captions and disclosure. */
export async function safeSchema() {
  const { safe } = await htmlPackages();
  return {
    ...safe,
    clobberPrefix: "",
    tagNames: [...safe.tagNames ?? [], "caption", "colgroup", "col", "figure", "figcaption"],
    attributes: {
      ...safe.attributes,
      "*": [
        ...safe.attributes?.["*"] ?? [],
        "className",
        "scope",
        "role",
        "tabIndex",
        "ariaLabel",
        "title",
        ["style", harmlessStyle] as [string, RegExp],
      ],
      code: [...safe.attributes?.code ?? [], "className"],
    },
    protocols: { ...safe.protocols, src: [...safe.protocols?.src ?? [], "data"] },
  };
}

/** A fragment of HTML, cleaned. */
export async function safeFragment(html: string, scripts = false): Promise<hast.Root> {
  const { fromHtml, sanitize } = await htmlPackages();
  const tree = fromHtml(html, { fragment: true }) as hast.Root;
  if (scripts) return tree;
  const clean = (sanitize as unknown as (schema: unknown) => (tree: hast.Root) => hast.Root)(
    await safeSchema(),
  );
  return clean(tree);
}

/** A fragment of HTML as text, cleaned. */
export async function safeHtml(html: string, scripts = false): Promise<string> {
  const { toHtml } = await htmlPackages();
  return toHtml(await safeFragment(html, scripts));
}

const oneTag = /^<(\/?)([a-z][a-z0-9-]*)((?:\s[^>]*)?)>$/i;

/**
 * A piece of HTML as it stands in Markdown, where it may be an opening or a closing tag alone.
 *
 * @returns the piece, cleaned; undefined if it is no HTML but text in angle brackets
 */
export async function safeTag(piece: string): Promise<string | undefined> {
  const tag = oneTag.exec(piece.trim());
  if (!tag) return await safeHtml(piece);
  const [, closing, name] = tag;
  const { tagNames } = await safeSchema();
  if (["script", "style", "iframe", "object", "embed"].includes(name.toLowerCase())) return "";
  if (!tagNames.includes(name.toLowerCase())) return undefined;
  if (closing) return `</${name}>`;
  if (/^(?:br|hr|img|input|col)$/i.test(name)) return await safeHtml(piece);
  const whole = await safeHtml(`${piece}</${name}>`);
  return whole.replace(new RegExp(`</${name}>$`, "i"), "");
}
