import { shown } from "../../options/shown.ts";

/**
 * Checks that something is a fit, or a family with numbers for its parameters.
 *
 * @param action what is to be done with it: `"export"`
 * @param others what else it may be: `"a function of the catalogue"`
 */
export function checkFormulated(action: string, what: unknown, others?: string): void {
  const isObject = (value: unknown) => typeof value === "object" && value !== null;
  const { family, parameters } = (isObject(what) ? what : {}) as Record<string, unknown>;
  if (isObject(family) && isObject(parameters)) return;
  const given = isObject(family) ? "the family alone" : shown(what);
  throw new TypeError(
    `Cannot ${action} as it must be a fit, or a family with parameters` +
      `${others ? `, or ${others}` : ""}: current value is ${given}`,
  );
}
