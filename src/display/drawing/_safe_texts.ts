import { printable } from "../texts/_printable.ts";

/**
 * A spec whose texts do nothing: without control characters, and with titles of channels that fit in
 * a tooltip. The Vega-Lite of JupyterLab puts those titles into an expression as they are, where a
 * quote, a backslash or a line break would end it, and with it the chart.
 */
export function safeTexts<Spec>(spec: Spec): Spec {
  return walk(spec, false) as Spec;
}

function walk(value: unknown, inEncoding: boolean): unknown {
  if (typeof value === "string") return printable(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, inEncoding));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    walk(inner, inEncoding || key === "encoding"),
  ]);
  const copy = Object.fromEntries(entries);
  return inEncoding && "field" in copy ? withSafeTitle(copy) : copy;
}

/** A channel is called by its title, or by its field if it has none. */
function withSafeTitle(channel: Record<string, unknown>): Record<string, unknown> {
  const { title, field } = channel;
  if (Array.isArray(title)) return { ...channel, title: title.map(inTooltip) };
  if (typeof title === "string") return { ...channel, title: inTooltip(title) };
  const named = title === undefined && typeof field === "string" && inTooltip(field) !== field;
  return named ? { ...channel, title: inTooltip(field) } : channel;
}

function inTooltip(text: unknown): unknown {
  if (typeof text !== "string") return text;
  const safe = text.replace(/[\s\u2028\u2029]+/g, " ").replaceAll("\\", "∖").replaceAll('"', "″");
  // Vega looks titles up among its operators, and finds what every object has: nothing seen tells them apart.
  return safe in Object.prototype ? `${safe}\u200b` : safe;
}
