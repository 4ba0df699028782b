/**
 * What a page shows of an output: of all its formats the one that says most on paper and screen.
 *
 * @module
 */

import type { Output } from "../notebook/output.ts";
import { withoutCodes } from "../notebook/_terminal_codes.ts";
import { terminalText } from "../notebook/_terminal_text.ts";

/** An output as a page shows it. */
export type Shown =
  | { readonly kind: "picture"; readonly picture: Picture }
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "markdown"; readonly source: string }
  | { readonly kind: "text"; readonly text: string };

/** A picture, and the chart it is of where that is known. */
export interface Picture {
  readonly type: "svg" | "png" | "jpeg" | "gif" | "webp";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What it shows, in words. */
  readonly alt: string;
  /** The Vega-Lite spec of a chart. */
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** A line longer than this is cut: nobody reads it, and some builders take minutes over it. */
const longest = 2000;

type Data = Readonly<Record<string, unknown>>;

/** What is shown of an output; undefined if it has nothing that a page can show. */
export function shownOutput(output: Output): Shown | undefined {
  switch (output.output_type) {
    case "stream":
      return { kind: "text", text: readable(output.text) };
    case "error": {
      const text = output.traceback.length > 0
        ? output.traceback.join("\n")
        : `${output.ename}: ${output.evalue}`;
      return { kind: "text", text: readable(text) };
    }
    default:
      return ofData(output.data, output.metadata ?? {});
  }
}

function ofData(data: Data, metadata: Data): Shown | undefined {
  const picture = pictureOf(data, metadata);
  if (picture) return { kind: "picture", picture };
  const text = (type: string) => typeof data[type] === "string" ? data[type] as string : undefined;
  const html = text("text/html");
  if (html !== undefined) return { kind: "html", html };
  const markdown = text("text/markdown") ?? text("text/latex");
  if (markdown !== undefined) return { kind: "markdown", source: markdown };
  const json = data["application/json"];
  const plain = text("text/plain") ??
    (json === undefined ? undefined : JSON.stringify(json, null, 2));
  return plain === undefined ? undefined : { kind: "text", text: readable(plain) };
}

function pictureOf(data: Data, metadata: Data): Picture | undefined {
  const spec = Object.entries(data).find(([type]) => /^application\/vnd\.vegalite\.v\d/.test(type))
    ?.[1] as Picture["spec"];
  const alt = altOf(data, metadata);
  const svg = data["image/svg+xml"];
  if (typeof svg === "string") {
    return { type: "svg", bytes: new TextEncoder().encode(svg), alt, spec };
  }
  for (const type of ["png", "jpeg", "gif", "webp"] as const) {
    const coded = data[`image/${type}`];
    if (typeof coded !== "string") continue;
    return { type, bytes: Uint8Array.fromBase64(coded.replace(/\s/g, "")), alt, spec };
  }
  return undefined;
}

/** The words that come with a picture; those that libraries put there for want of any are none. */
function altOf(data: Data, metadata: Data): string {
  if (typeof metadata.alt === "string") return metadata.alt;
  const plain = data["text/plain"];
  if (typeof plain !== "string" || /^<.*>$|^\[object/s.test(plain.trim())) return "A picture";
  return plain.trim().replace(/\s+/g, " ");
}

/** Without codes for terminals, overwritten text and endless lines. */
function readable(text: string): string {
  return terminalText(withoutCodes(text)).split("\n").map((line) => {
    if (line.length <= longest) return line;
    const cut = (line.length - longest).toLocaleString("en");
    return `${line.slice(0, longest)}… (${cut} characters more)`;
  }).join("\n").replace(/\n+$/, "");
}
