import { has } from "../../options/check_list.ts";
import { shown } from "../../options/shown.ts";
import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";
import { texInLanguage } from "./_tex_in_language.ts";

/** A formula, typeset where the front end can. */
export interface Formula extends Displayable {
  /** Its LaTeX, without delimiters. */
  readonly tex: string;
  /** The output in every format. */
  bundle(): Bundle;
}

/**
 * A formula on a line of its own.
 *
 * @param tex LaTeX for the inside of display mathematics, without `$`; `\$` is allowed
 * @returns what shows as typeset mathematics, and as its source where nothing can typeset it
 * @throws SyntaxError if there is a bare `$` in it, which would end the formula
 *
 * @example
 * ```ts
 * import { formula } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const gelu = formula(String.raw`\operatorname{GELU}(x) = x\,\Phi(x)`);
 * assertEquals(gelu.bundle()["text/plain"], gelu.tex);
 * ```
 *
 * @example As a tag, without doubled backslashes
 * ```ts
 * import { formula, silu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formula`\operatorname{silu}(x) = ${silu.tex}`.tex.slice(0, 22), "\\operatorname{silu}(x)");
 * ```
 */
export function formula(tex: string): Formula;
/** As a tag: LaTeX as it is written. */
export function formula(lines: TemplateStringsArray, ...parts: readonly unknown[]): Formula;
export function formula(
  given: string | TemplateStringsArray,
  ...parts: readonly unknown[]
): Formula {
  if (typeof given !== "string" && !has(given, "raw")) {
    throw new TypeError(
      `Cannot typeset a formula as it must be a text: current value is ${shown(given)}`,
    );
  }
  const tex = typeof given === "string" ? given : String.raw(given, ...parts);
  if (/(?<!\\)(?:\\\\)*\$/.test(tex)) {
    throw new SyntaxError(`Cannot typeset a formula as it must not contain a bare $: ${tex}`);
  }
  const self: Formula = {
    tex,
    bundle: () => ({
      // No Markdown: builders of documentation prefer it, and know no mathematics in it.
      [mime.latex]: `$$${texInLanguage(tex)}$$`,
      [mime.plain]: texInLanguage(tex),
    }),
    [displaySymbol]: () => self.bundle(),
  };
  return self;
}
