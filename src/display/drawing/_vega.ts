import {
  type Config,
  type TopLevelSpec,
  vega as loadVega,
  vegaLite as loadVegaLite,
} from "./_packages.ts";
import { stillSpec } from "./_still_spec.ts";
import { textWidth } from "./_text_width.ts";
import { tidySvg } from "./_tidy_svg.ts";

/** Vega and Vega-Lite, loaded when the first chart is drawn and not before. */
async function load() {
  const [vega, vegaLite] = await Promise.all([loadVega(), loadVegaLite()]);
  // Without a canvas Vega guesses widths; with one they depend on the machine's fonts.
  const metrics = (vega as unknown as { textMetrics: TextMetrics }).textMetrics;
  metrics.width = (item, text) => {
    const size = metrics.height(item) * (item.fontWeight === "bold" ? boldness : 1);
    const width = textWidth(`${text ?? ""}`, size);
    return item.limit ? Math.min(width, item.limit) : width;
  };
  return { vega, vegaLite };
}

/** A text on the chart; beyond its limit it is cut. */
interface TextItem {
  readonly limit?: number;
  readonly fontWeight?: unknown;
}

/** How much wider bold text is, at most. */
const boldness = 1.15;

interface TextMetrics {
  height(item: TextItem): number;
  width: (item: TextItem, text: unknown) => number;
}

let loaded: ReturnType<typeof load> | undefined;

/**
 * Draws a Vega-Lite spec, without a browser.
 *
 * @param spec a complete spec, left as it is
 * @param label the alternative text
 * @param warn gets each warning of the compiler; the console if not given
 * @returns the SVG, the same on every machine
 */
export async function renderSvg(
  spec: TopLevelSpec,
  label: string,
  warn: (message: string) => void = console.warn,
): Promise<string> {
  const { vega, vegaLite } = await (loaded ??= load());
  // Vega marks the data rows it is given; and the picture shall be that of the JSON.
  const copy = JSON.parse(JSON.stringify(stillSpec(spec))) as TopLevelSpec;
  const compiled = vegaLite.compile(copy, { logger: logger(warn), config: copy.config as Config });
  const view = withSameChances(
    vega as unknown as Chance,
    () =>
      new vega.View(vega.parse(compiled.spec), { renderer: "none", logger: logger(warn) }).run(),
  );
  try {
    return tidySvg(await view.toSVG(), label);
  } finally {
    view.finalize();
  }
}

/** Samples and bootstraps are drawn at random: the same ones each time. */
function withSameChances<T>(vega: Chance, draw: () => T): T {
  vega.setRandom(vega.randomLCG(1));
  try {
    return draw();
  } finally {
    vega.setRandom(Math.random);
  }
}

interface Chance {
  setRandom(random: () => number): void;
  randomLCG(seed: number): () => number;
}

/** A chart of nothing is no mistake, and nobody points at a still picture. */
const harmless = /^Infinite extent for field|^Can ?not resolve event source/i;

function logger(warnOfAll: (message: string) => void) {
  const warn = (message: string) => harmless.test(message) ? undefined : warnOfAll(message);
  const self = {
    level: () => self,
    error: (...parts: readonly unknown[]) => (warn(parts.join(" ")), self),
    warn: (...parts: readonly unknown[]) => (warn(parts.join(" ")), self),
    info: () => self,
    debug: () => self,
  };
  return self as never;
}
