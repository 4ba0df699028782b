/**
 * HTML without what could run or reach out.
 *
 * @module
 */

import { type hast, htmlPackages, htmlTagNames } from "./_packages.ts";

/** Styles that load something, or that older browsers run. */
const harmlessStyle = /^(?!.*(?:url\s*\(|expression\s*\(|@import|-moz-binding))/is;

/** Elements whose content is no text for readers. */
export const silent = ["script", "style", "iframe", "object", "embed", "template", "noscript"];

/** What may stay: what GitHub lets stay, with classes, styles, captions and disclosure. */
export async function safeSchema() {
  const { safe } = await htmlPackages();
  return {
    ...safe,
    clobberPrefix: "",
    strip: silent,
    tagNames: [
      ...safe.tagNames ?? [],
      "caption",
      "colgroup",
      "col",
      "figure",
      "figcaption",
      "mark",
      "small",
      "u",
    ],
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
    protocols: { ...safe.protocols, src: [...safe.protocols?.src ?? [], "data", "attachment"] },
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

/** What must stand around a tag for a parser to keep it. */
const around: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["caption", "colgroup", "thead", "tbody", "tfoot", "tr"].map((name) => [name, "<table>"]),
  ),
  col: "<table><colgroup>",
  td: "<table><tr>",
  th: "<table><tr>",
};

/**
 * A tag alone, opening or empty.
 *
 * @returns the tag, cleaned; "" if it may not stay; undefined if it is no HTML but text in angle
 *     brackets
 */
export async function safeTag(tag: string): Promise<string | undefined> {
  const name = /^<([a-z][^\s>/]*)/i.exec(tag)?.[1].toLowerCase();
  const { tagNames } = await safeSchema();
  if (!name || !tagNames.includes(name)) {
    return name && (await htmlTagNames()).includes(name) ? "" : undefined;
  }
  const { toHtml } = await htmlPackages();
  const tree = await safeFragment((around[name] ?? "") + tag.replace(/\/>$/, ">"));
  const element = elementOf(tree, name);
  const whole = element ? toHtml({ ...element, children: [] }) : `<${name}>`;
  return whole.replace(new RegExp(`</${name}>$`), "");
}

function elementOf(node: hast.Nodes, name: string): hast.Element | undefined {
  if (node.type === "element" && node.tagName === name) return node;
  const children = "children" in node ? node.children : [];
  return children.map((child) => elementOf(child, name)).find((found) => found);
}
