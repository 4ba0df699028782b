import { escapeHtml } from "../_html.ts";

/** A candidate as a point. */
export interface FrontPoint {
  readonly title: string;
  readonly cost: number;
  /** Above 0. */
  readonly error: number;
  readonly onFront: boolean;
  readonly fit: boolean;
}

const [width, height] = [720, 300];
const [left, right, top, bottom] = [62, 14, 14, 44];

/**
 * Error against cost, the error by powers of ten, with the front as a staircase.
 *
 * @param points the candidates
 * @param alt what the picture shows, in words
 * @returns the SVG
 */
export function frontPicture(points: readonly FrontPoint[], alt: string): string {
  const most = Math.max(...points.map(({ cost }) => cost), 4);
  const powers = points.map(({ error }) => Math.log10(error));
  const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers) + 0.01)];
  const x = (cost: number) => round(left + cost / most * (width - left - right));
  const y = (power: number) =>
    round(height - bottom - (power - low) / (high - low) * (height - top - bottom));
  const step = Math.ceil((high - low) / 8);
  const powersShown = Array.from(
    { length: Math.floor((high - low) / step) + 1 },
    (_, k) => low + k * step,
  );
  const xStep = [1, 2, 5, 10, 20, 50].find((each) => most / each <= 10) ?? 100;
  const costsShown = Array.from({ length: Math.floor(most / xStep) + 1 }, (_, k) => k * xStep);
  const front = points.filter(({ onFront }) => onFront).sort((a, b) => a.cost - b.cost);
  const stairs = front.map(({ cost, error }, k) =>
    `${k === 0 ? `M${x(cost)} ` : `H${x(cost)}V`}${y(Math.log10(error))}`
  ).join("");
  const parts = [
    ...powersShown.map((power) =>
      `<path class="grid" d="M${left} ${y(power)}H${width - right}"/>` +
      `<text x="${left - 8}" y="${
        y(power) + 4
      }" text-anchor="end">10<tspan dy="-0.4em" font-size="0.75em">${
        `${power}`.replace("-", "−")
      }</tspan></text>`
    ),
    ...costsShown.map((cost) =>
      `<text x="${x(cost)}" y="${height - bottom + 20}" text-anchor="middle">${cost}</text>`
    ),
    `<text x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle">` +
    "cost in multiply-adds</text>",
    `<path class="front" d="${stairs}"/>`,
    ...points.map(({ title, cost, error, onFront, fit }) =>
      `<circle class="${fit ? "fit" : "known"}${onFront ? "" : " beaten"}" cx="${x(cost)}" cy="${
        y(Math.log10(error))
      }" r="5"><title>${escapeHtml(title)}</title></circle>`
    ),
  ];
  return `<svg class="front-picture" role="img" aria-label="${
    escapeHtml(alt, "attribute")
  }" viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
