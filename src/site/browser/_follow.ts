import { margin, width } from "../drawing/figure.ts";

/**
 * Follows the pointer over a picture with a line.
 *
 * @param svg the picture
 * @param domain what its x-axis shows
 * @param tell is told the x under the pointer
 */
export function follow(
  svg: SVGSVGElement,
  [from, to]: readonly [number, number],
  tell: (x: number) => void,
): void {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  const height = svg.viewBox.baseVal.height;
  const { right, top, bottom } = margin;
  const left = Number(svg.dataset.left);
  for (const [name, value] of [["y1", top], ["y2", height - bottom]] as const) {
    line.setAttribute(name, `${value}`);
  }
  line.setAttribute("class", "pointer");
  svg.append(line);
  svg.addEventListener("pointermove", ({ clientX }) => {
    const box = svg.getBoundingClientRect();
    const at = Math.min(Math.max((clientX - box.left) / box.width * width, left), width - right);
    const x = from + (at - left) / (width - right - left) * (to - from);
    line.setAttribute("x1", `${at}`);
    line.setAttribute("x2", `${at}`);
    tell(x);
  });
}
