/**
 * A picture of a function that answers to its sliders.
 *
 * @module
 */

import { figure } from "../drawing/figure.ts";
import { sample } from "../drawing/sample.ts";
import { compileFormula } from "../formula/compile_formula.ts";
import { parseFormula } from "../formula/parse_formula.ts";
import type { LiveFigure } from "../parts/figure_part.ts";
import { follow } from "./_follow.ts";

const orders = ["f", "f′", "f″"];

/** Brings the picture of a page to life. */
export function live(element: HTMLElement): void {
  const { title, formula, parameters, domain, range }: LiveFigure = JSON.parse(
    element.dataset.live!,
  );
  const f = compileFormula(parseFormula(formula, Object.keys(parameters)));
  const values = { ...parameters };
  const place = element.querySelector<HTMLElement>(".chart-picture")!;
  const readout = element.querySelector<HTMLOutputElement>(".readout")!;
  const boxes = [...element.querySelectorAll<HTMLInputElement>("[data-order]")];
  const shown = () => boxes.flatMap((box, order) => box.checked ? [order] : []);
  const draw = () => {
    const curves = shown().map((order) => ({
      points: sample((x) => f(x, values)[order], domain, 400),
      colour: `${order + 1}`,
      dashed: order > 0,
    }));
    const names = shown().map((order) => orders[order]).join(", ");
    const alt = `${names} of ${title} from ${domain[0]} to ${domain[1]}`;
    const svg = figure(curves, { document, domain, range, alt }) as unknown as SVGSVGElement;
    place.replaceChildren(svg);
    follow(svg, domain, (x) => {
      const parts = shown().map((order) => `${orders[order]} = ${short(f(x, values)[order])}`);
      readout.textContent = [`x = ${x.toFixed(2)}`, ...parts].join("   ").replaceAll("-", "−");
    });
  };
  for (const input of element.querySelectorAll<HTMLInputElement>("[data-name]")) {
    const change = () => {
      values[input.dataset.name!] = Number(input.value);
      input.nextElementSibling!.textContent = short(Number(input.value));
      draw();
    };
    input.addEventListener("input", change);
    // What was moved before this script was there.
    values[input.dataset.name!] = Number(input.value);
  }
  for (const box of boxes) box.addEventListener("change", draw);
  draw();
  element.dataset.started = "yes";
}

/** Four digits of a number. */
function short(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}
