import { writeWhole } from "../_files.ts";
import { escapeHtml } from "../texts/escape.ts";

/** The formats that a table can be written in, each with all rows. */
export interface TableFormats {
  csv(): string;
  html(): string;
  md(): string;
  tex(): string;
  txt(): string;
}

/** Writes a table to a file, in the format of its ending. */
export async function saveTable(
  formats: TableFormats,
  path: string | URL,
  caption: string | undefined,
): Promise<void> {
  const ending = /\.([a-z]+)$/i.exec(path instanceof URL ? path.pathname : path)?.[1].toLowerCase();
  switch (ending) {
    case "csv":
    case "md":
    case "tex":
    case "txt":
      return await writeWhole(path, formats[ending]());
    case "html":
      return await writeWhole(path, page(formats.html(), caption));
  }
  throw new TypeError(
    `Cannot save a table as the file's name must end in one of .csv, .html, .md, .tex, .txt: ` +
      `current value is ${path}`,
  );
}

function page(table: string, caption = "Table"): string {
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(caption, "attribute")}</title>`,
    `<style>html{color-scheme:light dark}body{margin:1rem;font-family:system-ui,sans-serif}</style>`,
    `<main>`,
    table,
    `</main>`,
    `</html>`,
    ``,
  ].join("\n");
}
