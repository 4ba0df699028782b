import { fingerprint } from "./_fingerprint.ts";
import { printable } from "../texts/_printable.ts";
import { escapeHtml } from "../texts/escape.ts";

/**
 * Makes Vega's SVG fit for a notebook: an image with a label, without what only interactive charts
 * use, with identifiers that do not clash with those of another picture on the same page.
 *
 * @param svg as Vega writes it
 * @param label the alternative text
 * @returns the same picture
 */
export function tidySvg(svg: string, label: string): string {
  const lean = printable(svg)
    .replace(/<path class="(?:background|foreground)"[^>]*d="(?:M0,0h0v0h0Z)?"[^>]*\/>/g, "")
    .replace(/<[a-z][^>]*>/gi, leanTag);
  return renameIds(lean).replace(
    "<svg",
    `<svg role="img" aria-label="${escapeHtml(label, "attribute")}" ` +
      `style="max-width:100%;height:auto"`,
  );
}

/** A picture has no parts to speak of, its label says it all; and no pointer meets it. */
const dispensable = / (?:(?:aria-[a-z]+|role|pointer-events|class)="[^"]*"|opacity="1")/g;

/** Attributes that hold coordinates: a thousandth of a pixel is enough. */
const coordinates = / (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"/g;

const rgb = /"rgb\((\d+), (\d+), (\d+)\)"/g;

function asHex(_: string, ...parts: string[]): string {
  return `"#${
    parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0")).join("")
  }"`;
}

function leanTag(tag: string): string {
  return tag.replace(dispensable, "").replace(rgb, asHex).replace(
    coordinates,
    (pair) => pair.replace(/-?\d+\.\d{4,}(?:e-\d+)?/g, (long) => `${+Number(long).toFixed(3)}`),
  );
}

/** Vega numbers its clip paths and gradients from a global counter: each picture gets its own names. */
function renameIds(svg: string): string {
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))];
  if (ids.length === 0) return svg;
  const named = (name: (index: number) => string) =>
    svg.replace(/( id="|url\(#)([^")]+)/g, (whole, before: string, id: string) => {
      const index = ids.indexOf(id);
      return index < 0 ? whole : before + name(index);
    });
  const own = fingerprint(named((index) => `${index}`));
  return named((index) => `a${own}-${index}`);
}
