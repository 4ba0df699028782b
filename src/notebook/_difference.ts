/** How much of a line is shown on either side of a change. */
const AROUND = 30;

function lines(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}

/** The two lines, cut to what surrounds their first and last differing characters. */
function cut(stored: string, now: string): [string, string] {
  let from = 0;
  while (from < stored.length && stored[from] === now[from]) from++;
  let to = 0;
  const most = Math.min(stored.length, now.length) - from;
  while (to < most && stored.at(-1 - to) === now.at(-1 - to)) to++;
  const show = (line: string) => {
    const start = Math.max(0, from - AROUND),
      end = Math.min(line.length, line.length - to + AROUND);
    return (start > 0 ? "…" : "") + line.slice(start, end) + (end < line.length ? "…" : "");
  };
  return [show(stored), show(now)];
}

/**
 * What differs between two texts: the lines from the first change to the last, those of the stored
 * text after `-`, those of the new one after `+`, at most `limit` of each.
 */
export function textDifference(stored: string, now: string, limit = 6): string[] {
  const before = lines(stored), after = lines(now);
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let to = 0;
  const most = Math.min(before.length, after.length) - from;
  while (to < most && before.at(-1 - to) === after.at(-1 - to)) to++;
  const old = before.slice(from, before.length - to), fresh = after.slice(from, after.length - to);
  if (old.length === 0 && fresh.length === 0) return ["the last line end differs"];
  const paired = old.length === fresh.length;
  const pairs = paired ? old.map((line, i) => cut(line, fresh[i])) : [];
  const minus = paired ? pairs.map(([line]) => line) : old.map(shorten);
  const plus = paired ? pairs.map(([, line]) => line) : fresh.map(shorten);
  const where = before.length > 1 || after.length > 1 ? [`line ${from + 1}:`] : [];
  return [...where, ...sign("-", minus, limit), ...sign("+", plus, limit)];
}

function shorten(line: string): string {
  return line.length > 3 * AROUND ? `${line.slice(0, 3 * AROUND)}…` : line;
}

function sign(mark: string, text: readonly string[], limit: number): string[] {
  const shown = text.slice(0, limit).map((line) => `${mark} ${line}`);
  return text.length > limit ? [...shown, `${mark} … ${text.length - limit} more lines`] : shown;
}

/**
 * Where two values of JSON differ, at most `limit` places, each with its path:
 * `.data.values[3].y: - 1.5 + 1.6`.
 */
export function jsonDifference(stored: unknown, now: unknown, limit = 6): string[] {
  const found: string[] = [];
  walk(stored, now, "", found);
  const shown = found.slice(0, limit);
  return found.length > limit ? [...shown, `… ${found.length - limit} more places`] : shown;
}

function walk(stored: unknown, now: unknown, path: string, found: string[]): void {
  if (Object.is(stored, now)) return;
  if (isRecord(stored) && isRecord(now) && Array.isArray(stored) === Array.isArray(now)) {
    for (const key of new Set([...Object.keys(stored), ...Object.keys(now)])) {
      const step = Array.isArray(stored) ? `[${key}]` : `.${key}`;
      walk(stored[key], now[key], path + step, found);
    }
  } else found.push(`${path || "value"}: - ${brief(stored)} + ${brief(now)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function brief(value: unknown): string {
  return value === undefined ? "nothing" : shorten(JSON.stringify(value));
}
