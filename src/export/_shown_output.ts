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
  /** How large it is to be, in pixels, if it says so. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The Vega-Lite spec of a chart. */
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** A line longer than this is cut: nobody reads it, and some builders take minutes over it. */
const longest = 2000;

/** Of a text with more lines than this the middle is left out: its end says how it ended. */
const most = 1000;
const last = 100;

type Data = Readonly<Record<string, unknown>>;

/** What is shown of an output; undefined if it has nothing that a page can show. */
export function shownOutput(output: Output): Shown | undefined {
  // Programs that write notebooks leave out fields that there must be.
  const fields: Data = { ...output };
  switch (fields.output_type) {
    case "stream":
      return typeof fields.text === "string"
        ? { kind: "text", text: readable(fields.text) }
        : undefined;
    case "error": {
      const { traceback, ename, evalue } = fields;
      const lines = Array.isArray(traceback) ? traceback : [];
      const name = [ename ?? "Error", evalue].filter(Boolean).join(": ");
      return { kind: "text", text: readable(lines.length > 0 ? lines.join("\n") : name) };
    }
    default:
      return ofData(fields.data as Data ?? {}, fields.metadata as Data ?? {});
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
  const told = text("text/plain");
  const plain = json !== undefined && (told === undefined || isNoWord(told))
    ? JSON.stringify(json, null, 2)
    : told;
  return plain === undefined ? undefined : { kind: "text", text: readable(plain) };
}

function pictureOf(data: Data, metadata: Data): Picture | undefined {
  const spec = Object.entries(data).find(([type]) => /^application\/vnd\.vegalite\.v\d/.test(type))
    ?.[1] as Picture["spec"];
  const about = (type: string) => ({ ...metadata, ...(metadata[`image/${type}`] as Data ?? {}) });
  const svg = data["image/svg+xml"];
  if (typeof svg === "string") {
    const alt = altOf(data, about("svg+xml"));
    return { type: "svg", bytes: new TextEncoder().encode(svg), alt, spec };
  }
  for (const type of ["png", "jpeg", "gif", "webp"] as const) {
    const coded = data[`image/${type}`];
    const bytes = typeof coded === "string" ? bytesOf(coded) : undefined;
    if (!bytes) continue;
    const [alt, size] = [altOf(data, about(type)), sizeIn(about(type))];
    return { type, bytes, alt, size, spec };
  }
  return undefined;
}

/** The bytes of a picture; none if it is not the base64 that it should be, so that its words are shown. */
function bytesOf(coded: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.fromBase64(coded.replace(/\s/g, ""));
    return bytes.length > 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text is what libraries put there for want of any. */
function isNoWord(text: string): boolean {
  return /^<.*>$|^\[object/s.test(text.trim());
}

/** The words that come with a picture. */
function altOf(data: Data, { alt }: Data): string {
  if (typeof alt === "string" && alt.trim() !== "") return alt;
  const plain = data["text/plain"];
  if (typeof plain !== "string" || isNoWord(plain) || plain.trim() === "") return "A picture";
  return plain.trim().replace(/\s+/g, " ");
}

/** The size that the maker of a picture wants for it, as for screens with small dots. */
function sizeIn({ width, height }: Data): Picture["size"] {
  return typeof width === "number" && typeof height === "number" ? { width, height } : undefined;
}

/** Without codes for terminals, overwritten text, endless lines and endless many of them. */
function readable(text: string): string {
  const lines = terminalText(withoutCodes(text)).replace(/\n+$/, "").split("\n").map((line) =>
    line.length <= longest
      ? line
      : `${line.slice(0, longest)}… (${count(line.length - longest)} characters more)`
  );
  if (lines.length <= most) return lines.join("\n");
  const out = `… (${count(lines.length - most)} lines left out) …`;
  return [...lines.slice(0, most - last), out, ...lines.slice(-last)].join("\n");
}

const count = (number: number) => number.toLocaleString("en");
