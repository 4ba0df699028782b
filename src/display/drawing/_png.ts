import { readBytes } from "../_files.ts";
import { fontFiles, resvg, resvgFile } from "./_packages.ts";

interface Rasteriser {
  readonly Resvg: Awaited<ReturnType<typeof resvg>>["Resvg"];
  readonly fonts: Uint8Array[];
}

/** The rasteriser and its fonts, loaded when the first PNG is drawn and not before. */
async function load(): Promise<Rasteriser> {
  const { Resvg, initWasm } = await resvg();
  const files = [await resvgFile(), ...await fontFiles()];
  const [wasm, ...fonts] = await Promise.all(files.map(readBytes));
  await initWasm(wasm);
  return { Resvg, fonts };
}

let loaded: Promise<Rasteriser> | undefined;

/**
 * Draws an SVG as PNG, in DejaVu Sans and nothing else, the same on every machine.
 *
 * @param svg the picture
 * @param scale pixels of the PNG per pixel of the SVG
 */
export async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  const { Resvg, fonts } = await (loaded ??= load());
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontBuffers: fonts,
      loadSystemFonts: false,
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
  });
  try {
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    drawing.free();
  }
}
