import { printable } from "./_printable.ts";

/**
 * A text made safe for HTML: shown as it is, as the content of an element or of an attribute in
 * double quotes.
 *
 * Dollar signs and backslashes go in elements of their own, as notebooks would otherwise typeset
 * what is between them; for attributes see the option.
 *
 * @param text any text
 * @param place where it will stand
 * @returns HTML
 *
 * @example
 * ```ts
 * import { escapeHtml } from "@actbook/actbook/display";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(escapeHtml("a < b & c"), "a &lt; b &amp; c");
 * assertEquals(escapeHtml("$5"), "<span>$</span>5");
 * ```
 */
export function escapeHtml(text: string, place: "content" | "attribute" = "content"): string {
  const escaped = printable(text).replace(/[&<>"']/g, (character) => entities[character]);
  return place === "attribute" ? escaped : escaped.replace(/[$\\]/g, "<span>$&</span>");
}

/**
 * A text made safe for one line of Markdown, also in a cell of a table: shown as it is, with no
 * formatting, HTML, mathematics or line break of its own.
 *
 * @param text any text
 * @returns Markdown
 *
 * @example
 * ```ts
 * import { escapeMarkdown } from "@actbook/actbook/display";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(escapeMarkdown("a|b\n*c*"), "a&#124;b<br>\\*c\\*");
 * ```
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/\r\n|[\r\u2028\u2029]/g, "\n")
    .replace(/[&<>|\\$\n]|[*_`[\]~#]/g, (character) => inMarkdown[character] ?? `\\${character}`);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const inMarkdown: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  "\\": "<span>&#92;</span>",
  // Alone in its element, a dollar sign has no partner to open mathematics with.
  "$": "<span>&#36;</span>",
  "\n": "<br>",
};
