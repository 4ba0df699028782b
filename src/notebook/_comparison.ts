import { near, nearText } from "./_near.ts";
import type { Sanitizer } from "./_sanitize.ts";
import { withoutCodes } from "./_terminal_codes.ts";
import type { Output } from "./output.ts";

/**
 * The outputs of a cell with this tag are not compared. For what differs from run to run, such as
 * timings. The cell runs like any other.
 */
export const SKIP_VERIFY = "skip-verify";

/** nbval's tag for the same. */
const NBVAL_IGNORE = "nbval-ignore-output";

/** Of a cell with this tag only the kinds of outputs and their MIME types are compared. */
export const VERIFY_LAX = "verify-lax";

const IGNORE = "verify-ignore-", TOLERANCE = "verify-tolerance=";

/** How the outputs of a cell are compared. */
export interface Comparison {
  /** Whether the cell is left out. */
  readonly skipped: boolean;
  /** Whether an output is compared at all. */
  readonly compares: (output: Output) => boolean;
  /** Whether contents are left out. */
  readonly lax: boolean;
  /** A text without what may differ. */
  readonly text: (text: string) => string;
  readonly sameText: (stored: string, now: string) => boolean;
  /** Whether two values within JSON are the same. */
  readonly near: (stored: unknown, now: unknown) => boolean;
}

/**
 * How the tags of a cell want it compared.
 *
 * @throws {RangeError} If a tag's tolerance is no number
 */
export function comparisonOf(
  tags: readonly string[],
  sanitizer: Sanitizer = (text) => text,
): Comparison {
  const ignored = tags.filter((tag) => tag.startsWith(IGNORE)).map((tag) =>
    tag.slice(IGNORE.length)
  );
  const tolerance = toleranceOf(tags);
  const text = (raw: string) => sanitizer(withoutCodes(raw).replace(PLACE, "<anonymous>"));
  const sameText = (stored: string, now: string) => {
    const [a, b] = [text(stored), text(now)];
    return a === b || tolerance > 0 && nearText(a, b, tolerance);
  };
  return {
    skipped: tags.includes(SKIP_VERIFY) || tags.includes(NBVAL_IGNORE),
    compares: (output) => output.output_type !== "stream" || !ignored.includes(output.name),
    lax: tags.includes(VERIFY_LAX),
    text,
    sameText,
    near: (stored, now) => {
      if (typeof stored === "number" && typeof now === "number") {
        return near(stored, now, tolerance);
      }
      if (typeof stored === "string" && typeof now === "string") return sameText(stored, now);
      return Object.is(stored, now);
    },
  };
}

/** A place in a cell, which Deno's kernel counts in the JavaScript it made of the cell. */
const PLACE = /<anonymous>:\d+:\d+/g;

function toleranceOf(tags: readonly string[]): number {
  const tag = tags.find((each) => each.startsWith(TOLERANCE));
  if (!tag) return 0;
  const value = Number(tag.slice(TOLERANCE.length));
  if (value > 0 && value < 1) return value;
  throw new RangeError(
    `Cannot compare with the tag ${tag}: the tolerance must be between 0 and 1: ` +
      `current value is ${tag.slice(TOLERANCE.length)}`,
  );
}
