/**
 * The pictures that prose brings along: attached to its cell, written into an address, or files.
 *
 * @module
 */

import { dirname, resolve } from "node:path";
import type { Attachments } from "./_page.ts";
import { decoded, isElsewhere } from "./_url.ts";

/** A picture that does not lie on a server. */
export interface LocalPicture {
  /** Its MIME type. */
  readonly type: string;
  /** How the name of its file ends. */
  readonly ending: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
};

/**
 * The picture at an address.
 *
 * @param url what the prose says
 * @param notebook the path of the notebook
 * @param attachments what the cell carries with it
 * @returns the picture; "missing" if it should be here and is not; undefined if it lies elsewhere
 */
export function localPicture(
  url: string,
  notebook: string,
  attachments: Attachments,
): LocalPicture | "missing" | undefined {
  const name = /^attachment:(.*)$/s.exec(url)?.[1];
  if (name !== undefined) {
    const bundle = attachments[decoded(name)] ?? attachments[name] ?? {};
    const [type, coded] = Object.entries(bundle)[0] ?? [];
    if (!type || !coded) return "missing";
    // An SVG is text, and some write it as it is.
    const isText = coded.trimStart().startsWith("<");
    return pictureOf(
      type,
      () => isText ? new TextEncoder().encode(coded) : Uint8Array.fromBase64(coded),
    );
  }
  const data = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(url);
  if (data) return pictureOf(data[1], () => Uint8Array.fromBase64(data[2]));
  if (isElsewhere(url)) return undefined;
  const path = resolve(dirname(notebook), decoded(url.replace(/[?#].*$/s, "")));
  const type = types[path.replace(/^.*\./s, "").toLowerCase()];
  return type ? pictureOf(type, () => Deno.readFileSync(path)) : "missing";
}

/** What a picture without words is called: its file. */
export function wordsOfFile(url: string): string {
  const name = /^data:/.test(url) ? "" : decoded(url).replace(/[?#].*$/s, "");
  return name.replace(/^.*[/:]/s, "").replace(/\.\w+$/, "").replace(/[_-]+/g, " ").trim() ||
    "A picture";
}

function pictureOf(
  type: string,
  read: () => Uint8Array<ArrayBuffer>,
): LocalPicture | "missing" {
  const ending = Object.entries(types).find(([, each]) => each === type)?.[0];
  try {
    return ending ? { type, ending, bytes: read() } : "missing";
  } catch {
    return "missing"; // no such file, or not what it says it is
  }
}
