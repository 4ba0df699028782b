import { inUtc } from "./_in_utc.ts";
import { followScheme } from "./_follow_scheme.ts";
import { merged } from "./_merged.ts";
import { notedTitle } from "./_noted_title.ts";
import { pngOf } from "./_png.ts";
import { printable } from "../texts/_printable.ts";
import { safeTexts } from "./_safe_texts.ts";
import { saveDrawing } from "./_save.ts";
import { translatedSpec } from "./_translated_spec.ts";
import { configOf } from "./_theme_config.ts";
import { renderSvg } from "./_vega.ts";
import { type Bundle, type Displayable, displaySymbol } from "../bundle.ts";
import type { Drawing, Spec } from "./_drawing.ts";
import { renderers } from "./renderers.ts";
import { type ChartOptions, chartOptions } from "./_chart_options.ts";
import type { Theme } from "./theme.ts";
import { themes } from "./themes.ts";
import { translations } from "../texts/translations.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

export type { Spec } from "./_drawing.ts";

/** A picture of data, for the last line of a cell. */
export interface Chart extends Displayable {
  /** The Vega-Lite spec, without the looks that the theme adds. */
  readonly spec: Spec;
  /** What the picture shows, in words. */
  readonly alt: string;
  /**
   * The picture as SVG with its own background, the same on every machine; it is dark where the
   * reader's browser asks for that, unless the theme is a fixed one.
   */
  svg(): Promise<string>;
  /** The picture as PNG, `scale` pixels for each of the SVG, 2 if not given. */
  png(scale?: number): Promise<Uint8Array>;
  /** The output in the formats of the renderer: interactive, still, in words. */
  bundle(): Promise<Bundle>;
  /** The same chart with another theme, renderer or alternative text. */
  with(options: ChartOptions): Chart;
  /**
   * Writes it to a file, in the format of its ending: `.svg`, `.png`, `.html` (interactive, alone
   * and without a network) or `.json` (the spec with its theme).
   */
  save(path: string | URL, options?: { readonly scale?: number }): Promise<void>;
}

/** Front ends have Vega-Lite 5: what it draws and version 6 draws are the same here. */
const schema = "https://vega.github.io/schema/vega-lite/v5.json";

/**
 * A chart of a spec whose data needs no look, as that of our own kinds: rows of texts and numbers that
 * an axis reaches, in fields with harmless names.
 */
export function ownChart(spec: Spec, options: ChartOptions = {}): Chart {
  checkOptions("make a chart", options, chartOptions);
  const alt = printable(options.alt ?? spec.description ?? titleOf(spec) ?? "A chart");
  let finished: Spec | undefined;
  const drawing = () => {
    const theme = themes.get(options.theme ?? themes.current);
    return drawingOf(translatedSpec(self.spec), theme, translations.of(alt));
  };
  const self: Chart = {
    get spec() {
      return finished ??= { ...inUtc(spec), $schema: schema, description: alt };
    },
    alt,
    svg: () => drawing().svg(),
    png: (scale = 2) => drawing().png(scale),
    bundle: () => renderers.get(options.renderer ?? renderers.current)(drawing()),
    with: (changes) => ownChart(spec, { ...options, ...changes }),
    save: async (path, options = {}) => {
      checkOptions("save a chart", options, { scale: kinds.number });
      await saveDrawing(drawing(), path, options.scale ?? 2);
    },
    [displaySymbol]: () => self.bundle(),
  };
  return self;
}

function drawingOf(spec: Spec, theme: Theme, alt: string): Drawing {
  const drawnIn = (theme: Theme) => safeTexts(themed(spec, theme));
  // Of a background that was asked for, nobody knows how it would be in the dark.
  const { still } = hasBackground(spec) ? {} : theme;
  const plain = () => renderSvg(drawnIn(theme.still?.light ?? theme), alt);
  return {
    spec: drawnIn(theme),
    alt,
    svg: async () => still ? followScheme(await plain(), still) : await plain(),
    png: async (scale) => await pngOf(await plain(), scale),
    noted: (note) => {
      const words = `${alt} (${note})`;
      return drawingOf({ ...withNote(spec, note), description: words } as Spec, theme, words);
    },
  };
}

function hasBackground({ background, config }: Spec): boolean {
  return (background ?? config?.background) !== undefined;
}

/** A spec with a line more below its title. */
function withNote(spec: Spec, note: string): Spec {
  return { ...spec, title: notedTitle(spec.title, [note]) } as Spec;
}

function titleOf({ title }: Spec): string | undefined {
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  if (Array.isArray(text)) return text.join(" ");
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** The spec with the theme's looks, except where it has its own. */
function themed(spec: Spec, theme: Theme): Spec {
  return { ...spec, config: merged(configOf(theme), spec.config ?? {}) } as Spec;
}
