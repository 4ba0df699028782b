/**
 * Draws all examples, by us and by plain Vega-Lite with our looks, and prints both as JSON. A program
 * of its own, as the time zone of a process is fixed.
 *
 * @module
 */

import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { merged } from "../../../src/display/drawing/_merged.ts";
import { configOf } from "../../../src/display/drawing/_theme_config.ts";
import { tidySvg } from "../../../src/display/drawing/_tidy_svg.ts";
import { chart } from "../../../src/display/drawing/chart.ts";
import { themes } from "../../../src/display/drawing/themes.ts";
import { specs } from "./specs.ts";

/** Our picture of an example, and Vega-Lite's. */
export interface Pair {
  readonly ours: string;
  readonly plain: string;
}

interface Chance {
  setRandom(random: () => number): void;
  randomLCG(seed: number): () => number;
}

async function plain(spec: TopLevelSpec, label: string): Promise<string> {
  const config = merged(configOf(themes.get("light")), spec.config ?? {});
  const { spec: compiled } = compile({ ...spec, config } as TopLevelSpec);
  // What is drawn at random, a bootstrap for instance, is the same for both.
  const chance = vega as unknown as Chance;
  chance.setRandom(chance.randomLCG(1));
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logLevel: vega.None }).run();
  chance.setRandom(Math.random);
  const svg = await view.toSVG();
  view.finalize();
  return tidySvg(svg, label);
}

if (import.meta.main) {
  const pictures: Record<string, Pair> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const own = chart(spec, { theme: "light" });
    // Ours first: it leaves the spec and the measures of texts as they have to be.
    pictures[name] = { ours: await own.svg(), plain: await plain(structuredClone(spec), own.alt) };
  }
  console.log(JSON.stringify(pictures));
}
