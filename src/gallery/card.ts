import { type Activation, paintCardsWith } from "../activations/activation.ts";
import { accuracy } from "../activations/accuracy.ts";
import { activations } from "../activations/catalogue.ts";
import { features, type Landmark } from "../calculus/features.ts";
import { formula } from "../display/texts/formula.ts";
import { type Group, group } from "../display/texts/group.ts";
import { escapeMarkdown } from "../display/texts/escape.ts";
import { type Markdown, markdown } from "../display/texts/markdown.ts";
import { type Table, table } from "../display/tables/table.ts";
import { lineText } from "./line_text.ts";
import { plot } from "./plot.ts";
import { shortNumber } from "./_short_number.ts";

/**
 * All about an activation on one card: its formula and derivative, a chart of both, and facts. The
 * same as `activation.card`.
 *
 * @param activation which one
 * @returns the card, for the last line of a cell
 *
 * @example
 * ```ts
 * import { card, gelu } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { "text/markdown": text } = await card(gelu).bundle();
 * assertStringIncludes(`${text}`, gelu.tex);
 * ```
 */
export function card(activation: Activation): Group {
  const { title, tex, derivative } = activation;
  return group(
    markdown(`### ${escapeMarkdown(title)}`),
    formula(`f(x) = ${tex}`),
    formula(`f'(x) = ${derivative.tex}`),
    plot(activation, { derivatives: 1, alt: `${title} and its derivative` }),
    facts(activation),
    sources(activation),
  );
}

paintCardsWith(card);

function facts(activation: Activation): Table {
  const { id, parameters, kinks, asymptotes } = activation;
  const { zeros, minima, maxima, inflections } = features(activation);
  const rows = [
    { fact: "id", value: id },
    ...Object.entries(parameters).map(([name, value]) => ({ fact: `parameter ${name}`, value })),
    { fact: "range", value: rangeText(activation, [...minima, ...maxima]) },
    { fact: "minima", value: places(minima) },
    { fact: "maxima", value: places(maxima) },
    { fact: "zeros", value: places(zeros) },
    { fact: "inflections", value: places(inflections) },
    { fact: "far left", value: lineText(asymptotes.left) },
    { fact: "far right", value: lineText(asymptotes.right) },
    { fact: "kinks", value: kinks.join(", ") || "none" },
    { fact: "derivative", value: derivatives(activation) },
    { fact: "accuracy", value: promise(activation) },
  ];
  return table(rows, {
    caption: `Facts about ${activation.title}`,
    columns: ["fact", { key: "value", align: "left" }],
  });
}

/** What the catalogue promises; of a user's own function nothing is known. */
function promise({ id, sources: [source] }: Activation): string {
  // At other parameters too the sources are those of the definition.
  const ours = Object.hasOwn(activations, id) && activations[id].sources[0] === source;
  return ours ? `f, f′, f″ within ${accuracy.join(", ")} ulp` : "that of the function given";
}

/** Up to four places; of a wave there are many. */
function places(landmarks: readonly Landmark[]): string {
  const shown = landmarks.slice(0, 4).map(({ x }) => `${x}`.replace("-", "−")).join(", ");
  const more = landmarks.length - 4;
  return more > 0 ? `${shown} and ${more} more from −20 to 20` : shown || "none";
}

/** From the least to the largest of the values at extrema and far out. */
function rangeText(f: Activation, extrema: readonly Landmark[]): string {
  const values = [f(-Infinity), f(Infinity), ...extrema.map(({ value }) => value)];
  return `from ${shortNumber(Math.min(...values))} to ${shortNumber(Math.max(...values))}`;
}

function derivatives({ derivative }: Activation): string {
  if (derivative.numerical) return "numerical: finite differences, about ten digits";
  return derivative.derivative.numerical
    ? "by formula; the second one is numerical, by finite differences"
    : "by formula, and so is the second one";
}

function sources({ sources }: Activation): Markdown {
  const lines = sources.map(({ who, year, title, url }) => {
    const text = escapeMarkdown(`${who} (${year}), ${title}`);
    return url && /^https?:/.test(url) ? `- ${text}, <${encodeURI(url)}>` : `- ${text}`;
  });
  return markdown(lines.length === 0 ? "No source is given." : lines.join("\n"));
}
