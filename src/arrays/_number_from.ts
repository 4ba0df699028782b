import { shown } from "../options/shown.ts";

/**
 * What a function gives at a number.
 *
 * @throws TypeError if that is no number
 */
export function numberFrom(f: (x: number) => number, x: number): number {
  const y: unknown = f(x);
  if (typeof y === "number") return y;
  throw new TypeError(
    `Cannot evaluate as f must give numbers: current value is ${shown(y)} at ${x}`,
  );
}
