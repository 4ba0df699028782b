import type { hast, htmlPackages } from "./_packages.ts";

/** What of an SVG could run where the file is opened by itself. */
const runs = /<script|<iframe|<object|<embed|\son\w+\s*=|script:|data:text/i;

const running = new Set(["script", "iframe", "object", "embed"]);
const leads = /^(?:href|xLinkHref|src|to|from|values)$/;
const unsafe = /^\s*(?:java|vb)script:|^\s*data:text/i;

/**
 * An SVG without what could run. One that has nothing of the kind, as charts have not, stays as it is,
 * byte for byte.
 */
export function safeSvg(
  bytes: Uint8Array<ArrayBuffer>,
  { fromHtml, toHtml }: Awaited<ReturnType<typeof htmlPackages>>,
): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes);
  if (!runs.test(text)) return bytes;
  const tree = fromHtml(text.replace(/^\s*<\?xml[^>]*>/, ""), { fragment: true, space: "svg" });
  const html = toHtml(cleaned(tree as hast.Root), {
    space: "svg",
    closeSelfClosing: true,
    closeEmptyElements: true,
  });
  return new TextEncoder().encode(html);
}

function cleaned<Node extends hast.Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = (node.children as hast.Nodes[])
    .filter((child) => !(child.type === "element" && running.has(child.tagName.toLowerCase())))
    .map(cleaned);
  if (node.type !== "element") return { ...node, children } as Node;
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name, value]) =>
      !/^on/i.test(name) && !(leads.test(name) && unsafe.test(`${value}`))
    ),
  );
  return { ...node, properties, children } as Node;
}
