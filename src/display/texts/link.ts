import { shown } from "../../options/shown.ts";
import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";
import { escapeHtml, escapeMarkdown } from "./escape.ts";
import { printable } from "./_printable.ts";

/** A text that leads somewhere. */
export interface Link extends Displayable {
  /** What is shown. */
  readonly text: string;
  /** Where it leads. */
  readonly href: string;
  /** The output in every format. */
  bundle(): Bundle;
}

/**
 * A link, on its own or in a cell of a table.
 *
 * @param text what is shown, as text
 * @param href where it leads: a relative path such as another notebook's, or a web address
 * @returns what shows as a link
 * @throws TypeError if it leads neither to a relative path nor to an http or https address
 *
 * @example
 * ```ts
 * import { link, table } from "@actbook/actbook";
 * import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
 *
 * const next = link("notebook 2", "02-from-a-coin.ipynb");
 * assertEquals(next.bundle()["text/markdown"], "[notebook 2](<02-from-a-coin.ipynb>)");
 * assertStringIncludes(table([{ see: next }]).html(), 'href="02-from-a-coin.ipynb"');
 * assertThrows(() => link("click", "javascript:alert(1)"), TypeError);
 * ```
 */
export function link(text: string, href: string): Link {
  if (typeof text !== "string" || typeof href !== "string") {
    throw new TypeError(
      `Cannot link as text and address must be texts: current value is ` +
        `${shown(text)}, ${shown(href)}`,
    );
  }
  if (!/^(?:https?:\/\/|[^:/\s][^:\s]*$)/.test(href) || /[<>"'\s]/.test(href)) {
    throw new TypeError(
      `Cannot link as the address must be relative or begin with https: current value is ${href}`,
    );
  }
  const self: Link = {
    text,
    href,
    bundle: () => ({
      [mime.html]: linkHtml(self),
      [mime.markdown]: linkMarkdown(self),
      [mime.plain]: printable(text),
    }),
    [displaySymbol]: () => self.bundle(),
  };
  return self;
}

/**
 * The parts of a link that are written.
 *
 * @internal
 */
export type LinkParts = Pick<Link, "text" | "href">;

/**
 * A link in HTML.
 *
 * @internal
 */
export function linkHtml({ text, href }: LinkParts): string {
  return `<a href="${escapeHtml(href, "attribute")}">${escapeHtml(text)}</a>`;
}

/**
 * A link in Markdown.
 *
 * @internal
 */
export function linkMarkdown({ text, href }: LinkParts): string {
  return `[${escapeMarkdown(text)}](<${href.replaceAll("|", "%7C")}>)`;
}
