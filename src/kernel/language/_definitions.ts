import { fileURLToPath } from "node:url";
import { type Asked, placeOf } from "./_asked.ts";
import { offsetAt } from "./_positions.ts";
import type { LocationLink, Range } from "./_protocol.ts";

/** Where a name is declared, with the text that declares it. */
export interface Definition {
  /** The label of the cell; empty for a cell without one, such as the one that is asked about. */
  readonly cell?: string;
  /** The URL of the file, if it is in no cell. */
  readonly file?: string;
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The declarations of the name at an offset of the cell. */
export async function definitions(asked: Asked, offset: number): Promise<Definition[]> {
  const { server } = asked;
  const links = await server.request<LocationLink[] | null>(
    "textDocument/definition",
    placeOf(asked, offset),
  );
  const found = (links ?? []).map((link) => definition(asked, link));
  return (await Promise.all(found)).filter((each) => each !== undefined);
}

async function definition(asked: Asked, { targetUri, targetRange }: LocationLink) {
  if (targetUri === asked.uri) {
    const place = asked.module.inCell(targetRange.start);
    if (!place) return undefined;
    const cell = asked.cells[place.cell].label ?? "";
    return { cell, line: place.line + 1, text: part(asked.module.text, targetRange) };
  }
  const text = await textOf(asked, targetUri);
  if (text === undefined) return undefined;
  return { file: targetUri, line: targetRange.start.line + 1, text: part(text, targetRange) };
}

const part = (text: string, { start, end }: Range) =>
  text.slice(offsetAt(text, { ...start, character: 0 }), offsetAt(text, end));

async function textOf({ server }: Asked, uri: string): Promise<string | undefined> {
  try {
    if (uri.startsWith("file:")) return await Deno.readTextFile(fileURLToPath(uri));
    return await server.request<string>("deno/virtualTextDocument", { textDocument: { uri } });
  } catch {
    return undefined; // it has gone, or is no text
  }
}
