import type { Activation, Asymptote } from "../../activations/activation.ts";
import { type Features, features, type Landmark } from "../../calculus/features.ts";
import { escapeHtml, numberText, tableHtml } from "../_html.ts";

/** The shape of a function in a table: where it goes, turns, bends and has a corner. */
export function factsPart(activation: Activation): string {
  const found = features(activation);
  const { kinks, asymptotes } = activation;
  const rows = [
    ["Values", rangeText(activation, found)],
    ["Zeros", zerosText(found)],
    ["Minima", places(found.minima, true)],
    ["Maxima", places(found.maxima, true)],
    ["Inflections", places(found.inflections)],
    ["Kinks", kinks.length > 0 ? kinks.map(kinkText(activation)).join("<br>") : "none"],
    ["Far left", line(asymptotes.left, activation(-Infinity))],
    ["Far right", line(asymptotes.right, activation(Infinity))],
    ["Defined for", "every real number"],
  ];
  return tableHtml(["What", "Where"], rows, {
    caption: `The shape of ${escapeHtml(activation.title, "attribute")}`,
    className: "facts",
  });
}

function rangeText(f: Activation, { minima, maxima }: Features): string {
  const values = [f(-Infinity), f(Infinity), ...[...minima, ...maxima].map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `from ${numberText(low, 8)} to ${numberText(high, 8)}`;
}

function zerosText({ zeros, zeroStretches, domain }: Features): string {
  const stretches = zeroStretches.map(({ from, to }) => {
    const ends = [
      from <= domain[0] ? "−∞" : numberText(from),
      to >= domain[1] ? "∞" : numberText(to),
    ];
    return `all of ${ends.join(" to ")}`;
  });
  return [...stretches, ...(zeros.length > 0 ? [places(zeros)] : [])].join("; ") || "none";
}

/** Up to four places; a wave has many. */
function places(landmarks: readonly Landmark[], values = false): string {
  const shown = landmarks.slice(0, 4).map(({ x, value }) =>
    values ? `${numberText(value)} at ${numberText(x)}` : numberText(x)
  );
  const more = landmarks.length - shown.length;
  return shown.join(values ? "<br>" : ", ") +
      (more > 0 ? ` and ${more} more from −20 to 20` : "") ||
    "none";
}

const kinkText = ({ derivative }: Activation) => (x: number) => {
  const step = 1e-9 * Math.max(1, Math.abs(x));
  const [left, at, right] = [x - step, x, x + step].map((each) => numberText(derivative(each), 6));
  return `${numberText(x)}: slope ${left} before, ${at} at it, ${right} after`;
};

function line(asymptote: Asymptote, limit: number): string {
  if (!asymptote) return `no line; goes to ${numberText(limit)}`;
  const { slope, intercept } = asymptote;
  if (slope === 0) return `y = ${numberText(intercept + 0)}`;
  const factor = slope === 1 ? "" : slope === -1 ? "−" : `${numberText(slope)} `;
  const rest = intercept === 0
    ? ""
    : intercept < 0
    ? ` − ${numberText(-intercept)}`
    : ` + ${numberText(intercept)}`;
  return `y = ${factor}<i>x</i>${rest}`;
}
