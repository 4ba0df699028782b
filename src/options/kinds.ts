/**
 * The kinds of value that an option can have.
 *
 * @module
 */

/**
 * What an option must be. A kind for `T` tells every `T` from other values: one that knows only some
 * of them does not fit where `T` is asked for.
 */
export interface Kind<in T> {
  /** What it is, after "must be": `"a number"`. */
  readonly name: string;
  /** Whether a value is of this kind. */
  readonly has: (value: T) => boolean;
  /** The values, where there are only a few. */
  readonly among?: readonly unknown[];
  /** True for an option that must be given. */
  readonly needed?: boolean;
}

const kind = <T>(name: string, has: (value: unknown) => boolean): Kind<T> => ({ name, has });

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/** A number; which ones make sense is for the function to say. */
export const number: Kind<number> = kind("a number", (value) => typeof value === "number");

/** A text. */
export const text: Kind<string> = kind("a text", (value) => typeof value === "string");

/** Yes or no. */
export const flag: Kind<boolean> = kind("true or false", (value) => typeof value === "boolean");

/** A function of whatever arguments. */
export const callable: Kind<(...values: never[]) => unknown> = kind(
  "a function",
  (value) => typeof value === "function",
);

/** An object that is no list. */
export const object: Kind<object> = kind(
  "an object",
  (value) => typeof value === "object" && value !== null && !isList(value),
);

/** An array of whatever, typed or not. */
export const list: Kind<ArrayLike<unknown>> = kind("a list", isList);

/** An array of numbers, typed or not. */
export const numbers: Kind<ArrayLike<number>> = kind(
  "a list of numbers",
  (value) => isList(value) && Array.from(value).every((item) => typeof item === "number"),
);

/** Two numbers; whether they rise is for the function to say. */
export const interval: Kind<readonly [number, number]> = kind(
  "two numbers, [low, high]",
  (value) => numbers.has(value as number[]) && (value as number[]).length === 2,
);

/** What ends work before its time. */
export const signal: Kind<AbortSignal> = kind(
  "an AbortSignal",
  (value) => value instanceof AbortSignal,
);

/** One of a few words or numbers. */
export function oneOf<const T extends string | number>(...among: readonly T[]): Kind<T> {
  const types = new Set(among.map((value) => typeof value));
  return {
    name: among.map((value) => JSON.stringify(value)).join(" or "),
    has: (value) => types.has(typeof value),
    among,
  };
}

/** Of the one kind or the other. */
export function either<A, B>(a: Kind<A>, b: Kind<B>): Kind<A | B> {
  const has = (kind: Kind<never>, value: unknown) => kind.has(value as never);
  return {
    name: `${a.name} or ${b.name}`,
    has: (value) => has(a, value) || has(b, value),
  };
}

/** Of this kind, and not to be left out. */
export function needed<T>(kind: Kind<T>): Kind<T> & { readonly needed: true } {
  return { ...kind, needed: true };
}

/** Whatever: the function itself says what is wrong with it. */
export const anything: Kind<unknown> = kind("anything", () => true);
