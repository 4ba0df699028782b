import { packageFiles } from "./_package_files.ts";

interface Rasteriser {
  readonly Resvg: typeof import("@resvg/resvg-wasm").Resvg;
  readonly fonts: Uint8Array[];
}

/** The rasteriser and its fonts, loaded when the first PNG is drawn and not before. */
async function load(): Promise<Rasteriser> {
  const { Resvg, initWasm } = await import("@resvg/resvg-wasm");
  // Not its files, but that they are on disk.
  await import("dejavu-fonts-ttf/package.json", { with: { type: "json" } });
  const fileOf = packageFiles(() => new Resvg(""));
  const [wasm, ...fonts] = await Promise.all([
    "@resvg/resvg-wasm/index_bg.wasm",
    "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  ].map((file) => Deno.readFile(fileOf(file))));
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
