/**
 * Stands in for `jsr:@std/assert` where JSR cannot be reached: the same names and signatures over
 * `node:assert/strict`. Deleting the `scopes` line of `deno.json` switches to the real package.
 *
 * @module
 */

import node, { AssertionError } from "node:assert/strict";

export { AssertionError };

// deno-lint-ignore no-explicit-any
type ErrorClass<E extends Error> = new (...args: any[]) => E;

/** Fails unless `expr` is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError({ message: msg || "Expected a truthy value" });
}

/** Fails if `expr` is truthy. */
export function assertFalse(expr: unknown, msg?: string): asserts expr is false {
  assert(!expr, msg ?? "Expected a falsy value");
}

/** Fails unless the two are deeply equal. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  node.deepStrictEqual(actual, expected, msg);
}

/** Fails if the two are deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  node.notDeepStrictEqual(actual, expected, msg);
}

/** Fails unless the two are the same by `Object.is`. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  node.strictEqual(actual, expected, msg);
}

/** Fails if the two are the same by `Object.is`. */
export function assertNotStrictEquals<T>(actual: T, expected: T, msg?: string): void {
  node.notStrictEqual(actual, expected, msg);
}

/** Fails unless the two differ by at most `tolerance`, 1e-7 of `expected` if not given. */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance?: number,
  msg?: string,
): void {
  if (Object.is(actual, expected)) return;
  const allowed = tolerance ?? (Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  assert(
    Math.abs(actual - expected) <= allowed,
    msg ?? `Expected ${actual} within ${allowed} of ${expected}`,
  );
}

/** Fails unless `actual` contains `expected`. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  assert(
    actual.includes(expected),
    msg ?? `Expected ${JSON.stringify(actual)} to contain ${JSON.stringify(expected)}`,
  );
}

/** Fails unless every value of `expected` is deeply equal to one of `actual`. */
export function assertArrayIncludes<T>(
  actual: ArrayLike<T>,
  expected: ArrayLike<T>,
  msg?: string,
): void {
  const same = (a: T, b: T) => {
    try {
      node.deepStrictEqual(a, b);
      return true;
    } catch {
      return false;
    }
  };
  const missing = Array.from(expected).filter((e) => !Array.from(actual).some((a) => same(a, e)));
  assert(missing.length === 0, msg ?? `Expected the values to include ${JSON.stringify(missing)}`);
}

/** Fails unless `expected` matches `actual`. */
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  assert(expected.test(actual), msg ?? `Expected ${JSON.stringify(actual)} to match ${expected}`);
}

/** Fails if `expected` matches `actual`. */
export function assertNotMatch(actual: string, expected: RegExp, msg?: string): void {
  assert(
    !expected.test(actual),
    msg ?? `Expected ${JSON.stringify(actual)} not to match ${expected}`,
  );
}

/** Fails if `actual` is null or undefined. */
export function assertExists<T>(actual: T, msg?: string): asserts actual is NonNullable<T> {
  assert(actual !== null && actual !== undefined, msg ?? `Expected a value: got ${actual}`);
}

/** Fails unless `actual` is an instance of `expectedType`. */
export function assertInstanceOf<T extends abstract new (...args: never[]) => unknown>(
  actual: unknown,
  expectedType: T,
  msg?: string,
): asserts actual is InstanceType<T> {
  assert(actual instanceof expectedType, msg ?? `Expected an instance of ${expectedType.name}`);
}

/** Fails unless `actual` is greater than `expected`. */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  assert(actual > expected, msg ?? `Expected ${actual} > ${expected}`);
}

/** Fails unless `actual` is at least `expected`. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string): void {
  assert(actual >= expected, msg ?? `Expected ${actual} >= ${expected}`);
}

/** Fails unless `actual` is less than `expected`. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  assert(actual < expected, msg ?? `Expected ${actual} < ${expected}`);
}

/** Fails unless `actual` is at most `expected`. */
export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string): void {
  assert(actual <= expected, msg ?? `Expected ${actual} <= ${expected}`);
}

/** Fails unless `error` is of the class and its message contains the text. */
export function assertIsError<E extends Error = Error>(
  error: unknown,
  // deno-lint-ignore no-explicit-any
  ErrorClass?: abstract new (...args: any[]) => E,
  msgMatches?: string | RegExp,
  msg?: string,
): asserts error is E {
  assert(error instanceof Error, msg ?? `Expected an Error: got ${error}`);
  if (ErrorClass) {
    assert(
      error instanceof ErrorClass,
      msg ?? `Expected ${ErrorClass.name}: got ${error.name}: ${error.message}`,
    );
  }
  if (typeof msgMatches === "string") assertStringIncludes(error.message, msgMatches, msg);
  else if (msgMatches) assertMatch(error.message, msgMatches, msg);
}

/** Fails unless `fn` throws; returns what it threw. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass?: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E {
  try {
    fn();
  } catch (error) {
    assertIsError(error, ErrorClass, msgIncludes, msg);
    return error;
  }
  throw new AssertionError({ message: msg ?? "Expected the function to throw" });
}

/** Fails unless `fn` rejects; returns what it rejected with. */
export async function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass?: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E> {
  try {
    await fn();
  } catch (error) {
    assertIsError(error, ErrorClass, msgIncludes, msg);
    return error;
  }
  throw new AssertionError({ message: msg ?? "Expected the promise to reject" });
}

/** Fails, always. */
export function fail(msg?: string): never {
  throw new AssertionError({ message: msg ?? "Failed" });
}
