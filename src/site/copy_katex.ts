/** The fonts that formulas on the page of a function are set in: [file, family, style]. */
const atOnce = [
  ["KaTeX_Main-Regular", "KaTeX_Main", "normal"],
  ["KaTeX_Math-Italic", "KaTeX_Math", "italic"],
  ["KaTeX_Size1-Regular", "KaTeX_Size1", "normal"],
  ["KaTeX_Size2-Regular", "KaTeX_Size2", "normal"],
  ["KaTeX_Size3-Regular", "KaTeX_Size3", "normal"],
  ["KaTeX_Size4-Regular", "KaTeX_Size4", "normal"],
] as const;

/**
 * Copies what sets mathematics: the style, its fonts in the one format that every browser reads, the
 * module for pages that run, and `fonts.js`. A font that came after the first picture of a page would move
 * what is set in it, and one written into the style is loaded as late as others: `fonts.js` hands the
 * usual ones over as bytes before there is any text.
 *
 * @param from the folder `dist` of the package katex
 * @param to where they go
 */
export async function copyKatex(from: string, to: string): Promise<void> {
  await Deno.mkdir(`${to}/fonts`, { recursive: true });
  await Deno.copyFile(`${from}/katex.mjs`, `${to}/katex.mjs`);
  const style = (await Deno.readTextFile(`${from}/katex.min.css`))
    .replace(/,url\([^)]*\.(?:woff|ttf)\) format\("\w+"\)/g, "");
  await Deno.writeTextFile(`${to}/katex.min.css`, style);
  for await (const { name } of Deno.readDir(`${from}/fonts`)) {
    if (name.endsWith(".woff2")) {
      await Deno.copyFile(`${from}/fonts/${name}`, `${to}/fonts/${name}`);
    }
  }
  const fonts = await Promise.all(atOnce.map(async ([file, family, style]) => {
    const bytes = await Deno.readFile(`${from}/fonts/${file}.woff2`);
    return [family, style, bytes.toBase64()];
  }));
  const script = `for (const [family, style, text] of ${JSON.stringify(fonts)}) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  document.fonts.add(new FontFace(family, bytes, { style }));
}
`;
  await Deno.writeTextFile(`${to}/fonts.js`, script);
}
