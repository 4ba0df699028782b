/**
 * The picture on the first page: two functions, a formula of the reader's, and how they differ.
 *
 * @module
 */

import { type DrawnCurve, figure, leftFor, rangeOf } from "../drawing/figure.ts";
import { type Point, sample } from "../drawing/sample.ts";
import { type Compiled, compileFormula } from "../formula/compile_formula.ts";
import { parseFormula } from "../formula/parse_formula.ts";
import { follow } from "./_follow.ts";

interface Known {
  readonly title: string;
  readonly text: string;
  readonly parameters: Readonly<Record<string, number>>;
}

const domain = [-5, 5] as const;
const heights = [340, 160] as const;
const orders = ["f", "f′", "f″"];

/** Brings the explorable to life. */
export function explore(element: HTMLElement): void {
  const known: Readonly<Record<string, Known>> = JSON.parse(element.dataset.explore!);
  const field = <T extends Element>(name: string) => element.querySelector<T>(`[name="${name}"]`)!;
  const [one, two] = [field<HTMLSelectElement>("one"), field<HTMLSelectElement>("two")];
  const [own, slider] = [field<HTMLInputElement>("own"), field<HTMLInputElement>("k")];
  const message = element.querySelector<HTMLElement>(".explore-message")!;
  const caption = element.querySelector<HTMLElement>(".explore-caption")!;
  const readout = element.querySelector<HTMLOutputElement>(".readout")!;
  const [above, below] = element.querySelectorAll<HTMLElement>(".chart-picture");

  const chosen = (select: HTMLSelectElement) => {
    const { title, text, parameters } = known[select.value];
    const f = compileFormula(parseFormula(text, Object.keys(parameters)));
    return { title, f: (x: number) => f(x, parameters) };
  };
  const typed = (): ((x: number) => ReturnType<Compiled>) | undefined => {
    try {
      const f = compileFormula(parseFormula(own.value, ["k"]));
      message.textContent = "";
      own.removeAttribute("aria-invalid");
      return (x) => f(x, { k: Number(slider.value) });
    } catch (error) {
      message.textContent = (error as Error).message;
      own.setAttribute("aria-invalid", "true");
    }
  };

  const draw = () => {
    const order = Number(element.querySelector<HTMLInputElement>('[name="order"]:checked')!.value);
    const functions = [chosen(one), chosen(two)];
    const mine = typed();
    const all = [...functions, ...(mine ? [{ title: "yours", f: mine }] : [])];
    const curves = all.map(({ f }, k): DrawnCurve => ({
      points: sample((x) => f(x)[order], domain, 400),
      colour: `${k + 1}`,
      dashed: k === 2,
    }));
    const titles = all.map(({ title }) => title).join(", ");
    const range = rangeOf(curves.map(({ points }) => points));
    const alt = `${orders[order]} of ${titles} from −5 to 5`;
    const drawAbove = (left?: number) => {
      const svg = show(above, curves, { range, height: heights[0], alt, left });
      follow(svg, domain, (x) => {
        const values = all.map(({ title, f }) => `${title} ${short(f(x)[order])}`);
        readout.textContent = [`x = ${x.toFixed(2)}`, ...values].join("   ").replaceAll("-", "−");
      });
    };
    if (!mine) {
      drawAbove();
      caption.textContent = "Your formula minus the function";
      below.replaceChildren();
      return;
    }
    const [{ f, title }] = functions;
    const points = sample((x) => mine(x)[order] - f(x)[order], domain, 400);
    const worst = largest(points);
    const what = `Your formula minus ${title}${order > 0 ? `, ${orders[order]}` : ""}: `;
    caption.textContent = what +
      (worst
        ? `at most ${short(Math.abs(worst[1]))}, at x = ${short(worst[0])}`.replaceAll("-", "−") +
          (points.every(([, y]) => Number.isFinite(y)) ? "" : ", where it is finite")
        : "finite nowhere from −5 to 5");
    const size = Math.max(Math.min(Math.abs(worst?.[1] ?? 0), 5), 1e-12) * 1.1;
    const [height, ends] = [heights[1], [-size, size] as const];
    drawAbove(leftFor(ends, height));
    const left = leftFor(range, heights[0]);
    show(below, [{ points, colour: "3" }], { range: ends, height, alt: caption.textContent, left });
  };
  for (const input of [one, two, own, slider]) input.addEventListener("input", draw);
  slider.addEventListener("input", () => {
    slider.nextElementSibling!.textContent = short(Number(slider.value));
  });
  for (const radio of element.querySelectorAll('[name="order"]')) {
    radio.addEventListener("change", draw);
  }
  draw();
  element.dataset.started = "yes";
}

function show(
  place: HTMLElement,
  curves: readonly DrawnCurve[],
  options: { range: readonly [number, number]; height: number; alt: string; left?: number },
): SVGSVGElement {
  const svg = figure(curves, { document, domain, ...options }) as unknown as SVGSVGElement;
  place.replaceChildren(svg);
  return svg;
}

/** The point that is farthest from 0, of those that are finite. */
function largest(points: readonly Point[]): Point | undefined {
  const [first, ...rest] = points.filter(([, y]) => Number.isFinite(y));
  return first && rest.reduce((a, b) => Math.abs(b[1]) > Math.abs(a[1]) ? b : a, first);
}

/** Four digits of a number. */
function short(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}
