import type { Activation } from "../activations/activation.ts";
import { activations } from "../activations/catalogue.ts";
import type { Displayable } from "../display/bundle.ts";
import type { Chart } from "../display/drawing/chart.ts";
import { curves } from "../display/charts/curves.ts";
import { formula } from "../display/texts/formula.ts";
import { group } from "../display/texts/group.ts";
import { type Table, table } from "../display/tables/table.ts";
import { curvesOf } from "./_curves_of.ts";
import { lineText } from "./line_text.ts";
import { shortNumber } from "./_short_number.ts";

/** Every activation, as a table of contents. */
export interface Catalogue {
  /** The activations by id. */
  readonly activations: Readonly<Record<string, Activation>>;
  /** A small picture and a row of facts for each: for the last line of a cell. */
  readonly card: Displayable;
}

/**
 * The whole catalogue, with a card that shows it.
 *
 * @example
 * ```ts
 * import { activations, catalogue } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(catalogue.activations, activations);
 * ```
 */
export const catalogue: Catalogue = {
  activations,
  get card() {
    const all = Object.values(activations);
    return group(pictures(all), facts(all));
  },
};

function pictures(all: readonly Activation[]): Chart {
  const series = all.flatMap((activation) => {
    const orders = curvesOf(activation, 1);
    return orders.map((c, order) => ({ ...c, title: ["f", "f′"][order], group: activation.title }));
  });
  const options = {
    domain: [-4, 4],
    count: 64,
    width: 110,
    height: 90,
    columns: 5,
    y: "",
  } as const;
  return curves(series, { ...options, alt: `${all.length} activations with their derivatives` });
}

function facts(all: readonly Activation[]): Table {
  const rows = all.map(({ id, title, tex, parameters, kinks, asymptotes }) => ({
    function: title,
    id,
    "f(x)": formula(tex),
    parameters: Object.entries(parameters).map(([name, value]) => `${name} = ${shortNumber(value)}`)
      .join(", "),
    kinks: kinks.join(", "),
    "far left": lineText(asymptotes.left),
    "far right": lineText(asymptotes.right),
  }));
  return table(rows, { caption: `The catalogue: ${all.length} activations` });
}
