import { shown } from "../../options/shown.ts";
import { type Displayable, displaySymbol, mime } from "../bundle.ts";
import { translations } from "./translations.ts";

/** A text in Markdown. */
export interface Markdown extends Displayable {
  /** The text as written. */
  readonly text: string;
}

/**
 * A text in Markdown, for headings and remarks that a cell computes.
 *
 * @param text Markdown; what comes from elsewhere goes through {@linkcode escapeMarkdown} first
 * @returns what shows as formatted text
 *
 * @example
 * ```ts
 * import { markdown } from "@actbook/actbook";
 * import { escapeMarkdown } from "@actbook/actbook/display";
 * import { assertEquals } from "@std/assert";
 *
 * const heading = markdown(`## Results of ${escapeMarkdown("*my* run")}`);
 * assertEquals(heading.text, "## Results of \\*my\\* run");
 * ```
 */
export function markdown(text: string): Markdown {
  if (typeof text !== "string") {
    throw new TypeError(
      `Cannot show Markdown as it must be a text: current value is ${shown(text)}`,
    );
  }
  return {
    text,
    [displaySymbol]: () => {
      const shown = translations.of(text);
      return { [mime.markdown]: shown, [mime.plain]: shown };
    },
  };
}
