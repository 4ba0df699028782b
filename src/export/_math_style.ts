import { katexStyle } from "./_packages.ts";

/** Which fonts a page needs, by what its HTML says. The plain one is always among them. */
const needs: readonly (readonly [font: string, sign: RegExp])[] = [
  ["Main-Regular", /./],
  ["Math-Italic", /mathnormal|mathit/],
  ["Main-Italic", /mathit|textit/],
  ["Main-Bold", /mathbf|textbf/],
  ["Main-BoldItalic", /boldsymbol|textbf textit/],
  ["Math-BoldItalic", /boldsymbol/],
  ["AMS-Regular", /amsrm|mathbb/],
  ["Caligraphic-Regular", /mathcal/],
  ["Fraktur-Regular", /mathfrak/],
  ["SansSerif-Regular", /mathsf|textsf/],
  ["Script-Regular", /mathscr/],
  ["Typewriter-Regular", /mathtt|texttt/],
  ["Size1-Regular", /size1|op-symbol small-op|delimsizing/],
  ["Size2-Regular", /size2|large-op|delimsizing/],
  ["Size3-Regular", /size3|delimsizing/],
  ["Size4-Regular", /size4|delimsizing/],
];

/** The style sheet of KaTeX with the fonts inside that the HTML of a page needs. */
export async function mathStyle(html: string): Promise<string> {
  if (!html.includes('class="katex"')) return "";
  const sheet = await katexStyle();
  const css = await Deno.readTextFile(sheet);
  const fonts = new Set(needs.filter(([, sign]) => sign.test(html)).map(([font]) => font));
  const faces = css.match(/@font-face\{[^}]*\}/g) ?? [];
  const kept = await Promise.all(faces.map(async (face) => {
    const file = /fonts\/KaTeX_([\w-]+)\.woff2/.exec(face);
    if (!file || !fonts.has(file[1])) return "";
    const bytes = await Deno.readFile(new URL(file[0], sheet));
    const url = `url(data:font/woff2;base64,${bytes.toBase64()}) format("woff2")`;
    return face.replace(/src:[^}]*/, `src:${url}`);
  }));
  return kept.join("") + css.replace(/@font-face\{[^}]*\}/g, "");
}
