import { checkList } from "../../options/check_list.ts";
import { type Bundle, type Displayable, displaySymbol, isDisplayable, mime } from "../bundle.ts";
import { escapeHtml } from "./escape.ts";

/** Several things that belong together. */
export interface Group extends Displayable {
  /** What it is made of, in order. */
  readonly parts: readonly Displayable[];
  /** All parts in one output: Markdown with the pictures in it, and plain text. */
  bundle(): Promise<Bundle>;
}

/**
 * Puts several things together. `show` shows them one below the other, each in its best format; as
 * the last value of a cell they show as one Markdown output with still pictures.
 *
 * @param parts charts, tables, formulas, texts, in order
 * @returns what shows them all
 *
 * @example
 * ```ts
 * import { formula, group, markdown } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const both = await group(markdown("## Square"), formula("x^2")).bundle();
 * assertEquals(both["text/markdown"], "## Square\n\n$$x^2$$");
 * ```
 */
export function group(...parts: readonly Displayable[]): Group {
  checkList("make a group", parts, "what shows itself, as markdown(text) does", isDisplayable);
  const self: Group = {
    parts,
    async bundle() {
      const bundles = await Promise.all(parts.map((part) => part[displaySymbol]()));
      return {
        [mime.markdown]: bundles.map(asMarkdown).join("\n\n"),
        [mime.plain]: bundles.map((bundle) => `${bundle[mime.plain]}`).join("\n\n"),
      };
    },
    [displaySymbol]: () => self.bundle(),
  };
  return self;
}

function asMarkdown(bundle: Bundle): string {
  const plain = `${bundle[mime.plain]}`;
  const svg = bundle[mime.svg];
  if (typeof svg === "string") {
    const bytes = new TextEncoder().encode(svg);
    return `<img src="data:image/svg+xml;base64,${bytes.toBase64()}" alt="${
      escapeHtml(plain, "attribute")
    }">`;
  }
  const { [mime.markdown]: markdown, [mime.latex]: latex } = bundle;
  if (typeof markdown === "string") return markdown;
  return typeof latex === "string" ? forMarkdown(latex) : `<pre>${escapeHtml(plain)}</pre>`;
}

/** Empty lines would end the paragraph, and `<b` would begin a tag: mathematics needs neither. */
function forMarkdown(latex: string): string {
  return latex.replace(/<(?=[a-z!/?])/gi, "< ").replace(/\n\s*\n/g, "\n");
}
