import { writeWhole } from "../_files.ts";
import { pageOf } from "./_page.ts";
import type { Drawing } from "./_drawing.ts";

const formats: Readonly<
  Record<string, (drawing: Drawing, scale: number) => Promise<string | Uint8Array>>
> = {
  svg: ({ svg }) => svg(),
  png: ({ png }, scale) => png(scale),
  html: pageOf,
  json: ({ spec }) => Promise.resolve(`${JSON.stringify(spec, null, 2)}\n`),
};

/** Writes a drawing in the format that the name of the file asks for. */
export async function saveDrawing(
  drawing: Drawing,
  path: string | URL,
  scale: number,
): Promise<void> {
  const ending = /\.([a-z]+)$/i.exec(path instanceof URL ? path.pathname : path)?.[1] ?? "";
  const format = formats[ending.toLowerCase()];
  if (!format) {
    const endings = Object.keys(formats).map((name) => `.${name}`).join(", ");
    throw new TypeError(
      `Cannot save a chart as the file's name must end in one of ${endings}: ` +
        `current value is ${path}`,
    );
  }
  await writeWhole(path, await format(drawing, scale));
}
