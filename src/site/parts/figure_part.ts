import type { Activation } from "../../activations/activation.ts";
import { rangeOf } from "../drawing/figure.ts";
import { sample } from "../drawing/sample.ts";
import { still } from "../drawing/still.ts";
import { formulas } from "../formulas.ts";
import { escapeHtml } from "../_html.ts";

/** What a page tells its live picture. */
export interface LiveFigure {
  readonly title: string;
  readonly formula: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** From where to where functions are drawn. */
const domain = [-5, 5] as const;

const orders = ["f", "f′", "f″"] as const;

/**
 * The picture of a function and its slope, with a slider for each parameter and a box for each
 * derivative. It answers once the reader touches it: until then it is a picture.
 */
export function figurePart(activation: Activation): string {
  const { id, title, parameters } = activation;
  const functions = [activation, activation.derivative];
  const curves = functions.map((f) => sample(f, domain, 200));
  const range = rangeOf(curves);
  const picture = still(
    curves.map((points, k) => ({ points, colour: `${k + 1}`, dashed: k > 0 })),
    { domain, range, alt: `${title} and its derivative from −5 to 5` },
  );
  const formula = formulas[id];
  if (!formula) return `<figure class="chart">${picture}</figure>`;
  const live: LiveFigure = { title, formula: formula.text, parameters, domain, range };
  const sliders = Object.entries(formula.sliders ?? {}).map(([name, ends]) =>
    slider(activation, name, ends)
  );
  return `<figure class="chart" data-live="${escapeHtml(JSON.stringify(live), "attribute")}">` +
    `<div class="chart-keys">${boxes()}<output class="readout" aria-live="off"></output></div>` +
    `<div class="chart-picture">${picture}</div>` +
    (sliders.length > 0 ? `<div class="chart-sliders">${sliders.join("")}</div>` : "") +
    `</figure>`;
}

function boxes(): string {
  return orders.map((name, k) =>
    `<label class="key key-${k + 1}"><input type="checkbox" data-order="${k}"${
      k < 2 ? " checked" : ""
    }><span class="swatch"></span><i>${name}</i></label>`
  ).join("");
}

function slider(
  { ranges }: Activation,
  name: string,
  [from, to]: readonly [number, number],
): string {
  const { value, meaning } = ranges[name];
  return `<label class="slider"><span>${escapeHtml(meaning, "attribute")}</span>` +
    `<input type="range" data-name="${name}" min="${from}" max="${to}" step="any" value="${value}">` +
    `<output>${Number(value.toPrecision(4))}</output></label>`;
}
