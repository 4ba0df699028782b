import { eachSource } from "./_everywhere.ts";
import { forScripts } from "./_browser_libraries.ts";
import { htmlSnippet } from "./_html_snippet.ts";
import { type Bundle, mime } from "../bundle.ts";
import { fitted, widthOf } from "./_fitted.ts";
import type { Drawing, Spec } from "./_drawing.ts";
import { withPageInk } from "./_page_ink.ts";

export type { Drawing } from "./_drawing.ts";

/** Puts a drawing in the formats that are sent to a notebook. */
export type Renderer = (drawing: Drawing) => Promise<Bundle>;

/** The renderers by name, and the one in use. */
export interface Renderers {
  /** The name of the one that charts without a renderer of their own are shown by. */
  readonly current: string;
  /** The names that are known. */
  readonly names: readonly string[];
  /** The renderer of a name. */
  get(name: string): Renderer;
  /** Shows charts by a renderer from now on; one of your own is given with its name. */
  use(name: string, renderer?: Renderer): void;
}

/** Bytes above which a format of one chart is left out: a notebook is to stay readable. */
const tooMany = 500_000;

/** A still picture: SVG, or PNG where the SVG would be large. */
async function still(drawing: Drawing, drawn?: string): Promise<Bundle> {
  const svg = drawn ?? await drawing.svg();
  const { alt } = drawing;
  if (svg.length <= tooMany) return { [mime.svg]: svg, [mime.plain]: alt };
  return { [mime.png]: (await drawing.png(1)).toBase64(), [mime.plain]: alt };
}

async function interactive(drawing: Drawing): Promise<Bundle> {
  const json = JSON.stringify(drawing.spec);
  // Too large to react well, and to keep: the picture says so.
  if (json.length > tooMany) return await still(drawing.noted(tooLarge(drawing)));
  const svg = await drawing.svg();
  return {
    [mime.vegaLite]: forPage(JSON.parse(json), svg),
    ...await still(drawing, svg),
  };
}

/** As front ends are to draw it. */
function forPage(spec: Spec, svg: string): Spec {
  return withPageInk(fitted(spec, widthOf(svg)), svg);
}

function tooLarge({ spec }: Drawing): string {
  let rows = 0;
  eachSource(spec, ({ values }) => {
    rows += Array.isArray(values) ? values.length : 0;
  });
  return `a still picture, as ${
    rows.toLocaleString("en")
  } rows are too many for an interactive one`;
}

async function png({ png, alt }: Drawing): Promise<Bundle> {
  return { [mime.png]: (await png(1)).toBase64(), [mime.plain]: alt };
}

async function html({ spec, svg, alt }: Drawing): Promise<Bundle> {
  const picture = await svg();
  const data = forScripts(forPage(spec, picture));
  const drawn = htmlSnippet({ kind: "vega", data, still: picture, alt });
  return { [mime.html]: drawn, [mime.plain]: alt };
}

const known = new Map<string, Renderer>(
  Object.entries({ mimetype: interactive, svg: (drawing) => still(drawing), png, html }),
);
let current = "mimetype";

/**
 * How charts are sent to a notebook.
 *
 * `mimetype`, the default: interactive where the front end has Vega-Lite, with an SVG for the
 * others. `svg` and `png`: a still picture. `html`: a picture that survives in an untrusted
 * notebook, and becomes interactive where {@linkcode chartScripts} were shown before.
 *
 * @example
 * ```ts
 * import { curves, renderers } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * renderers.use("svg");
 * const bundle = await curves([{ title: "tanh", f: Math.tanh }]).bundle();
 * assertEquals(Object.keys(bundle), ["image/svg+xml", "text/plain"]);
 * renderers.use("mimetype");
 * ```
 */
export const renderers: Renderers = {
  get current() {
    return current;
  },
  get names() {
    return [...known.keys()];
  },
  get(name) {
    const found = known.get(name);
    if (found) return found;
    throw new RangeError(
      `Cannot use the renderer as it must be one of ${renderers.names.join(", ")}: ` +
        `current value is ${name}`,
    );
  },
  use(name, renderer) {
    if (renderer) known.set(name, renderer);
    renderers.get(name);
    current = name;
  },
};
