/**
 * What the cells of our notebooks take from `@std/assert`, where Deno is not there.
 *
 * @module
 */

import equal from "npm:fast-deep-equal@3.1.3";

/** What an assertion throws. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

/** Fails unless `value` is truthy. */
export function assert(value: unknown, message = "Expected a truthy value"): asserts value {
  if (!value) throw new AssertionError(message);
}

/** Fails unless the two are deeply equal. */
export function assertEquals<T>(actual: T, expected: T, message?: string): void {
  const same = typeof actual === "number" ? Object.is(actual, expected) : equal(actual, expected);
  assert(same, message ?? `Expected ${words(expected)}: current value is ${words(actual)}`);
}

/** Fails unless two numbers differ by at most a tolerance. */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance: number = Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7,
  message?: string,
): void {
  if (Object.is(actual, expected)) return;
  assert(
    Math.abs(actual - expected) <= tolerance,
    message ?? `Expected ${actual} within ${tolerance} of ${expected}`,
  );
}

function words(value: unknown): string {
  return typeof value === "number" ? `${value}` : JSON.stringify(value) ?? String(value);
}
