import { shown } from "./shown.ts";

/**
 * Checks that a positional argument is a function.
 *
 * @param action what is to be done, for the message: `"integrate"`
 * @param name what it is called there: `"f"`
 * @throws TypeError if it is none
 * @internal
 */
export function checkFunction(action: string, name: string, value: unknown): void {
  if (typeof value === "function") return;
  throw new TypeError(
    `Cannot ${action} as ${name} must be a function: current value is ${shown(value)}`,
  );
}
