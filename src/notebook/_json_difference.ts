import { cutLine } from "./_text_difference.ts";

/**
 * Where two values of JSON differ by `same`, at most `limit` places, each with its path:
 * `.data.values[3].y: - 1.5 + 1.6`.
 */
export function jsonDifference(
  stored: unknown,
  now: unknown,
  same: (stored: unknown, now: unknown) => boolean = Object.is,
  limit = 6,
): string[] {
  const found: string[] = [];
  walk(stored, now, same, "", found);
  const shown = found.slice(0, limit);
  return found.length > limit ? [...shown, `… ${found.length - limit} more places`] : shown;
}

function walk(
  stored: unknown,
  now: unknown,
  same: (stored: unknown, now: unknown) => boolean,
  path: string,
  found: string[],
): void {
  if (same(stored, now)) return;
  if (isRecord(stored) && isRecord(now) && Array.isArray(stored) === Array.isArray(now)) {
    for (const key of new Set([...Object.keys(stored), ...Object.keys(now)])) {
      const step = Array.isArray(stored) ? `[${key}]` : `.${key}`;
      walk(stored[key], now[key], same, path + step, found);
    }
  } else found.push(`${path || "value"}: - ${brief(stored)} + ${brief(now)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function brief(value: unknown): string {
  return value === undefined ? "nothing" : cutLine(JSON.stringify(value));
}
