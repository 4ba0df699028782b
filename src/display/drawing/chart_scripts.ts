import { asExpression, plotlyScript, vegaScripts } from "./_browser_libraries.ts";
import { arrived } from "./_html_snippet.ts";
import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * The scripts that make charts shown by the renderer `html` interactive, about 0.8 MB: to be shown
 * once in a notebook that is read where there is no Vega-Lite, such as a page made by nbconvert.
 *
 * @returns what puts the scripts in the page, and shows nothing
 *
 * @example
 * ```ts
 * import { chartScripts } from "@actbook/actbook";
 * import { displaySymbol } from "@actbook/actbook/display";
 * import { assert } from "@std/assert";
 *
 * const { "text/html": html } = await chartScripts()[displaySymbol]();
 * assert(`${html}`.length < 1_000_000);
 * ```
 */
export function chartScripts(): Displayable {
  return { [displaySymbol]: async () => bundle("vega", (await vegaScripts()).map(alone)) };
}

/** Where a script comes from. */
export interface ScriptOptions {
  /** Its address, for a small output that needs a network or a file beside it; inline if not given. */
  readonly src?: string;
}

/**
 * The script that makes surfaces turn where the front end does not know Plotly, about 1.8 MB: to be
 * shown once in a notebook.
 *
 * @param options where the script comes from
 * @returns what puts the script in the page, and shows nothing
 *
 * @example
 * ```ts
 * import { surfaceScripts } from "@actbook/actbook";
 * import { displaySymbol } from "@actbook/actbook/display";
 * import { assert } from "@std/assert";
 *
 * const { "text/html": html } = await surfaceScripts()[displaySymbol]();
 * assert(`${html}`.length < 2_000_000);
 * ```
 */
export function surfaceScripts(options: ScriptOptions = {}): Displayable {
  checkOptions("give a script", options, { src: kinds.text });
  const { src } = options;
  return {
    [displaySymbol]: async () =>
      bundle("plotly", [src === undefined ? alone(await plotlyScript()) : referred(src)]),
  };
}

/** The library must take the page for one without a module loader, even where it has one. */
function alone(source: string): string {
  return `(function (define, module, exports) {\n${source}\n}).call(window);`;
}

/** A script that fetches another one, and hides the module loader from it in the meantime. */
function referred(src: string): string {
  return `(() => {
const script = document.createElement("script");
const { define } = window;
const done = () => {
  window.define = define;
  window.dispatchEvent(new Event("${arrived.plotly}"));
};
window.define = undefined;
script.onload = done;
script.onerror = done;
script.src = ${asExpression(src)};
document.head.append(script);
})();`;
}

function bundle(kind: keyof typeof arrived, scripts: readonly string[]): Bundle {
  const done = `window.dispatchEvent(new Event("${arrived[kind]}"));`;
  return {
    [mime.html]: [...scripts, done].map((script) => `<script>${script}</script>`).join("\n"),
    [mime.plain]: `(scripts for ${kind === "vega" ? "charts" : "surfaces"})`,
  };
}
