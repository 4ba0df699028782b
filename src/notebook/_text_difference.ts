import { structuredPatch } from "./_jsdiff.ts";

/** How much of a line is shown on either side of a change. */
const AROUND = 30;
/** Lines around a change. */
const CONTEXT = 2;
/** The most lines that are shown of those removed or added in one place. */
const RUN = 8;
/** Texts that differ more are shown by their first and last change. */
const MOST_EDITS = 1000;

function lines(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}

/** A line, cut if it is long. */
export function cutLine(line: string): string {
  return line.length > 3 * AROUND ? `${line.slice(0, 3 * AROUND)}…` : line;
}

/** The two lines, cut to what surrounds their first and last differing characters. */
function cutPair(stored: string, now: string): [string, string] {
  let from = 0;
  while (from < stored.length && stored[from] === now[from]) from++;
  let to = 0;
  const most = Math.min(stored.length, now.length) - from;
  while (to < most && stored.at(-1 - to) === now.at(-1 - to)) to++;
  const show = (line: string) => {
    const start = Math.max(0, from - AROUND);
    const end = Math.min(line.length, line.length - to + AROUND);
    return (start > 0 ? "…" : "") + line.slice(start, end) + (end < line.length ? "…" : "");
  };
  return [show(stored), show(now)];
}

/**
 * What differs between two texts: each change with the lines around it, those of the stored text
 * after `-`, those of the new one after `+`, at most `limit` lines.
 */
export function textDifference(stored: string, now: string, limit = 24): string[] {
  if (stored === now) return [];
  const before = lines(stored), after = lines(now);
  if (before.join("\n") === after.join("\n")) return ["the last line end differs"];
  const hunks = hunksOf(before, after);
  const single = before.length === 1 && after.length === 1;
  const all = hunks.flatMap(({ oldStart, lines }) => [
    ...(single ? [] : [`line ${oldStart}:`]),
    ...shown(lines),
  ]);
  const more = all.length - limit;
  return more > 0 ? [...all.slice(0, limit), `… ${more} more line${more > 1 ? "s" : ""}`] : all;
}

interface Hunk {
  readonly oldStart: number;
  /** Lines with their mark, "-", "+" or " ". */
  readonly lines: readonly string[];
}

function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
  const patch = structuredPatch("", "", text(before), text(after), "", "", {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  if (patch) return patch.hunks;
  let from = 0;
  while (before[from] === after[from]) from++;
  let to = 0;
  const most = Math.min(before.length, after.length) - from;
  while (to < most && before.at(-1 - to) === after.at(-1 - to)) to++;
  const changed = (mark: string, lines: readonly string[]) =>
    lines.slice(from, lines.length - to).map((line) => mark + line);
  return [{ oldStart: from + 1, lines: [...changed("-", before), ...changed("+", after)] }];
}

/** The lines of a hunk; as many removed as added ones are cut to where they differ. */
function shown(hunk: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < hunk.length;) {
    const run = (mark: string, from: number) => {
      let end = from;
      while (hunk[end]?.startsWith(mark)) end++;
      return hunk.slice(from, end).map((line) => line.slice(1));
    };
    const removed = run("-", at);
    const added = run("+", at + removed.length);
    if (removed.length + added.length === 0) {
      result.push(`  ${cutLine(hunk[at].slice(1))}`.trimEnd());
      at++;
      continue;
    }
    at += removed.length + added.length;
    const pairs = removed.length === added.length
      ? removed.map((line, i) => cutPair(line, added[i]))
      : undefined;
    result.push(...marked("-", pairs?.map(([line]) => line) ?? removed.map(cutLine)));
    result.push(...marked("+", pairs?.map(([, line]) => line) ?? added.map(cutLine)));
  }
  return result;
}

/** The first of some lines after a mark. */
function marked(mark: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, RUN).map((line) => `${mark} ${line}`);
  const more = lines.length - RUN;
  return more > 0 ? [...shown, `${mark} … ${more} more line${more > 1 ? "s" : ""}`] : shown;
}
