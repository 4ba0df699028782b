import { shown } from "./shown.ts";

/**
 * Sees to it that what a function is given first is a list of what it takes, as a cell of a notebook
 * is not type-checked.
 *
 * @param action what is to be done, for the message: `"draw a number line"`
 * @param list what the caller gave
 * @param name what it must be, after "must be a list of": `"{ title, x }"`
 * @param isOne whether something may stand in the list
 * @throws TypeError if it is no list, or something else stands in it
 */
export function checkList(
  action: string,
  list: unknown,
  name: string,
  isOne: (one: unknown) => boolean,
): void {
  const wrong = Array.isArray(list) ? list.findIndex((one) => !isOne(one)) : -1;
  if (Array.isArray(list) && wrong < 0) return;
  const value = Array.isArray(list) ? list[wrong] : list;
  throw new TypeError(
    `Cannot ${action} as it must be given a list of ${name}: current value is ${shown(value)}`,
  );
}

/** Whether something is an object with all of some keys. */
export function has(one: unknown, ...keys: readonly string[]): boolean {
  return typeof one === "object" && one !== null && keys.every((key) => key in one);
}
