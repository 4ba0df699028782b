import { dirname, relative } from "node:path/posix";
import { escapeHtml } from "../../display/texts/escape.ts";

/** A picture in Markdown. */
export function image(file: string, alt: string): string {
  const words = numbers(alt.replace(/\s+/g, " "), /[\\[\]*_`<&${|:~^"]/g);
  return `![${words}](${address(file)})`;
}

/** The path of a file as Markdown and HTML have it alike. */
export function address(file: string): string {
  return encodeURI(file).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}

/** Two pictures of which the reader's browser chooses one. */
export function choice(light: string, dark: string, alt: string): string {
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${address(dark)}">` +
    `<img alt="${escapeHtml(alt, "attribute")}" src="${address(light)}"></picture>`;
}

/** Two pictures of which a class hides one. */
export function classes(onlyLight: string, onlyDark: string) {
  return (light: string, dark: string, alt: string): string =>
    [[onlyLight, light], [onlyDark, dark]]
      .map(([name, file]) => `<div class="${name}">\n\n${image(file, alt)}\n\n</div>`).join("\n\n");
}

/** Two pictures of which the end of the address hides one. */
export function fragments(onlyLight: string, onlyDark: string) {
  return (light: string, dark: string, alt: string): string =>
    [[light, onlyLight], [dark, onlyDark]]
      .map(([file, end]) => image(file, alt).replace(/\)$/, `#${end})`)).join(" ");
}

/** A rule that hides what is for the other kind of page. */
export function hiding(dark: string): string {
  return `${dark} .only-light, :root:not(${dark}) .only-dark { display: none; }`;
}

/** A rule that lets what is wider than the page be scrolled, and not the page. */
export const scrolling =
  ":is(p, li):has(.katex, mjx-container, math), .katex-display { overflow: auto hidden; }";

/** A text with the characters of a pattern by their numbers, which no reader takes for marks. */
export function numbers(text: string, pattern: RegExp): string {
  return text.replace(
    pattern,
    (found) => [...found].map((character) => `&#${character.codePointAt(0)};`).join(""),
  );
}

/** From file to file, for builders that follow links to Markdown. */
export function fileLink(ending: string) {
  return (from: string, to: string): string => {
    const path = relative(dirname(from), to);
    return `${path.startsWith(".") ? path : `./${path}`}${ending}`;
  };
}

/** From folder to folder, for builders that put each page in a folder of its own. */
export function folderLink(from: string, to: string, slug: (words: string) => string): string {
  const folder = (page: string) =>
    page.split("/").map(slug).join("/").replace(/(?:^|\/)index$/, "");
  return `${relative(folder(from), folder(to)) || "."}/`;
}

const nothing = /(?!)/g;

/** What most builders have in common. */
export const plain = {
  head: () => [],
  printsTitle: false,
  fence: (language: string) => language,
  plain: false,
  alone: false,
  html: (html: string) => html,
  programs: { pattern: nothing, inert: (found: string) => found },
  marks: nothing,
  inside: "",
  indent: "one",
  // A name in small letters may be the one that the builder gives to the heading.
  named: (place: string) => place === place.toLowerCase() ? `to-${place}` : place,
  place: (named: string) => `<a id="${named}"></a>`,
  global: false,
  link: fileLink(".md"),
  copies: true,
  style: { pictures: "", formulas: "", tables: "" },
} as const;
