import { plotlyScript, vegaScripts } from "./_browser_libraries.ts";
import { arrived } from "./_html_snippet.ts";
import { display, type Displayable, mime } from "./bundle.ts";

/**
 * The scripts that make charts shown by the renderer `html` interactive, about 0.8 MB: to be shown
 * once in a notebook that is read where there is no Vega-Lite, such as a page made by nbconvert.
 *
 * @returns what puts the scripts in the page, and shows nothing
 *
 * @example
 * ```ts
 * import { chartScripts, display } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const { "text/html": html } = await chartScripts()[display]();
 * assert(`${html}`.length < 1_000_000);
 * ```
 */
export function chartScripts(): Displayable {
  return scripts("vega", vegaScripts);
}

/**
 * The script that makes surfaces turn where the front end does not know Plotly, about 1.8 MB: to be
 * shown once in a notebook.
 *
 * @returns what puts the script in the page, and shows nothing
 *
 * @example
 * ```ts
 * import { display, surfaceScripts } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const { "text/html": html } = await surfaceScripts()[display]();
 * assert(`${html}`.length < 2_000_000);
 * ```
 */
export function surfaceScripts(): Displayable {
  return scripts("plotly", async () => [await plotlyScript()]);
}

function scripts(kind: keyof typeof arrived, load: () => Promise<readonly string[]>): Displayable {
  return {
    async [display]() {
      const sources = await load();
      // The libraries must take the page for one without a module loader, even where it has one.
      const alone = sources.map((source) =>
        `<script>(function (define, module, exports) {\n${source}\n}).call(window);</script>`
      );
      const done = `<script>window.dispatchEvent(new Event("${arrived[kind]}"));</script>`;
      return {
        [mime.html]: [...alone, done].join("\n"),
        [mime.plain]: `(scripts for ${kind === "vega" ? "charts" : "surfaces"})`,
      };
    },
  };
}
