import { activations } from "../../activations/catalogue.ts";
import { normalRms } from "../../comparison/normal_rms.ts";
import type { Activation } from "../../activations/activation.ts";
import { type Link, pageOf } from "../_site.ts";
import { escapeHtml, tableHtml } from "../_html.ts";

/** How many neighbours are shown. */
const shown = 5;

/** How far two functions are from each other, for inputs that are normally distributed. */
export function distance(f: Activation, g: Activation): number {
  return normalRms((x) => f(x) - g(x), [...f.kinks, ...g.kinks]);
}

/** The functions nearest to one: the root mean square of the difference under N(0, 1). */
export function nearbyPart(f: Activation, link: Link): string {
  const others = Object.values(activations).filter((g) => g.id !== f.id)
    .map((g) => ({ g, apart: distance(f, g) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, shown);
  const rows = others.map(({ g, apart }) => [
    `<a href="${link(pageOf(g.id))}">${escapeHtml(g.title, "attribute")}</a>`,
    apart === 0 ? "the same" : `${Number(apart.toPrecision(3))}`,
  ]);
  return tableHtml(["Function", "Distance"], rows, {
    caption: "Root mean square of the difference for inputs from N(0, 1)",
    className: "numbers narrow",
  });
}
