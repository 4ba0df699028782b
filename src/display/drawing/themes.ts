import { auto, dark, light, print } from "./_themes.ts";
import type { Theme } from "./theme.ts";

/** The themes by name, and the one in use. */
export interface Themes {
  /** The one that charts without a theme of their own are drawn in. */
  readonly current: Theme;
  /** The names that are known. */
  readonly names: readonly string[];
  /** The theme of a name; a theme itself is given back. */
  get(theme: string | Theme): Theme;
  /** Draws what is shown from now on in a theme; one of your own is known by its name from then on. */
  use(theme: string | Theme): void;
}

const known = new Map<string, Theme>(
  [auto, light, dark, print].map((theme) => [theme.name, theme]),
);
let current = auto;

/**
 * The themes of charts: "auto", the default, which follows the page; "light" and "dark", which look
 * the same on every page; "print", black on white in lines that differ in lightness too; and your own.
 *
 * @example
 * ```ts
 * import { themes } from "@actbook/actbook";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * themes.use({ ...themes.get("light"), name: "sepia", background: "#fbf3e4" });
 * assertEquals(themes.current.background, "#fbf3e4");
 * themes.use("auto");
 * assertThrows(() => themes.use("neon"), RangeError, "auto, light, dark, print, sepia");
 * ```
 */
export const themes: Themes = {
  get current() {
    return current;
  },
  get names() {
    return [...known.keys()];
  },
  get(theme) {
    if (typeof theme !== "string") return theme;
    const found = known.get(theme);
    if (found) return found;
    throw new RangeError(
      `Cannot use the theme as it must be one of ${themes.names.join(", ")}: ` +
        `current value is ${theme}`,
    );
  },
  use(theme) {
    current = themes.get(theme);
    known.set(current.name, current);
  },
};
