import { Graph, layout } from "npm:@dagrejs/dagre@3.1.3";
import { escapeHtml } from "../_html.ts";
import type { Kind, Relation } from "../relations.ts";

/** What a reader sees of a function: its name, and where its page is. */
export interface MapNode {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

/** How far letters of the two sizes go, generously: no text runs out of its box. */
const letter = 7.6;
const smallLetter = 6.6;

/** How each kind of relation is drawn. */
export const dashes: Readonly<Record<Kind, string>> = {
  case: "",
  limit: "7 4",
  part: "2 3",
  slope: "10 3 2 3",
};

/**
 * The map of the family as SVG: an arrow from the wider function to the narrower one; a click on a name
 * opens its page.
 *
 * @param nodes the functions
 * @param relations what is between them
 * @returns the SVG, without the functions that no relation names
 */
export function familyGraph(nodes: readonly MapNode[], relations: readonly Relation[]): string {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 14, ranksep: 36, edgesep: 12, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const used = new Set(relations.flatMap(({ from, to }) => [from, to]));
  for (const { id, title } of nodes.filter(({ id }) => used.has(id))) {
    graph.setNode(id, { width: title.length * letter + 24, height: 34 });
  }
  relations.forEach(({ from, to, short }, k) => {
    graph.setEdge(
      from,
      to,
      { width: short.length * smallLetter + 8, height: 16, labelpos: "c" },
      `${k}`,
    );
  });
  layout(graph);
  const { width, height } = graph.graph() as { width: number; height: number };
  const edges = relations.map(({ from, to, short, kind }, k) => {
    const { points, x, y } = graph.edge({ v: from, w: to, name: `${k}` }) as {
      points: { x: number; y: number }[];
      x: number;
      y: number;
    };
    const sideOf = (id: string, sign: number) => {
      const { x, y, width } = graph.node(id) as Record<"x" | "y" | "width", number>;
      return { x: x + sign * width / 2, y };
    };
    const path = smooth([sideOf(from, 1), ...points.slice(1, -1), sideOf(to, -1)]);
    const across = short.length * smallLetter + 4;
    return `<path class="edge" d="${path}" stroke-dasharray="${dashes[kind]}" ` +
      `marker-end="url(#arrow)"/>` +
      `<rect class="behind" x="${r(x - across / 2)}" y="${r(y - 8)}" width="${
        r(across)
      }" height="16"/>` +
      `<text class="edge-label" x="${r(x)}" y="${r(y + 4)}">${escapeHtml(short)}</text>`;
  });
  const boxes = nodes.filter(({ id }) => used.has(id)).map(({ id, title, href }) => {
    const { x, y, width, height } = graph.node(id) as Record<
      "x" | "y" | "width" | "height",
      number
    >;
    return `<a href="${escapeHtml(href, "attribute")}"><rect x="${r(x - width / 2)}" y="${
      r(y - height / 2)
    }" width="${r(width)}" height="${r(height)}" rx="8"/><text x="${r(x)}" y="${r(y + 5)}">${
      escapeHtml(title)
    }</text></a>`;
  });
  return `<svg class="family" viewBox="0 0 ${r(width)} ${r(height)}" width="${r(width)}" height="${
    r(height)
  }" role="group" aria-label="Map of the family: every name is a link; the table below says the same">` +
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" ` +
    `orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>${edges.join("")}${
      boxes.join("")
    }</svg>`;
}

const r = (value: number) => Math.round(value * 10) / 10;

/** A curve through all points, level at each of them, as the layout runs from left to right. */
function smooth([first, ...rest]: readonly { x: number; y: number }[]): string {
  let at = first;
  const parts = rest.map(({ x, y }) => {
    const middle = r((at.x + x) / 2);
    const part = `C${middle} ${r(at.y)} ${middle} ${r(y)} ${r(x)} ${r(y)}`;
    at = { x, y };
    return part;
  });
  return `M${r(first.x)} ${r(first.y)}${parts.join("")}`;
}
