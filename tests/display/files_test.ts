import {
  assert,
  assertEquals,
  assertNotMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { curves } from "../../src/display/charts/curves.ts";
import { gridOf } from "../../src/display/charts/grid_of.ts";
import { renderers } from "../../src/display/drawing/renderers.ts";
import { surface } from "../../src/display/charts/surface.ts";

const chart = curves([{ title: "ramp", f: (x) => Math.max(0, x) }], { title: "Ramp", count: 8 });

/** Gives a folder to a test and takes it away. */
async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Width and height of a PNG, from its header. */
function sizeOf(png: Uint8Array): [number, number] {
  assertEquals([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

Deno.test("save() writes what the ending asks for, and leaves no other file", async () => {
  await inFolder(async (folder) => {
    for (const ending of ["svg", "png", "html", "json"]) await chart.save(`${folder}/x.${ending}`);
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
    assertEquals(names, ["x.html", "x.json", "x.png", "x.svg"]);
    assertEquals(await Deno.readTextFile(`${folder}/x.svg`), await chart.svg());
    const spec = JSON.parse(await Deno.readTextFile(`${folder}/x.json`));
    assertEquals(spec.$schema, "https://vega.github.io/schema/vega-lite/v5.json");
  });
});

Deno.test("save() takes a file URL", async () => {
  await inFolder(async (folder) => {
    const url = new URL(`file://${folder}/a b.svg`);
    await chart.save(url);
    assertStringIncludes(await Deno.readTextFile(url), "<svg");
  });
});

Deno.test("save() leaves the file there was if it cannot write, and no draft", async () => {
  await inFolder(async (folder) => {
    await Deno.mkdir(`${folder}/x.svg`);
    await assertRejects(() => chart.save(`${folder}/x.svg`));
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
    assertEquals(names, ["x.svg"]);
    await assertRejects(() => chart.save(`${folder}/none/x.svg`), Deno.errors.NotFound);
  });
});

Deno.test("save() says which endings there are", async () => {
  await assertRejects(() => chart.save("x.gif"), TypeError, ".svg, .png, .html, .json");
  await assertRejects(() => chart.save("x"), TypeError, "current value is x");
});

Deno.test("save() as HTML makes a page that asks the network for nothing", async () => {
  await inFolder(async (folder) => {
    await chart.save(`${folder}/x.html`);
    const page = await Deno.readTextFile(`${folder}/x.html`);
    // Scripts as browsers find them: to the first end tag.
    const parts = page.split(/<script>[^]*?<\/script>/);
    assertEquals(parts.length - 1, 4);
    assertNotMatch(parts.join(""), /<script|<link|src=|@import|url\((?!#)/);
    assertStringIncludes(parts.join(""), '<svg role="img" aria-label="Ramp');
    assertStringIncludes(page, "vegaEmbed(");
  });
});

Deno.test("a surface saves as a page with Plotly in it, and otherwise as its still picture", async () => {
  const saddle = surface(gridOf((x, y) => x * x - y * y, { x: [-1, 1], y: [-1, 1] }));
  await inFolder(async (folder) => {
    await saddle.save(`${folder}/x.html`);
    const page = await Deno.readTextFile(`${folder}/x.html`);
    const parts = page.split(/<script>[^]*?<\/script>/);
    assertEquals(parts.length - 1, 2);
    assertNotMatch(parts.join(""), /<script|<link|src=/);
    assertStringIncludes(page, "Plotly.newPlot(");
    await saddle.save(`${folder}/x.svg`);
    assertEquals(await Deno.readTextFile(`${folder}/x.svg`), await saddle.still.svg());
  });
});

Deno.test("png() draws so many pixels for each of the picture's, the same each time", async () => {
  const svg = await chart.svg();
  const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg)!;
  assertEquals(sizeOf(await chart.png(1)), [Number(width), Number(height)]);
  assertEquals(sizeOf(await chart.png()), [2 * Number(width), 2 * Number(height)]);
  assertEquals(await chart.png(), await chart.png());
});

Deno.test("png() draws texts, and signs beyond ASCII, in a font of its own", async () => {
  const titled = (title: string) =>
    curves([{ title: "ramp", f: (x) => x }], { title, count: 4, alt: "" }).png(1);
  const sizes = await Promise.all(["", "f", "f′", "f″ Φ"].map(async (title) => {
    const png = await titled(title || " ");
    return png.length;
  }));
  assert(sizes[0] < sizes[1] && sizes[1] < sizes[2] && sizes[2] < sizes[3], `${sizes}`);
});

Deno.test("each renderer gives its formats, by chart and for all", async () => {
  const formats = {
    mimetype: ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"],
    svg: ["image/svg+xml", "text/plain"],
    png: ["image/png", "text/plain"],
    html: ["text/html", "text/plain"],
  };
  assertEquals(renderers.names.filter((name) => name in formats), Object.keys(formats));
  for (const [renderer, keys] of Object.entries(formats)) {
    assertEquals(Object.keys(await chart.with({ renderer }).bundle()), keys);
    try {
      renderers.use(renderer);
      assertEquals(Object.keys(await chart.bundle()), keys);
    } finally {
      renderers.use("mimetype");
    }
  }
});

Deno.test("renderers.use() takes one's own, and refuses what it does not know", async () => {
  try {
    renderers.use("words", ({ alt }) => Promise.resolve({ "text/plain": alt }));
    assertEquals(await chart.bundle(), { "text/plain": chart.alt });
  } finally {
    renderers.use("mimetype");
  }
  await assertRejects(
    () => Promise.resolve().then(() => renderers.use("pdf")),
    RangeError,
    "mimetype, svg, png, html",
  );
});

Deno.test("the HTML of a chart shows a picture with its words where no script runs", async () => {
  const { "text/html": html } = await chart.with({ renderer: "html" }).bundle();
  const picture = /<img src="data:image\/svg\+xml;base64,([^"]+)" alt="([^"]+)"/.exec(`${html}`)!;
  assertEquals(new TextDecoder().decode(Uint8Array.fromBase64(picture[1])), await chart.svg());
  assertEquals(picture[2], chart.alt);
});
