/**
 * What a front end is given to show: one output in several formats. The only file that spells a
 * MIME type.
 *
 * @module
 */

/** One output in several formats, from MIME type to content; the front end shows the best it can. */
export type Bundle = Readonly<Record<string, unknown>>;

/** The key under which Deno's kernel asks an object for its bundle. */
export const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as typeof displaySymbol;

/** Whatever knows how to show itself in a notebook. */
export interface Displayable {
  /** The output in every format it has. */
  [displaySymbol](): Bundle | Promise<Bundle>;
  /** What it is made of: `show` shows these one by one, each in its own best format. */
  readonly parts?: readonly Displayable[];
}

/** The MIME types in use, by a short name. */
export const mime = {
  plain: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  vegaLite: "application/vnd.vegalite.v5+json",
  plotly: "application/vnd.plotly.v1+json",
} as const;

/**
 * Whether a value knows how to show itself.
 *
 * @param value anything
 * @returns true if it has the method that Deno's kernel calls
 *
 * @example
 * ```ts
 * import { formula } from "@actbook/actbook";
 * import { isDisplayable } from "@actbook/actbook/display";
 * import { assert, assertFalse } from "@std/assert";
 *
 * assert(isDisplayable(formula("x^2")));
 * assertFalse(isDisplayable("x^2"));
 * ```
 */
export function isDisplayable(value: unknown): value is Displayable {
  return typeof value === "object" && value !== null && displaySymbol in value &&
    typeof value[displaySymbol] === "function";
}
