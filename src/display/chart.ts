import type { TopLevelSpec } from "vega-lite";
import { renderSvg } from "./_vega.ts";
import { type Bundle, display, type Displayable, mime } from "./bundle.ts";
import { configOf, light } from "./theme.ts";

/** A Vega-Lite spec of any form: a unit, a layer, a facet, a concatenation. */
export type Spec = TopLevelSpec;

/** What a chart is made with, besides its spec. */
export interface ChartOptions {
  /** What the picture shows, for those who cannot see it; the spec's description or title if not given. */
  readonly alt?: string;
}

/** A picture of data, for the last line of a cell. */
export interface Chart extends Displayable {
  /** The Vega-Lite spec, without the looks that the theme adds. */
  readonly spec: Spec;
  /** What the picture shows, in words. */
  readonly alt: string;
  /** The picture as SVG with its own background, the same on every machine. */
  svg(): Promise<string>;
  /** The output in every format: interactive, still, and in words. */
  bundle(): Promise<Bundle>;
}

/** Front ends have Vega-Lite 5: what it draws and version 6 draws are the same here. */
const schema = "https://vega.github.io/schema/vega-lite/v5.json";

/**
 * A chart of a Vega-Lite spec. It shows as an interactive chart where a front end can, as an SVG
 * picture elsewhere, and in words on a terminal. Nothing is drawn, and no charting library is
 * loaded, before the chart is shown.
 *
 * @param spec the Vega-Lite spec; not changed. Numbers that are not finite become `null`
 * @param options its alternative text
 * @returns the chart
 *
 * @example
 * ```ts
 * import { chart } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const squares = chart({
 *   title: "Squares",
 *   data: { values: [{ x: 1, y: 1 }, { x: 2, y: 4 }, { x: 3, y: 9 }] },
 *   mark: "line",
 *   encoding: {
 *     x: { field: "x", type: "quantitative" },
 *     y: { field: "y", type: "quantitative" },
 *   },
 * });
 * assertStringIncludes(await squares.svg(), 'aria-label="Squares"');
 * ```
 */
export function chart(spec: Spec, options: ChartOptions = {}): Chart {
  const alt = options.alt ?? spec.description ?? titleOf(spec) ?? "A chart";
  const described: Spec = { ...spec, $schema: schema, description: alt };
  const self: Chart = {
    spec: described,
    alt,
    svg: () => renderSvg(themed(described), alt),
    async bundle() {
      return {
        [mime.vegaLite]: JSON.parse(JSON.stringify(themed(described))),
        [mime.svg]: await self.svg(),
        [mime.plain]: alt,
      };
    },
    [display]: () => self.bundle(),
  };
  return self;
}

function titleOf({ title }: Spec): string | undefined {
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  if (Array.isArray(text)) return text.join(" ");
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** The spec with the theme's looks, except where it has its own. */
function themed(spec: Spec): Spec {
  return { ...spec, config: merged(configOf(light), spec.config ?? {}) } as Spec;
}

function merged(base: object, over: object): object {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isPlain(before) && isPlain(value) ? merged(before, value) : value;
  }
  return result;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
