/**
 * HTML as Markdown, for readers that take its styles away.
 *
 * @module
 */

import { textOf } from "./_markdown_tree.ts";
import { type hast, htmlPackages, type mdast } from "./_packages.ts";
import { typeset } from "./_typeset.ts";

/** Tables, links, emphasis and mathematics stay; what belongs in a line may stand among blocks. */
export async function htmlToMarkdown(clean: hast.Root): Promise<mdast.RootContent[]> {
  const { toMdast } = await htmlPackages();
  const tree = await typeset(clean, (piece) => ({
    type: "element",
    tagName: "code",
    properties: { className: ["math-inline"] },
    children: [{ type: "text", value: piece.tex! }],
  }));
  const root = toMdast(tree, {
    handlers: {
      code: (_: unknown, node: { properties?: { className?: string[] }; children: unknown[] }) => {
        const value = textOf(node);
        return node.properties?.className?.includes("math-inline")
          ? { type: "inlineMath", value }
          : { type: "inlineCode", value };
      },
      // A caption stands above its table.
      caption: () => undefined,
    } as never,
  }) as unknown as mdast.Root;
  const caption = textOf(find(tree, "caption") ?? {}).trim();
  const above: mdast.RootContent[] = caption === "" ? [] : [
    {
      type: "paragraph",
      children: [{ type: "strong", children: [{ type: "text", value: caption }] }],
    },
  ];
  return [...above, ...root.children];
}

const inLines = new Set<string>([
  "break",
  "delete",
  "emphasis",
  "image",
  "inlineCode",
  "inlineMath",
  "link",
  "strong",
  "text",
]);

/**
 * Nodes for a place between blocks: what belongs in a line is in a paragraph. One that is not makes all
 * blocks beside it run together in one line.
 */
export function inParagraphs(nodes: readonly mdast.RootContent[]): mdast.RootContent[] {
  const blocks: mdast.RootContent[] = [];
  let open: mdast.PhrasingContent[] | undefined;
  for (const node of nodes) {
    if (!inLines.has(node.type)) {
      open = undefined;
      blocks.push(node);
    } else if (open) open.push(node as mdast.PhrasingContent);
    else blocks.push({ type: "paragraph", children: open = [node as mdast.PhrasingContent] });
  }
  return blocks;
}

function find(node: hast.Nodes, tagName: string): hast.Element | undefined {
  if (node.type === "element" && node.tagName === tagName) return node;
  const children = "children" in node ? node.children : [];
  return children.map((child) => find(child, tagName)).find((found) => found);
}
