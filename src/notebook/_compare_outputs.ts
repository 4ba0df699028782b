import type { Comparison } from "./_comparison.ts";
import { jsonDifference } from "./_json_difference.ts";
import { textDifference } from "./_text_difference.ts";
import type { Output } from "./output.ts";

/** One way in which the outputs of a cell differ. */
export interface OutputDifference {
  /** "outputs" if their kinds do, or "output 2, text/plain". */
  readonly what: string;
  /** Lines, with "-" for what was stored and "+" for what is shown now. */
  readonly lines: readonly string[];
}

/** What differs between the outputs of a cell and those that it shows now. */
export function compareOutputs(
  before: readonly Output[],
  after: readonly Output[],
  comparison: Comparison,
): OutputDifference[] {
  const stored = before.filter(comparison.compares);
  const now = after.filter(comparison.compares);
  if (stored.map(kind).join() !== now.map(kind).join()) {
    const list = (outputs: readonly Output[]) => outputs.map(kind).join(", ") || "nothing";
    return [{ what: "outputs", lines: [`- ${list(stored)}`, `+ ${list(now)}`] }];
  }
  return now.flatMap((output, i) =>
    parts(stored[i], output).map(([name, before, after]) => ({
      what: `output ${i + 1}, ${name}`,
      lines: difference(before, after, comparison),
    })).filter(({ lines }) => lines.length > 0)
  );
}

const PNG = "image/png";

/** JupyterLab draws these and stores its drawing, a PNG, beside what the kernel sent. */
function isChart(data: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(data).some((type) => /^application\/vnd\.(vega|plotly)/.test(type));
}

function kind(output: Output): string {
  return output.output_type === "stream" ? output.name : output.output_type;
}

type Part = [name: string, stored: unknown, now: unknown];

/** What is compared between two outputs of the same kind. */
function parts(stored: Output, now: Output): Part[] {
  if (now.output_type === "stream") {
    return [[now.name, (stored as typeof now).text, now.text]];
  }
  if (now.output_type === "error") {
    const text = ({ traceback }: typeof now) => traceback.join("\n");
    return [["error", text(stored as typeof now), text(now)]];
  }
  const { data = {}, metadata = {} } = stored as typeof now;
  const types = new Set([...Object.keys(data), ...Object.keys(now.data)]);
  if (now.data[PNG] === undefined && isChart(now.data)) types.delete(PNG);
  return [
    ...[...types].sort().map((type): Part => [type, data[type], now.data[type]]),
    ["metadata", metadata, now.metadata],
  ];
}

function difference(stored: unknown, now: unknown, comparison: Comparison): string[] {
  if (stored === now) return [];
  const { sameText, text, lax, near } = comparison;
  if (lax && stored !== undefined && now !== undefined) return [];
  if (typeof stored !== "string" || typeof now !== "string") {
    return jsonDifference(stored, now, near);
  }
  return sameText(stored, now) ? [] : textDifference(text(stored), text(now));
}
