import { dirname, relative } from "node:path/posix";

/** A picture in Markdown. */
export function image(file: string, alt: string): string {
  const words = alt.replace(/[\\[\]]/g, "\\$&").replace(/\s+/g, " ");
  return `![${words}](${
    encodeURI(file).replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  })`;
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
    `${image(`${light}#${onlyLight}`, alt)} ${image(`${dark}#${onlyDark}`, alt)}`;
}

/** A style that hides what is for the other kind of page. */
export function hiding(dark: string): string {
  return `<style>\n${dark} .only-light, :root:not(${dark}) .only-dark { display: none; }\n</style>`;
}

/** From file to file, for builders that follow links to Markdown. */
export function fileLink(ending: string) {
  return (from: string, to: string): string => {
    const path = relative(dirname(from), to);
    return `${path.startsWith(".") ? path : `./${path}`}${ending}`;
  };
}

/** From folder to folder, for builders that put each page in a folder of its own. */
export function folderLink(from: string, to: string): string {
  return `${relative(from, to) || "."}/`;
}

/** What most builders have in common. */
export const plain = {
  head: () => [],
  printsTitle: false,
  fence: (language: string) => language,
  plainTables: false,
  html: (html: string) => html,
  guarded: () => undefined,
  link: fileLink(".md"),
  foot: "",
} as const;
